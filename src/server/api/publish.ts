/**
 * GET /api/publish?lang=: the gates, the fields of a note, and what was checked and overridden before, newest first.
 * POST /api/publish/check: DraftRequest → GateReportJson. The check is in the custody log, the draft is not kept.
 * POST /api/publish/override: OverrideRequest → GateReportJson, as it stands then. Only a lead, where there are accounts.
 */
export interface PublishJson {
  readonly gates: readonly { readonly gate: string; readonly name: string }[];
  readonly acts: readonly PublishAct[];
}

/** An entry of the custody log. */
export type PublishAct =
  | {
      readonly type: 'checked';
      readonly time: string;
      /** SHA-256 of the draft. */
      readonly draft: string;
      readonly file: string;
      readonly author: string | null;
      readonly blocked: readonly string[];
    }
  | {
      readonly type: 'overridden';
      readonly time: string;
      readonly draft: string;
      readonly gate: string;
      readonly by: string;
      readonly reason: string;
    };

export interface DraftRequest {
  /** `article.docx`: tells the kinds of text apart. */
  readonly name: string;
  /** The draft, or `base64` of its bytes. */
  readonly text?: string;
  readonly base64?: string;
  /** What only people can state: editor, public-interest, asked, … (docs/publishing.md). */
  readonly note?: Readonly<Record<string, string>>;
  /** Names that must not appear, other spellings behind `|`. */
  readonly names?: readonly string[];
  /** Of an election; without, the next one known within 30 days. */
  readonly election?: string;
  /** When it is to be published, as 2017-05-05T20:30 in `zone`, or with an offset; now without. */
  readonly at?: string;
  readonly zone?: string;
  /** Who publishes; `press` without. */
  readonly audience?: string;
  /** Of the answer. */
  readonly lang?: string;
}

export interface OverrideRequest extends DraftRequest {
  readonly gate: string;
  /** First and last name. */
  readonly by: string;
  /** A sentence. */
  readonly reason: string;
}

/** As `tamis publish check --json` (docs/schema/publish-check.json). Personal data are masked. */
export interface GateReportJson {
  readonly file: string;
  readonly draft: string;
  readonly blocked: boolean;
  readonly gates: readonly GateJson[];
}

export interface GateJson {
  readonly gate: string;
  readonly name: string;
  readonly outcome: 'passes' | 'warns' | 'blocks' | 'could-not-check' | 'overridden';
  readonly was?: 'blocks' | 'warns';
  readonly overrides?: readonly { readonly by: string; readonly reason: string; readonly time: string }[];
  readonly findings: readonly FindingJson[];
}

export interface FindingJson {
  readonly code: string;
  readonly severity: 'block' | 'warn' | 'unchecked' | 'note';
  readonly place: {
    readonly paragraph: number;
    readonly line: number | null;
    readonly where: string;
  } | null;
  readonly words: string;
  readonly values: Readonly<Record<string, string>>;
  readonly text: string;
  readonly todo: string;
}
