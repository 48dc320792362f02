/**
 * What the rehearsal makes. The numbers are those reported of 5 May 2017 (DFRLab and others): 47,000 posts in
 * 3.5 hours, 87 re-shares within five minutes and 15 within one, ten accounts with over 1,300 posts of which
 * one has 294 in two hours, 15 posts of WikiLeaks, more American accounts yet more French text.
 */
export const PLAN = {
  posts: 47_000,
  startMs: Date.UTC(2017, 4, 5, 18, 49, 12),
  seconds: 12_600,
  tag: 'MacronLeaks',
  busiest: { accounts: 10, posts: 1_310, topPosts: 294, topSeconds: 7_140, seconds: 11_400 },
  wikileaks: 15,
  run: { total: 207, inFiveMinutes: 87, inOneMinute: 15 },
  organicAccounts: 15_000,
  originals: 1_500,
  /** Readers of one outlet who re-share whatever it posts: alike, and innocent. */
  fans: { accounts: 200, posts: 12, share: 0.5, medianDelay: 240 },
} as const;

/** Groups planted beside organic traffic. `spread`: seconds within which all members act. */
export interface PlantedKind {
  readonly kind: 'script' | 'copied-text' | 'loose' | 'automated';
  readonly groups: number;
  readonly members: number;
  readonly objects: number;
  readonly spread: number;
}

/** What every rehearsal has planted in it. */
export const PLANTED: readonly PlantedKind[] = [
  { kind: 'script', groups: 3, members: 12, objects: 15, spread: 8 },
  { kind: 'copied-text', groups: 2, members: 10, objects: 8, spread: 40 },
  { kind: 'loose', groups: 2, members: 10, objects: 10, spread: 300 },
  // Alone, every two minutes: automated and coordinated are different things.
  { kind: 'automated', groups: 10, members: 1, objects: 80, spread: 0 },
];
