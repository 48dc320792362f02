/** Every reason code with its texts. A reason that is not here does not compile in the rules. */
import type { Language } from '../../model/text.ts';
import type { Reason } from '../../model/verdict.ts';
import { inLanguage } from '../texts/in-language.ts';
import { fillTemplate } from '../texts/template.ts';
import { BAIT_REASONS } from './bait.ts';
import { BROKEN_SIGNATURE_REASONS } from './broken-signature.ts';
import { CLOCK_REASONS } from './clocks.ts';
import { CONTEXT_REASONS } from './context.ts';
import { CORROBORATION_REASONS } from './corroboration.ts';
import { HABIT_REASONS } from './habits.ts';
import { NEAR_COPY_REASONS } from './near-copies.ts';
import type { ReasonText } from './reason-text.ts';
import { REFERENCE_REASONS } from './reference.ts';
import { SIGNATURE_REASONS } from './signature.ts';
import { TRACE_REASONS } from './traces.ts';
import { UNCOVERED_REASONS } from './uncovered.ts';

/** All reasons by code. */
export const REASONS = {
  ...REFERENCE_REASONS,
  ...SIGNATURE_REASONS,
  ...BROKEN_SIGNATURE_REASONS,
  ...UNCOVERED_REASONS,
  ...CONTEXT_REASONS,
  ...NEAR_COPY_REASONS,
  ...CLOCK_REASONS,
  ...CORROBORATION_REASONS,
  ...HABIT_REASONS,
  ...TRACE_REASONS,
  ...BAIT_REASONS,
};

/** Codes that a rule may give. */
export type ReasonCode = keyof typeof REASONS;

/** All codes, in the order of the tables above. */
export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];

/** A reason in one language, with its details in place. */
export interface ToldReason {
  /** A few words. */
  readonly title: string;
  /** Sentences. */
  readonly text: string;
}

/** A reason in words. A code without a text (a case made by a later version) is told as it is. */
export function tellReason(reason: Pick<Reason, 'code' | 'detail'>, lang: Language): ToldReason {
  const found = reasonText(reason.code);
  if (found === null) return { title: reason.code, text: `${reason.code} ${JSON.stringify(reason.detail)}` };
  const text = fillTemplate(inLanguage(found.text, lang), reason.detail, lang);
  return { title: inLanguage(found.title, lang), text };
}

/** The texts of a code as it lies in a case; null for one that this version does not know. */
export function reasonText(code: string): ReasonText | null {
  return Object.hasOwn(REASONS, code) ? REASONS[code as ReasonCode] : null;
}
