import { NOT_ADVICE, type SilenceEntry, silenceReport } from '../../silence/index.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext } from './gate.ts';
import { NEAR_MS } from './reply.ts';
import { windowValues } from './silence-values.ts';

/** G9. Rules of silence that bind who publishes, where it is read, at that time. Never advice: counsel decides. */
export function silenceClock(context: GateContext): readonly Finding[] {
  const { silence, lang } = context;
  if (silence === null) return [finding(context, { code: 'no-election', severity: 'unchecked' })];
  const { election, at, audience, territories } = silence;
  const { entries } = silenceReport({ election, at, audience, ...(territories ? { territories } : {}) });
  const told = [
    ...entries.filter(({ state }) => state === 'in-force'),
    ...entries.filter((entry) => isSoon(entry, at)),
  ];
  // One line for what is forbidden now and one for what will be: twenty lines of territories would hide it.
  const groups = Map.groupBy(told, (entry) => `${codeOf(entry)} ${entry.rule.forbids.join(' ')}`);
  const findings = [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const same = [first, ...others].map(({ rule, territory }) => `${rule.id} ${territory.id}`).join(' ');
    const values = windowValues([first, ...others], lang);
    return [finding(context, { code: codeOf(first), severity: 'warn', values, same })];
  });
  const close =
    findings.length > 0
      ? findings
      : [
          finding(context, {
            code: 'silence-clear',
            severity: 'note',
            values: { election: election.name[lang] },
          }),
        ];
  return [
    ...close,
    finding(context, { code: 'not-advice', severity: 'note', values: { words: NOT_ADVICE[lang] } }),
  ];
}

function isSoon({ state, from }: SilenceEntry, at: number): boolean {
  return state === 'before' && from !== null && from - at <= NEAR_MS;
}

function codeOf({ rule, state }: SilenceEntry): 'silence-in-force' | 'silence-care' | 'silence-soon' {
  if (state === 'before') return 'silence-soon';
  return rule.force === 'care' ? 'silence-care' : 'silence-in-force';
}
