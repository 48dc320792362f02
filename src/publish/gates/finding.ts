import { createHash } from 'node:crypto';
import { type Place, placeOf } from '../draft/draft.ts';
import type { FindingCode } from './finding-codes.ts';
import type { Finding, GateContext, Severity } from './gate.ts';

export interface FindingParts {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Offset in the draft; absent: about the whole. */
  readonly at?: number;
  readonly words?: string;
  readonly values?: Readonly<Record<string, string>>;
  /** What makes it the same in another version of the draft; the words and values otherwise. */
  readonly same?: string;
}

/** Words are shown as far as a line of a terminal reaches. */
const SHOWN_WORDS = 100;

/** A finding with its place in the draft and the fingerprint by which an override finds it again. */
export function finding({ draft }: Pick<GateContext, 'draft'>, parts: FindingParts): Finding {
  const { code, severity, at, words = '', values = {}, same } = parts;
  const place: Place | null = at === undefined ? null : placeOf(draft, at);
  const flat = words.replace(/\s+/gu, ' ').trim();
  const shown = flat.length > SHOWN_WORDS ? `${flat.slice(0, SHOWN_WORDS - 1)}…` : flat;
  const told = same ?? JSON.stringify([flat, Object.entries(values).toSorted()]);
  const fingerprint = createHash('sha256').update(`${code}\n${told}`).digest('hex').slice(0, 32);
  return { code, severity, place, words: shown, values, fingerprint };
}
