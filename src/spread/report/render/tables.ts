import type { Language, Text } from '../../../model/index.ts';
import type { SpreadReport } from '../build.ts';
import { WORDS } from './words.ts';

export type Cell = string | number;

/** One table of the report; all outputs (terminal, HTML, CSV) are made from the same ones. */
export interface Table {
  readonly name: string;
  readonly title: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A moment as people read it: to the second, UTC. */
export function moment(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** All tables, in the order of the sections. */
export function tables(report: SpreadReport, lang: Language): readonly Table[] {
  return [
    ...volumeTables(report),
    ...concentrationTables(report),
    ...coordinationTables(report, lang),
    ...restTables(report, lang),
  ];
}

function volumeTables({ volume }: SpreadReport): Table[] {
  return [
    {
      name: 'volume',
      title: WORDS.volume,
      columns: [WORDS.when, WORDS.posts],
      rows: volume.counts.map((count, i) => [moment(volume.start + i * volume.binMinutes * 60_000), count]),
    },
    {
      name: 'first-posts',
      title: WORDS.firstPosts,
      columns: [WORDS.when, WORDS.account, WORDS.post, WORDS.reposts],
      rows: volume.firstPosts.map((post) => [
        moment(post.time),
        post.who ?? '',
        `${post.platform} ${post.id}`,
        post.repost_of ?? '',
      ]),
    },
  ];
}

function concentrationTables({ concentration }: SpreadReport): Table[] {
  return [
    {
      name: 'most-active',
      title: WORDS.accounts,
      columns: [WORDS.account, WORDS.posts, WORDS.perHour, WORDS.inTwoHours, WORDS.reposts],
      rows: concentration.accounts.map((a) => [a.who, a.posts, rounded(a.perHour), a.inTwoHours, a.reposts]),
    },
    {
      name: 'fastest-runs',
      title: WORDS.reposts,
      columns: [WORDS.post, WORDS.author, WORDS.reposts, WORDS.inOneMinute, WORDS.inFiveMinutes, WORDS.when],
      rows: concentration.runs.map((run) => [
        run.post,
        run.author ?? '',
        run.total,
        run.inOneMinute,
        run.inFiveMinutes,
        moment(run.from),
      ]),
    },
  ];
}

function coordinationTables({ coordination }: SpreadReport, lang: Language): Table[] {
  const { layers, edges, communities } = coordination;
  return [
    {
      name: 'windows',
      title: WORDS.pairs,
      columns: [WORDS.layer, WORDS.window, WORDS.pairs, WORDS.accounts, WORDS.edges],
      rows: layers.flatMap((layer) =>
        layer.windows.map((w) => [layer.layer, `${w.window} s`, w.pairs, w.accounts, w.edges]),
      ),
    },
    {
      name: 'chance',
      title: WORDS.edges,
      columns: [WORDS.layer, WORDS.distinct, WORDS.seen, WORDS.byTimes, WORDS.byAccounts],
      rows: layers.flatMap((layer) =>
        layer.levels.map((level, i) => [
          layer.layer,
          level,
          layer.observed[i] ?? 0,
          rounded(layer.timesNull.mean[i] ?? 0),
          rounded(layer.accountsNull.mean[i] ?? 0),
        ]),
      ),
    },
    {
      name: 'groups',
      title: WORDS.group,
      columns: [WORDS.group, WORDS.members, WORDS.edges, WORDS.both, WORDS.kind, WORDS.account],
      rows: communities.groups.map((group) => [
        group.number,
        group.members.length,
        group.edges,
        group.againstBoth,
        group.layers.join(', '),
        group.members.slice(0, 12).join(' '),
      ]),
    },
    {
      name: 'bridges',
      title: WORDS.bridges,
      columns: [WORDS.account, WORDS.group, WORDS.crossing],
      rows: communities.bridges.map((bridge) => [bridge.who, bridge.community, bridge.crossing]),
    },
    {
      name: 'strongest-edges',
      title: WORDS.edges,
      columns: [
        WORDS.layer,
        WORDS.window,
        WORDS.account,
        WORDS.account,
        WORDS.objects,
        { en: 'q (times)', fr: 'q (heures)' },
        { en: 'q (accounts)', fr: 'q (comptes)' },
        WORDS.support,
      ],
      rows: edges
        .slice(0, 50)
        .map((edge) => [
          edge.layer,
          `${edge.window} s`,
          edge.from,
          edge.to,
          edge.objects,
          small(edge.qTimes),
          small(edge.qAccounts),
          WORDS[edge.support][lang],
        ]),
    },
  ];
}

function restTables({ automation, origin, paths }: SpreadReport, lang: Language): Table[] {
  return [
    {
      name: 'automation',
      title: WORDS.automation,
      columns: [WORDS.account, WORDS.posts, WORDS.score, WORDS.reasons],
      rows: automation.accounts
        .slice(0, 50)
        .map((a) => [
          a.who,
          a.posts,
          a.score,
          a.points.map(({ feature, points }) => `${reason(feature, lang)} ${points}`).join(', '),
        ]),
    },
    {
      name: 'origin-language',
      title: WORDS.origin,
      columns: [WORDS.country, WORDS.language, WORDS.accounts, WORDS.posts],
      rows: origin.cells.slice(0, 60).map((cell) => [cell.country, cell.lang, cell.accounts, cell.posts]),
    },
    {
      name: 'order',
      title: WORDS.paths,
      columns: [WORDS.what, WORDS.when, WORDS.posts, WORDS.first],
      rows: paths.order.map((step) => [step.what, moment(step.first), step.posts, step.firstPost]),
    },
    {
      name: 'sites',
      title: WORDS.site,
      columns: [WORDS.site, WORDS.kind, WORDS.posts, WORDS.when, WORDS.account],
      rows: paths.sites
        .slice(0, 50)
        .map((site) => [site.site, site.kind, site.posts, moment(site.first), site.firstWho ?? '']),
    },
    {
      name: 'earlier',
      title: WORDS.earlier,
      columns: [WORDS.account, WORDS.posts],
      rows: paths.earlier.map((account) => [account.who, account.posts]),
    },
  ];
}

function reason(feature: string, lang: Language): string {
  return feature in WORDS ? WORDS[feature as keyof typeof WORDS][lang] : feature;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function small(value: number): string {
  return value >= 0.001 ? value.toFixed(3) : value.toExponential(1);
}
