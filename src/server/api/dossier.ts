/**
 * GET /api/dossiers?lang=: who a dossier may be for, and those made since the server started, newest first.
 * POST /api/dossiers: DossierRequest → MadeDossierJson; the making is in the custody log.
 * GET /api/dossiers/ID/dossier.html: the page, for a frame without scripts; with `?download=1` as a file.
 * GET /api/dossiers/ID/dossier.pdf: the page printed, where `pdf` says that a browser was found; takes seconds the first time.
 * GET /api/dossiers/ID/statement.md: the draft statement, Markdown.
 */
export interface DossiersJson {
  readonly audiences: readonly {
    readonly audience: string;
    readonly name: string;
    readonly purpose: string;
    /** Whether words of the leak are in it. */
    readonly words: boolean;
  }[];
  readonly made: readonly MadeDossierJson[];
  /** Whether this machine has a browser that prints to PDF. */
  readonly pdf: boolean;
}

export interface DossierRequest {
  readonly for: string;
  readonly lang: string;
  /** When the leak came out, and when a statement was made: as 2017-05-05T20:30 in `zone`, or with an offset. */
  readonly published?: string;
  readonly statement?: string;
  readonly zone?: string;
  /** Of an election, whose silence counts. */
  readonly election?: string;
  /** Takes attribution.json of the case. */
  readonly matrix?: boolean;
}

export interface MadeDossierJson {
  readonly id: string;
  readonly for: string;
  readonly lang: string;
  /** ISO 8601. */
  readonly time: string;
  readonly author: string | null;
  readonly claims: readonly { readonly text: string; readonly items: readonly string[] }[];
  /** Of the statement's words, by ICD 203. */
  readonly faults: number;
  readonly gates: readonly { readonly gate: string; readonly outcome: string }[];
  /** Rules of silence in force now; null where no election was named. */
  readonly silenceInForce: readonly string[] | null;
  readonly files: readonly { readonly name: string; readonly url: string; readonly size: number }[];
}
