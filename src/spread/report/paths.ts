import { getDomain } from 'tldts';
import type { Query } from './posts-table.ts';

/** What a linked site is to the way of a leak. */
export type SiteKind =
  | 'image-board'
  | 'paste'
  | 'file-sharing'
  | 'social'
  | 'video'
  | 'archive'
  | 'shortener'
  | 'other';

/** Sites whose kind matters for the way a leak takes; all others are `other` (press, blogs, campaigns). */
const KINDS: Readonly<Record<SiteKind, string>> = {
  'image-board':
    '4chan.org 4channel.org 8ch.net 8kun.top endchan.org 2ch.hk kiwifarms.net archive.4plebs.org 4plebs.org',
  paste: 'pastebin.com ghostbin.com 0bin.net paste.ee rentry.co justpaste.it controlc.com pst.moe',
  'file-sharing':
    'mega.nz mediafire.com archive.today anonfiles.com wetransfer.com dropbox.com we.tl zippyshare.com magnet',
  social:
    'twitter.com x.com t.co facebook.com instagram.com reddit.com vk.com t.me telegram.org gab.com gab.ai parler.com bsky.app tiktok.com linkedin.com',
  video: 'youtube.com youtu.be dailymotion.com vimeo.com bitchute.com rumble.com odysee.com periscope.tv',
  archive: 'archive.org archive.is archive.ph archive.fo wikileaks.org',
  shortener: 'bit.ly goo.gl tinyurl.com ow.ly buff.ly dlvr.it ift.tt is.gd',
  other: '',
};

const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, sites]) =>
    sites.split(' ').map((site): [string, SiteKind] => [site, kind as SiteKind]),
  ),
);

/** A site that posts link to, by registrable domain; times in UTC milliseconds. */
export interface SiteUse {
  readonly site: string;
  readonly kind: SiteKind;
  readonly posts: number;
  readonly accounts: number;
  /** The first link to it. */
  readonly first: number;
  readonly firstPost: string;
  readonly firstWho: string | null;
}

/** Where the leak came from and where it went, by first appearance. */
export interface Paths {
  /** Networks the posts are of, and kinds of sites they link to, each by first appearance. */
  readonly order: readonly {
    readonly what: string;
    readonly first: number;
    readonly posts: number;
    readonly firstPost: string;
  }[];
  readonly sites: readonly SiteUse[];
  readonly links: readonly {
    readonly url: string;
    readonly posts: number;
    readonly accounts: number;
    readonly first: number;
  }[];
  /** Accounts of an earlier campaign that are here again. */
  readonly earlier: readonly {
    readonly who: string;
    readonly handle: string | null;
    readonly posts: number;
  }[];
  readonly earlierListed: number;
}

/** Where links lead, and in which order networks and sites came in. */
export async function paths(query: Query, earlier: ReadonlySet<string>): Promise<Paths> {
  const links = await query<LinkRow>(
    `WITH u AS (SELECT unnest(urls) AS url, platform || ' ' || id AS post, who, time FROM p)
     SELECT url, count(*) AS posts, count(DISTINCT who) AS accounts, min(time) AS first, arg_min(post, time) AS post,
            arg_min(who, time) AS who FROM u GROUP BY url ORDER BY posts DESC, url`,
  );
  const sites = bySite(links);
  const networks = await query<{ what: string; first: number; posts: number; firstPost: string }>(
    `SELECT 'network ' || platform AS what, min(time) AS first, count(*) AS posts, arg_min(id, time) AS "firstPost" FROM p GROUP BY platform`,
  );
  const kinds = [...Map.groupBy(sites, (site) => site.kind)].map(([kind, own]) => {
    const first = own.reduce((a, b) => (b.first < a.first ? b : a));
    return {
      what: `links to ${kind}`,
      first: first.first,
      posts: own.reduce((sum, site) => sum + site.posts, 0),
      firstPost: first.firstPost,
    };
  });
  return {
    order: [...networks, ...kinds].sort((a, b) => a.first - b.first || (a.what < b.what ? -1 : 1)),
    sites: sites.sort((a, b) => b.posts - a.posts || (a.site < b.site ? -1 : 1)).slice(0, 200),
    links: links.slice(0, 50).map(({ url, posts, accounts, first }) => ({ url, posts, accounts, first })),
    earlier: await again(query, earlier),
    earlierListed: earlier.size,
  };
}

interface LinkRow {
  readonly url: string;
  readonly posts: number;
  readonly accounts: number;
  readonly first: number;
  readonly post: string;
  readonly who: string | null;
}

function bySite(links: readonly LinkRow[]): SiteUse[] {
  const sites = new Map<string, SiteUse>();
  for (const link of links) {
    const site = getDomain(link.url) ?? 'unreadable';
    const known = sites.get(site);
    const earlier = known === undefined || link.first < known.first;
    sites.set(site, {
      site,
      kind: KIND_OF.get(site) ?? 'other',
      posts: (known?.posts ?? 0) + link.posts,
      // Accounts that share two links of a site count twice: an upper bound.
      accounts: (known?.accounts ?? 0) + link.accounts,
      first: earlier ? link.first : known.first,
      firstPost: earlier ? link.post : known.firstPost,
      firstWho: earlier ? link.who : known.firstWho,
    });
  }
  return [...sites.values()];
}

async function again(query: Query, earlier: ReadonlySet<string>): Promise<Paths['earlier']> {
  if (earlier.size === 0) return [];
  const rows = await query<{ who: string; handle: string | null; posts: number }>(
    'SELECT who, any_value(handle) AS handle, count(*) AS posts FROM p WHERE who IS NOT NULL GROUP BY who ORDER BY posts DESC, who',
  );
  return rows.filter(
    (row) => earlier.has(row.who.toLowerCase()) || earlier.has((row.handle ?? '').toLowerCase()),
  );
}
