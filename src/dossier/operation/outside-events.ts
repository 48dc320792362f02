import type { CaseStore } from '../../case/index.ts';
import type { Election } from '../../silence/index.ts';
import { silenceReport } from '../../silence/index.ts';
import { UNNAMED_PLATFORM } from '../../spread/post.ts';
import type { OperationEvent } from './event.ts';
import type { PostFacts } from './posts.ts';

/** Milliseconds of the window that `volume.busiest` looks for. */
const HOURS_3_5 = 3.5 * 3_600_000;

/** Kinds of sites that say how a leak took its way. */
const TOLD_SITES: ReadonlySet<string> = new Set(['image-board', 'paste', 'file-sharing', 'archive']);
const MOST_SITES = 8;

/** When the leak was first posted and where, and when most was. */
export function postEvents({ volume, paths, unnamed }: PostFacts): OperationEvent[] {
  const [first] = volume.firstPosts;
  const base = { stage: 'spread', zone: 'UTC', items: [] } as const;
  // Both rest on all posts: one of unknown origin is enough to make them no network's word.
  const ground = unnamed === 0 ? 'platform' : 'table';
  const sites = paths.sites
    .filter(({ kind }) => TOLD_SITES.has(kind))
    .sort((a, b) => a.first - b.first)
    .slice(0, MOST_SITES);
  return [
    {
      ...base,
      ground,
      code: 'first-post',
      from: iso(volume.first),
      to: iso(volume.last),
      count: volume.posts,
      detail: {
        platform: first === undefined || first.platform === UNNAMED_PLATFORM ? '' : first.platform,
        post: first?.id ?? '',
        posts: volume.posts,
        accounts: volume.accounts,
      },
    },
    {
      ...base,
      ground,
      code: 'busiest-hours',
      from: iso(volume.busiest.from),
      to: iso(volume.busiest.from + HOURS_3_5),
      count: volume.busiest.posts,
      detail: { posts: volume.busiest.posts },
    },
    ...sites.map(
      ({ site, kind, first: time, posts, firstPost }): OperationEvent => ({
        ...base,
        ground: firstPost.startsWith(`${UNNAMED_PLATFORM} `) ? 'table' : 'platform',
        code: 'site-appears',
        from: iso(time),
        to: null,
        count: posts,
        detail: { site, kind, posts, post: firstPost },
      }),
    ),
  ];
}

/** What the user says happened: the case cannot know it. */
export function toldEvent(
  stage: 'publication' | 'statement',
  code: 'published' | 'statement',
  at: string | null,
): OperationEvent[] {
  if (at === null) return [];
  return [{ stage, code, from: at, to: null, zone: 'UTC', ground: 'told', items: [], count: 0, detail: {} }];
}

/** Rules that forbid a campaign to speak, each with the time over all its territories and in the largest of them. */
export function silenceEvents(election: Election | null): OperationEvent[] {
  if (election === null) return [];
  const { entries } = silenceReport({ election, at: 0, audience: 'campaigns' });
  const bound = entries.filter(({ state, from, to }) => state !== 'none' && from !== null && to !== null);
  return [...Map.groupBy(bound, ({ rule }) => rule.id)].map(([rule, windows]) => {
    const [first] = windows;
    return {
      stage: 'silence',
      code: 'silence',
      from: iso(Math.min(...windows.map(({ from }) => from ?? 0))),
      to: iso(Math.max(...windows.map(({ to }) => to ?? 0))),
      zone: 'UTC',
      ground: 'rule',
      items: [],
      count: windows.length,
      detail: {
        rule,
        election: election.id,
        territories: windows.length,
        basis: first?.rule.basis ?? '',
        acts: (first?.rule.forbids ?? []).join(' '),
      },
    };
  });
}

/** The first sift of this case, by its log. */
export function caseEvents(store: CaseStore): OperationEvent[] {
  for (const { action, time } of store.custody())
    if (action === 'sift-started')
      return [
        {
          stage: 'case',
          code: 'sifted',
          from: time,
          to: null,
          zone: 'UTC',
          ground: 'logged',
          items: [],
          count: 0,
          detail: {},
        },
      ];
  return [];
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
