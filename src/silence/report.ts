import type { Text } from '../model/text.ts';
import type { Election } from './election.ts';
import type { Audience } from './rule.ts';
import { type SilenceWindow, silenceWindows } from './windows.ts';

/**
 * How a window stands at a moment. `open-start`: it has no fixed hour to begin, so it may hold already;
 * `none`: no silence is known there.
 */
export type SilenceState = 'in-force' | 'open-start' | 'before' | 'after' | 'none';

export interface SilenceEntry extends SilenceWindow {
  readonly state: SilenceState;
}

export interface SilenceReport {
  readonly election: Election;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The moment was named, and need not be now. */
  readonly told: boolean;
  readonly entries: readonly SilenceEntry[];
  readonly notAdvice: Text;
}

/** Shown wherever a silence is; a clock that is taken for counsel does harm. */
export const NOT_ADVICE: Text = {
  en: 'This is not legal advice. It is a reading of the rules named, with the confidence given; ask counsel or the authority before you rely on it.',
  fr: 'Ceci n’est pas un avis juridique. C’est une lecture des règles citées, avec la confiance indiquée\u202f; consultez un juriste ou l’autorité avant de vous y fier.',
};

export interface SilenceQuestion {
  readonly election: Election;
  readonly at: number;
  /** Whether somebody named the moment; absent: it is now. */
  readonly told?: boolean;
  /** Ids; absent: every territory of the election. */
  readonly territories?: readonly string[];
  /** Who wants to speak; absent: rows for any. */
  readonly audience?: Audience;
}

/** Which rules hold at a moment, where, for whom and until when. Source: src/silence/rules. */
export function silenceReport(question: SilenceQuestion): SilenceReport {
  const { election, at, told = false, territories, audience } = question;
  const entries = silenceWindows(election)
    .filter((window) => territories === undefined || territories.includes(window.territory.id))
    .filter(
      ({ rule }) =>
        audience === undefined || rule.audience.includes('everyone') || rule.audience.includes(audience),
    )
    .map((window) => ({ ...window, state: stateAt(window, at) }));
  return { election, at, told, entries, notAdvice: NOT_ADVICE };
}

function stateAt({ rule, from, to }: SilenceWindow, at: number): SilenceState {
  if (rule.forbids.length === 0) return 'none';
  if (to !== null && at >= to) return 'after';
  if (from === null) return 'open-start';
  return at >= from ? 'in-force' : 'before';
}
