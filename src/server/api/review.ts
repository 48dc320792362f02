/**
 * The review of one item: tags, notes, who checked it. All of it follows from events that are only ever
 * added; `version` counts those of the item.
 *
 * GET /api/review/items/ID: ReviewJson
 * POST /api/review/items/ID: ReviewChange; answers ReviewJson.
 *
 * A change says which version it was made on (`base`). If others changed the same thing since, both are
 * kept and the answer (200) names them in `conflicts`: nothing is lost and nothing is overwritten.
 */
export interface ReviewJson {
  readonly item: string;
  readonly version: number;
  readonly tags: readonly { readonly tag: string; readonly author: string; readonly time: string }[];
  readonly notes: readonly NoteJson[];
  readonly checks: readonly CheckJson[];
  readonly signOff: SignOffJson;
  readonly inDossier: boolean;
  readonly conflicts: readonly ConflictJson[];
}

export interface NoteJson {
  readonly id: string;
  readonly author: string;
  readonly time: string;
  readonly text: string;
  /** Texts others wrote on the same version; shown side by side until one edits the note again. */
  readonly beside: readonly { readonly author: string; readonly time: string; readonly text: string }[];
  readonly edited: boolean;
}

export interface CheckJson {
  readonly author: string;
  readonly time: string;
  /** The item's verdict changed since, so the check is no longer of what the item shows. */
  readonly outdated: boolean;
}

/** Four eyes: two different authors signed the item with the same verdict. */
export interface SignOffJson {
  readonly state: 'none' | 'one' | 'two';
  readonly by: readonly { readonly author: string; readonly time: string }[];
}

export interface ConflictJson {
  readonly what: 'note' | 'tag' | 'sign-off' | 'dossier' | 'search';
  readonly author: string;
  readonly time: string;
  readonly change: ReviewChange['change'] | null;
}

export interface ReviewChange {
  /** `version` of the ReviewJson the person looked at. */
  readonly base: number;
  readonly change:
    | { readonly type: 'tag'; readonly tag: string }
    | { readonly type: 'untag'; readonly tag: string }
    | { readonly type: 'note'; readonly text: string }
    | { readonly type: 'edit-note'; readonly note: string; readonly text: string }
    | { readonly type: 'remove-note'; readonly note: string }
    | { readonly type: 'check' }
    | { readonly type: 'uncheck' }
    | { readonly type: 'sign-off' }
    | { readonly type: 'withdraw-sign-off' }
    | { readonly type: 'collect' }
    | { readonly type: 'uncollect' };
}

/**
 * GET /api/review: everything that is not about one item alone.
 * GET /api/review/history?item=ID&after=N&limit=N: ReviewEventJson[] in a Page.
 */
export interface ReviewOverviewJson {
  /** Counts all events of the review. */
  readonly version: number;
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  readonly authors: readonly string[];
  readonly searches: readonly SavedSearchJson[];
  readonly dossier: readonly DossierEntryJson[];
  readonly checked: number;
  readonly signedOff: number;
  readonly notes: number;
}

export interface SavedSearchJson {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly author: string;
  readonly time: string;
}

export interface DossierEntryJson {
  readonly item: string;
  readonly subject: string;
  readonly verdict: string | null;
  readonly signedOff: boolean;
  readonly author: string;
  readonly time: string;
}

/** POST /api/review/searches; answers ReviewOverviewJson. */
export type SearchChange =
  | { readonly type: 'save-search'; readonly name: string; readonly query: string }
  | { readonly type: 'remove-search'; readonly id: string };

export interface ReviewEventJson {
  readonly number: number;
  readonly time: string;
  readonly author: string;
  readonly item: string | null;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hash: string;
}
