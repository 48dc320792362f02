import type { CaseStore } from '../../case/store.ts';
import type { Language } from '../../model/text.ts';
import type { Audience, Election } from '../../silence/index.ts';
import type { Draft, Place } from '../draft/draft.ts';
import type { PublishNote } from '../note/note.ts';
import type { FindingCode } from './finding-codes.ts';

export const GATES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10', 'G11'] as const;

export type GateId = (typeof GATES)[number];

/** `unchecked`: what it takes to look is not there; that is not a pass. `note`: told, moves nothing. */
export type Severity = 'block' | 'warn' | 'unchecked' | 'note';

/** One thing a gate has to say. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Null: about the draft as a whole. */
  readonly place: Place | null;
  /** The words at fault; personal data are masked. */
  readonly words: string;
  /** Values for the text. */
  readonly values: Readonly<Record<string, string>>;
  /** What an override covers: the same finding of a later version has the same. */
  readonly fingerprint: string;
}

/** A person's decision to go through a gate, from the custody log. */
export interface Override {
  readonly by: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly time: string;
}

export type GateResult =
  | { readonly gate: GateId; readonly outcome: 'passes'; readonly findings: readonly Finding[] }
  | { readonly gate: GateId; readonly outcome: 'warns'; readonly findings: readonly Finding[] }
  | { readonly gate: GateId; readonly outcome: 'blocks'; readonly findings: readonly Finding[] }
  | { readonly gate: GateId; readonly outcome: 'could-not-check'; readonly findings: readonly Finding[] }
  /** It blocked or warned, and every such finding is covered. */
  | {
      readonly gate: GateId;
      readonly outcome: 'overridden';
      readonly was: 'blocks' | 'warns';
      readonly findings: readonly Finding[];
      readonly overrides: readonly Override[];
    };

export interface SilenceContext {
  readonly election: Election;
  /** Milliseconds since 1970: when it would be published. */
  readonly at: number;
  /** Absent: every territory that votes. */
  readonly territories?: readonly string[];
  /** Who publishes. */
  readonly audience: Audience;
}

/** What the gates look at. */
export interface GateContext {
  readonly draft: Draft;
  readonly lang: Language;
  readonly note: PublishNote;
  /** Null: no case was given, and what hangs on it cannot be checked. */
  readonly store: CaseStore | null;
  /** Null: no election is known around the time of publication. */
  readonly silence: SilenceContext | null;
  /** Names that must not appear, a line each; `|` between spellings. */
  readonly names: readonly string[];
  /** The bytes of a picture beside the draft; null where there are none. */
  readonly picture: (name: string) => Uint8Array | null;
  /** Whether pictures are read by OCR: some seconds each. */
  readonly ocr: boolean;
}

export type Gate = (context: GateContext) => readonly Finding[] | Promise<readonly Finding[]>;
