import type { Matrix } from '../../attribution/index.ts';
import type { DossierAudience, DossierSummary, OperationJson } from '../../dossier/index.ts';
import type { Language } from '../../model/text.ts';
import type { GateId, PublishNote } from '../../publish/index.ts';
import type { Audience } from '../../silence/index.ts';
import type { CasePlace } from '../case-place.ts';

/** What the case cannot know and whoever asks may say; data that another process can be given. */
export interface ToldWork {
  /** ISO 8601. */
  readonly published: string | null;
  readonly statement: string | null;
  /** Id of an election. */
  readonly election: string | null;
  readonly matrix: Matrix | null;
}

export interface DraftWork {
  /** Tells the kinds of text apart. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly note: PublishNote;
  /** Names that must not appear, a line each. */
  readonly names: readonly string[];
  /** Id of an election; null: the next one known around `at`. */
  readonly election: string | null;
  /** Milliseconds since 1970: when it would be published. */
  readonly at: number;
  readonly audience: Audience;
  readonly lang: Language;
  /** Who looks, and in which session, for the custody log. */
  readonly author: string | null;
  readonly session: string;
}

/** Work over the whole case that takes seconds: by name what is asked and what is answered. */
export interface CaseTasks {
  readonly operation: {
    readonly input: { readonly told: ToldWork; readonly lang: Language };
    readonly output: OperationJson & {
      readonly looked: { readonly posts: boolean; readonly bait: boolean };
    };
  };
  readonly dossier: {
    readonly input: {
      readonly audience: DossierAudience;
      readonly told: ToldWork;
      readonly lang: Language;
      readonly at: number;
      readonly version: string;
    };
    readonly output: MadeDossier;
  };
  readonly 'publish-check': {
    readonly input: DraftWork;
    readonly output: Readonly<Record<string, unknown>>;
  };
  readonly 'publish-override': {
    readonly input: DraftWork & { readonly gate: GateId; readonly by: string; readonly reason: string };
    readonly output: Readonly<Record<string, unknown>>;
  };
}

export interface MadeDossier {
  readonly summary: DossierSummary;
  readonly html: string;
  /** Markdown. */
  readonly statement: string;
}

export type CaseTaskName = keyof CaseTasks;

/** What a process is started with. */
export interface CaseJob<Name extends CaseTaskName = CaseTaskName> {
  readonly place: CasePlace;
  readonly name: Name;
  readonly input: CaseTasks[Name]['input'];
}
