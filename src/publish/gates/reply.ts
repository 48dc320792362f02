import { type SilenceEntry, silenceReport } from '../../silence/index.ts';
import { isStated } from '../note/note.ts';
import { finding } from './finding.ts';
import type { Finding, GateContext, SilenceContext } from './gate.ts';
import { windowValues } from './silence-values.ts';

/** Nearer than this to a silence, who is asked may have no time left to answer in public. */
export const NEAR_MS = 24 * 3_600_000;

/**
 * G8. Who is accused was asked, and can still answer. A campaign bound by a silence cannot: then the gate is closed
 * (L. 48-2 of the French code forbids a new polemic that comes too late to be answered).
 */
export function reply(context: GateContext): readonly Finding[] {
  const { note, silence } = context;
  const window = silence === null ? null : nearest(silence);
  const severity = window === null ? 'warn' : 'block';
  const near = window === null ? {} : windowValues([window], context.lang);
  if (!isStated(note.asked)) {
    const code = window === null ? 'reply-not-asked' : 'reply-not-asked-near';
    return [finding(context, { code, severity, values: near, same: window?.rule.id ?? '' })];
  }
  if (isStated(note.answer) && !NO_ANSWER.test(note.answer))
    return [finding(context, { code: 'reply-given', severity: 'note', words: note.answer })];
  if (window !== null) {
    const code = window.state === 'before' ? 'reply-soon-bound' : 'reply-bound';
    return [
      finding(context, { code, severity: 'block', words: note.asked, values: near, same: window.rule.id }),
    ];
  }
  const findings = [finding(context, { code: 'reply-asked', severity: 'note', words: note.asked })];
  return silence === null
    ? [...findings, finding(context, { code: 'no-election', severity: 'unchecked' })]
    : findings;
}

/** That none came is no answer; that somebody would not comment is one. */
const NO_ANSWER =
  /^\s*(?:(?:no|not|never|none|sans|pas|aucune?|jamais)(?!\p{L})[^.]{0,40}(?:answer|reply|response|replied|answered|responded|réponse|répondu|retour)|(?:n[’']ont? pas|n[’']a pas)\s+répondu|(?:did not|has not|have not|didn[’']t)\s+(?:answer|reply|respond))/iu;

/** A rule that binds campaigns now or shortly, in the first territory of the election that has one. */
function nearest({ election, at, territories }: SilenceContext): SilenceEntry | null {
  const { entries } = silenceReport({
    election,
    at,
    audience: 'campaigns',
    ...(territories ? { territories } : {}),
  });
  const order = election.polling.flatMap((polling) => polling.territories);
  const binding = entries
    .filter(({ rule }) => rule.force === 'ban' && rule.forbids.some((act) => ANSWERS.has(act)))
    .filter(
      ({ state, from }) =>
        state === 'in-force' || (state === 'before' && from !== null && from - at <= NEAR_MS),
    );
  return binding.toSorted((a, b) => order.indexOf(a.territory.id) - order.indexOf(b.territory.id))[0] ?? null;
}

/** Acts of which a public answer is one. */
const ANSWERS: ReadonlySet<string> = new Set([
  'campaigning',
  'online-propaganda',
  'new-polemic',
  'persuasion',
  'candidate-information',
  'candidate-interviews',
  'misleading-information',
  'election-matter',
]);
