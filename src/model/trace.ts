/**
 * What shows who or what had an item in hand. To be touched is not to be forged, and every one of these can be
 * planted: docs/traces.md.
 */
export const TRACE_KINDS = [
  'person',
  'user-name',
  'machine',
  'printer',
  'company',
  'path',
  'application',
  'interface-language',
  'language',
  'code-page',
  'template',
  'mac-address',
  'camera-serial',
  'gps',
  'guid',
  'rsid',
  'time-zone',
  'ip',
  'host',
  'x-mailer',
] as const;

/** What kind of thing a trace names. */
export type TraceKind = (typeof TRACE_KINDS)[number];

/** One thing found in one place. */
export interface Trace {
  readonly kind: TraceKind;
  readonly value: string;
  /** The exact place: `docProps/core.xml cp:lastModifiedBy`, `Received 1 of 4, from`. */
  readonly where: string;
  /** ISO 8601, by the item's own clock that belongs to this trace; null where none does. */
  readonly time: string | null;
}

/**
 * How a value stands to those the victim's own material has. `unseen` is said only where there is enough of that
 * material to have shown it; `unknown` where there is not.
 */
export type Familiarity = 'usual' | 'seldom' | 'unseen' | 'unknown';

/** An item as it is listed. */
export interface ItemName {
  readonly id: string;
  readonly name: string;
}

/** All traces of one kind and value in the leak. */
export interface TraceGroup {
  readonly kind: TraceKind;
  readonly value: string;
  /** Items of the leak that bear it, copies counted. */
  readonly items: number;
  /** ISO 8601; null where no clock belongs to any of them. */
  readonly first: string | null;
  readonly last: string | null;
  /** What it was found as: `last-author`, `Received`; the most frequent first. */
  readonly roles: readonly string[];
  /** Days of the usual set on which it was found, and days on which anything of its kind was. */
  readonly usualDays: number;
  readonly ofDays: number;
  /** log2((ofDays + 1) / (usualDays + 1)): 0 is found on every day, each bit halves the share. */
  readonly surprise: number;
  readonly familiarity: Familiarity;
  readonly examples: readonly ItemName[];
}

/** What the usual set was learnt from. */
export type UsualSource = 'authentic-and-reference' | 'whole-leak';

/** A value of a window, and how often it is met in it. */
export interface CountedValue {
  readonly value: string;
  readonly count: number;
  /** Items of the leak that bear it too, outside of the window and of others within two weeks of it. */
  readonly elsewhere: number;
  readonly familiarity: Familiarity;
}

/** One document of a window, with the copies of its bytes. */
export interface SavedFile extends ItemName {
  readonly path: string;
  readonly type: string;
  /** ISO 8601, as the document tells it. */
  readonly saved: string;
  readonly source: string;
  readonly created: string | null;
  readonly author: string | null;
  readonly lastAuthor: string | null;
  readonly application: string | null;
  /** Of the menus of its program where it tells, else of the text. */
  readonly languages: readonly string[];
  /** Ids of items with the same bytes. */
  readonly copies: readonly string[];
}

/** What of a window may be strange to the leak. */
export type WindowTrait = 'application' | 'language' | 'last-author';

/** Unrelated documents, made on different days, that were saved again one right after the other. */
export interface SaveWindow {
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
  /** Whether the clocks tell their zone; a window never mixes the two. */
  readonly zone: 'UTC' | 'local';
  /** All of them; `files` names the first ten thousand. */
  readonly documents: number;
  /** Documents of different origin: those of one author and one day of making count once. */
  readonly unrelated: number;
  /** Of such a run anywhere in the leak, if saving went on as it does elsewhere in it. */
  readonly probability: number;
  /** What the probability was reckoned from (docs/traces.md). */
  readonly rhythm: {
    readonly gapSeconds: number;
    /** Saves and makings outside of the window, and how many were followed within the gap. */
    readonly events: number;
    readonly followed: number;
    /** The upper bound of that share, with which was reckoned. */
    readonly chance: number;
    /** Runs that could have begun anywhere, times the gaps that were tried. */
    readonly tries: number;
  };
  readonly applications: readonly CountedValue[];
  /** Of the menus of their programs. */
  readonly languages: readonly CountedValue[];
  /** Those that documents are marked to be written in whose program tells none; absent in cases of before this was told. */
  readonly textLanguages?: readonly CountedValue[];
  readonly lastAuthors: readonly CountedValue[];
  /** Which of these three are strange to the leak: found nowhere else in it, or not in what is genuine. */
  readonly foreign: readonly WindowTrait[];
  /** Earliest and latest time of making among its documents. */
  readonly made: readonly [string, string] | null;
  readonly files: readonly SavedFile[];
}

/** A document that says it was saved after it can have left its owner's hands. */
export interface LateSave extends ItemName {
  readonly path: string;
  readonly type: string;
  readonly saved: string;
  readonly source: string;
  readonly against: 'its-message' | 'last-message';
  /** When that message was sent, ISO 8601. */
  readonly sent: string;
  readonly message: string;
  readonly gapSeconds: number;
  readonly cause: LateCause | null;
  readonly lastAuthor: string | null;
  readonly application: string | null;
}

/** What would explain it: a zone taken for another; a signature that covers the document as it is. */
export type LateCause = 'zone' | 'covered-by-signature';

/** Ways in which two clocks of one document can contradict each other; told at large in docs/traces.md. */
export const CLOCK_CONFLICTS = [
  'made-after-saved',
  'application-newer-than-save',
  'edited-longer-than-existed',
  'changed-after-saved',
  'packed-before-saved',
  'packed-after-saved',
  'xmp-against-info',
  'exif-against-xmp',
  'directory-against-properties',
] as const;

/** One of them. */
export type ClockConflictCode = (typeof CLOCK_CONFLICTS)[number];

/** Two clocks of one document that cannot both be right, or need a reason to be. */
export interface ClockConflict extends ItemName {
  readonly conflict: ClockConflictCode;
  /** By how much, beyond what precision and zones allow for. */
  readonly gapSeconds: number;
  readonly one: { readonly source: string; readonly time: string };
  readonly other: { readonly source: string; readonly time: string };
}

/** What shows that documents were edited from one another. */
export const DERIVATIONS = ['rsids', 'pdf-id', 'document-id', 'thumbnail'] as const;

/** One of them. */
export type Derivation = (typeof DERIVATIONS)[number];

/** Documents that were edited from one another, or from one they have in common. */
export interface DerivedCluster {
  readonly by: Derivation;
  /** What else joins the very same documents. */
  readonly also: readonly Derivation[];
  /** Some of the ids they share. */
  readonly shared: readonly string[];
  readonly items: readonly ItemName[];
  /** How many they are, where not all of them are named. */
  readonly documents?: number;
}

/** What the pass over all traces found, beside the groups. */
export interface TraceFindings {
  readonly usual: { readonly source: UsualSource; readonly items: number };
  /** The last message of the leak that its dates let one believe; null without any. */
  readonly lastMessage: { readonly id: string; readonly date: string } | null;
  readonly windows: readonly SaveWindow[];
  readonly late: readonly LateSave[];
  readonly conflicts: readonly ClockConflict[];
  readonly derived: readonly DerivedCluster[];
}
