import { Random } from './random.ts';

/** Rare and common words, phrases of fields, dates, verdicts, negatives: what people type and click. */
export function makeQueries(words: readonly string[], count: number): readonly string[] {
  const random = new Random('queries');
  const common = (): string => random.pick(words.slice(0, 60));
  const usual = (): string => random.pick(words.slice(60, 1_500));
  const rare = (): string => random.pick(words.slice(1_500));
  const person = (): string => `person${random.rank(3_000)}@campagne.example`;
  const kinds: readonly (() => string)[] = [
    common,
    usual,
    rare,
    () => `${common()} ${common()}`,
    () => `${usual()} ${usual()}`,
    () => `${usual().slice(0, 3)}*`,
    () => `from:${person()}`,
    () => `(from:${person()} OR to:${person()})`,
    () => `verdict:${random.pick(['altered', 'authentic', 'unverified'])}`,
    () => `verdict:altered ${common()}`,
    () => `on:2016-0${1 + random.int(9)}`,
    () => `kind:document ${usual()}`,
    () => `reason:header-changed after:2016-0${1 + random.int(9)}`,
    () => `${usual()} -${common()}`,
    () => `in:"/leak/box${random.int(40)}.mbox"`,
    () => '',
  ];
  return Array.from({ length: count }, (_, at) => (kinds[at % kinds.length] ?? usual)());
}
