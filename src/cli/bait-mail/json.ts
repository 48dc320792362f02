import { MAIL_STEPS } from '../../bait/mail/index.ts';
import { tellReason } from '../../judge/reasons/index.ts';
import type { Language } from '../../model/text.ts';
import type { MailReport } from './hit.ts';

/** One object (docs/schema/bait-mail.json): counts, `hits` by score with reasons in words, `next`. */
export function baitMailJson({ hits, ...counts }: MailReport, lang: Language): string {
  const shown = hits.map(({ reasons, ...hit }) => ({
    ...hit,
    reasons: reasons.map((reason) => ({ ...reason, text: tellReason(reason, lang).text })),
  }));
  return `${JSON.stringify({ ...counts, hits: shown, next: MAIL_STEPS.map((step) => step[lang]) })}\n`;
}
