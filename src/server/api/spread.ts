/** GET /api/spread?tag=&from=&to= (times in milliseconds). 404 `no-posts` where the case holds none. Slow the first time. */
export interface SpreadJson {
  readonly completeness: {
    readonly tag: string | null;
    readonly from: number | null;
    readonly to: number | null;
    readonly platforms: Readonly<Record<string, number>>;
    readonly resolutions: Readonly<Record<string, number>>;
    readonly assumedZone: number;
    readonly languageByText: number;
    readonly missing: Readonly<Record<string, number>>;
  };
  readonly volume: {
    readonly posts: number;
    readonly accounts: number;
    readonly first: number;
    readonly last: number;
    readonly binMinutes: number;
    readonly start: number;
    readonly counts: readonly number[];
    readonly bursts: readonly { readonly from: number; readonly to: number; readonly posts: number }[];
    readonly early: number;
    readonly busiest: { readonly from: number; readonly posts: number };
    readonly reached: readonly { readonly posts: number; readonly afterMs: number }[];
    readonly firstPosts: readonly {
      readonly time: number;
      readonly platform: string;
      readonly id: string;
      readonly who: string | null;
      readonly repost_of: string | null;
    }[];
  };
  readonly concentration: {
    readonly gini: number;
    readonly topTenPosts: number;
    readonly topTenShare: number;
    readonly topPercentShare: number;
    readonly accounts: readonly {
      readonly who: string;
      readonly posts: number;
      readonly perHour: number;
      readonly inTwoHours: number;
      readonly reposts: number;
    }[];
  };
  readonly coordination: {
    readonly window: number;
    readonly tests: number;
    readonly supported: number;
    readonly audience: number;
    readonly layers: readonly SpreadLayer[];
    /** Those that hold against chance first; at most 2,000 of `edgesTotal`. */
    readonly edges: readonly SpreadEdge[];
    readonly edgesTotal: number;
    readonly groups: readonly SpreadGroup[];
    readonly bridges: readonly {
      readonly who: string;
      readonly community: number;
      readonly communities: number;
      readonly crossing: number;
    }[];
    readonly modularity: number;
    /** The posts behind each edge listed. */
    readonly evidence: readonly SpreadEvidence[];
  };
  readonly origin: {
    readonly cells: readonly {
      readonly country: string;
      readonly lang: string;
      readonly posts: number;
      readonly accounts: number;
    }[];
    readonly accountsByCountry: readonly { readonly name: string; readonly n: number }[];
    readonly postsByLanguage: readonly { readonly name: string; readonly n: number }[];
    readonly accountsByLanguage: readonly { readonly name: string; readonly n: number }[];
    readonly topPostsByLanguage: readonly { readonly name: string; readonly n: number }[];
    readonly hours: readonly { readonly lang: string; readonly posts: readonly number[] }[];
  };
}

export interface SpreadLayer {
  readonly layer: string;
  readonly shares: number;
  readonly objects: number;
  readonly accounts: number;
  /** Edges with at least `levels[i]` objects: observed, and by chance (mean and most of `repetitions`). */
  readonly levels: readonly number[];
  readonly observed: readonly number[];
  readonly timesNull: NullModel;
  readonly accountsNull: NullModel;
}

export interface NullModel {
  readonly mean: readonly number[];
  readonly most: readonly number[];
  readonly repetitions: number;
}

export interface SpreadEdge {
  readonly layer: string;
  readonly window: number;
  readonly from: string;
  readonly to: string;
  readonly objects: number;
  readonly shared: number;
  readonly meanSeconds: number;
  readonly pTimes: number;
  readonly pAccounts: number;
  readonly qTimes: number;
  readonly qAccounts: number;
  readonly support: 'both' | 'accounts-only' | 'audience' | 'none';
}

export interface SpreadGroup {
  readonly number: number;
  readonly members: readonly string[];
  readonly edges: number;
  readonly layers: readonly string[];
  readonly againstBoth: number;
}

export interface SpreadEvidence {
  readonly layer: string;
  readonly from: string;
  readonly to: string;
  readonly object: string;
  readonly postFrom: string;
  readonly postTo: string;
  readonly seconds: number;
}

/**
 * GET /api/spread/posts?account=&id=&from=&to=&lang=&place=&offset=&limit=
 *
 * `lang` and `place` as in `origin.cells`, so that a cell's posts are as many as it says.
 */
export interface SpreadPostJson {
  readonly platform: string;
  readonly id: string;
  readonly account: string | null;
  readonly handle: string | null;
  readonly time: number;
  readonly text: string;
  readonly lang: string | null;
  readonly place: string | null;
  readonly repostOf: string | null;
}
