import type { MailReasonCode } from '../../judge/reasons/bait.ts';
import { attackIdsOf } from './attack-ids.ts';
import type { Guarded } from './guarded.ts';
import { type Indicators, indicatorsOf } from './indicators.ts';
import type { MailView } from './mail-view.ts';
import { AGAINST } from './set-weights.ts';
import type { Signal } from './signal.ts';
import { signalsOf } from './signals.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** How much a mail looks like phishing, and what makes it so. */
export interface BaitMail {
  /**
   * 0 to 100, an order and no probability: 50 is where one in a hundred ordinary mails of the development half lies
   * (docs/evaluation-bait.md).
   */
  readonly score: number;
  /** What adds up to the score, the heaviest first. */
  readonly reasons: readonly MailReason[];
  /** Techniques of MITRE ATT&CK (Enterprise) that the reasons point to. */
  readonly attack: readonly string[];
  readonly indicators: Indicators;
}

/** A reason with what it adds and what it was seen in. */
export interface MailReason {
  readonly code: MailReasonCode;
  /** What it adds to the log-odds. */
  readonly weight: number;
  readonly detail: Signal['detail'];
}

/** Scores from which a mail is told as bait. */
export const BAIT_SCORE = 50;

/** Judges a mail; `more` are signals that do not stand in the mail itself, as a trusted receiver's results. */
export function judgeMail(view: MailView, guarded: Guarded, more: readonly Signal[] = []): BaitMail {
  const reasons = [...signalsOf(view, guarded), ...more]
    .map(({ code, level, detail }) => ({ code, weight: weightOf(code) * level, detail }))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
  const odds = reasons.reduce((sum, { weight }) => sum + weight, BIAS);
  return {
    score: scoreOf(odds),
    reasons: reasons.map((reason) => ({ ...reason, weight: Math.round(reason.weight * 100) / 100 })),
    attack: attackIdsOf(reasons.map(({ code }) => code)),
    indicators: indicatorsOf(view),
  };
}

/** From log-odds to the score that is shown: 0 to 100, rounded, and 50 or more from even odds on and only there. */
export function scoreOf(odds: number): number {
  const score = Math.round(100 / (1 + Math.exp(-odds)));
  return odds < 0 ? Math.min(score, BAIT_SCORE - 1) : score;
}

function weightOf(code: MailReasonCode): number {
  return AGAINST[code] ?? WEIGHTS[code] ?? 0;
}
