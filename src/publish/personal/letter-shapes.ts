import { ALIKE } from '../../examine/lookalike/skeleton.ts';

/**
 * The small Latin letter that a sign of another script is drawn as, or null. Case decides: a Greek capital Nu is drawn as
 * N, the small one as v. After UTS 39 (Unicode Security Mechanisms, section 4) for Cyrillic, Greek and Armenian, whose
 * letters stand in Latin names by attack, and by keyboards left in another layout.
 */
export function latinShape(sign: string): string | null {
  return SHAPES.get(sign) ?? null;
}

/** Whether a text has any letter that `latinShape` knows: most have none, and need no second look. */
export function hasShapes(text: string): boolean {
  return ANY_SHAPE.test(text);
}

/** Capitals, which domain names do not have. */
const CAPITALS: Readonly<Record<string, string>> = {
  a: 'АΑ',
  b: 'ВΒ',
  c: 'СϹ',
  e: 'ЕΕ',
  g: 'Ԍ',
  h: 'НΗ',
  i: 'ІΙӀ',
  j: 'ЈͿ',
  k: 'КΚ',
  m: 'МΜ',
  n: 'Ν',
  o: 'ОΟՕ',
  p: 'РΡ',
  q: 'Ԛ',
  s: 'ЅՏ',
  t: 'ТΤ',
  u: 'Ս',
  w: 'Ԝ',
  x: 'ХΧ',
  y: 'УΥҮ',
  z: 'Ζ',
};

const SHAPES: ReadonlyMap<string, string> = new Map(
  [ALIKE, CAPITALS].flatMap((table) =>
    Object.entries(table).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
  ),
);

const ANY_SHAPE = new RegExp(`[${[...SHAPES.keys()].join('')}]`, 'u');
