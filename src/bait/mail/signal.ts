import type { MailReasonCode } from '../../judge/reasons/bait.ts';
import type { Guarded } from './guarded.ts';
import type { MailView } from './mail-view.ts';

/** Something found in a mail that speaks for phishing; its weight is in `weights.ts`. */
export interface Signal {
  readonly code: MailReasonCode;
  /** 2 where it is there in plenty: it then counts twice. */
  readonly level: 1 | 2;
  readonly detail: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What looks at one side of a mail and tells what speaks for bait there. */
export type Rule = (view: MailView, guarded: Guarded) => Iterable<Signal>;

/** One example of many for a detail: what is shown of it is bounded. */
export function example(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
