import type { ItemKind } from '../../model/item.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { CountedValue } from './common.ts';

/** GET /api/overview?lang=en|fr. Cheap enough to ask again whenever the event `progress` comes. */
export interface OverviewJson {
  readonly totals: TotalsJson;
  readonly progress: ProgressJson;
  readonly failures: readonly FailureCount[];
  readonly verdicts: readonly VerdictCount[];
  readonly reasons: readonly ReasonCount[];
  readonly timeline: TimelineJson;
  readonly senders: readonly PersonCount[];
  readonly recipients: readonly PersonCount[];
  readonly languages: readonly CountedValue[];
  readonly topics: readonly TopicCount[];
  readonly about: AboutJson;
  /** What a person should look at first, in that order. */
  readonly first: readonly FirstLook[];
}

/** Of the leak; the reference archive is not counted. */
export interface TotalsJson {
  readonly items: Readonly<Record<ItemKind | 'total', number>>;
  readonly bytes: number;
  readonly failures: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly duplicates: number;
}

export interface ProgressJson {
  /** Some process holds the writer's lock: a sift runs. */
  readonly running: boolean;
  readonly tasks: { readonly pending: number; readonly done: number };
}

/** What it takes to say how bad it is. */
export interface AboutJson {
  /** Items with text. */
  readonly texts: number;
  /** More than half of the texts are about what every mailbox is about. */
  readonly mundane: boolean;
  /** Items that hold anything personal but addresses of mail. */
  readonly withPersonalData: number;
  /** By kind, most items first; mail addresses are everywhere and left out. */
  readonly personal: readonly {
    readonly kind: string;
    readonly title: string;
    readonly items: number;
    readonly query: string;
  }[];
  /** Documents saved in a run of saves. */
  readonly savedInBatch: number;
  /** Posts that were brought into the case, by the last import of its log. */
  readonly posts: number;
}

export interface FailureCount {
  readonly code: string;
  readonly count: number;
  readonly title: string;
  readonly text: string;
  readonly next: string;
  readonly query: string;
}

export interface VerdictCount {
  readonly verdict: Verdict | null;
  readonly title: string;
  readonly text: string;
  readonly count: number;
  readonly query: string;
}

export interface ReasonCount {
  readonly code: string;
  readonly title: string;
  readonly count: number;
  readonly query: string;
}

/** Messages per day (UTC) by verdict. Days without any are left out. */
export interface TimelineJson {
  readonly days: readonly TimelineDay[];
  /** Items without a date. */
  readonly undated: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Documents saved after the last message was sent: days with counts, the marks on the line of time. */
  readonly savedAfter: readonly { readonly day: string; readonly count: number }[];
}

export interface TimelineDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly counts: Readonly<Partial<Record<Verdict | 'none', number>>>;
}

export interface PersonCount {
  readonly address: string;
  readonly name: string;
  readonly count: number;
  readonly query: string;
}

export interface TopicCount {
  readonly topic: string;
  readonly count: number;
  readonly query: string;
}

export interface FirstLook {
  readonly why:
    | 'altered'
    | 'doubtful'
    | 'batch-saved'
    | 'key-conflict'
    | 'most-shared'
    | 'clock-conflict'
    | 'decoy'
    | 'bait';
  readonly title: string;
  readonly text: string;
  readonly count: number;
  /** Opens them in the reader; null where `items` is all there is. */
  readonly query: string | null;
  /** The first few. */
  readonly items: readonly {
    readonly id: string;
    readonly subject: string;
    readonly from: string;
    readonly date: string | null;
  }[];
}
