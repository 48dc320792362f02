import type { Language, Text } from '../../../model/index.ts';
import type { SpreadReport } from '../build.ts';
import { codeText, countryText, languageText, stepText } from './names.ts';
import { WORDS } from './words.ts';

/** A code stands as it is in files for programs, and as `said` on the page. */
export type Cell = string | number | { readonly code: string; readonly said: string };

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

function volumeTables({ volume, origin }: SpreadReport): Table[] {
  return [
    {
      name: 'volume',
      title: WORDS.volume,
      columns: [WORDS.time, WORDS.posts],
      rows: volume.counts.map((count, i) => [moment(volume.start + i * volume.binMinutes * 60_000), count]),
    },
    {
      name: 'first-posts',
      title: WORDS.firstPosts,
      columns: [WORDS.time, WORDS.account, WORDS.post, WORDS.repostOf],
      rows: volume.firstPosts.map((post) => [
        moment(post.time),
        post.who ?? '',
        `${post.platform} ${post.id}`,
        post.repost_of ?? '',
      ]),
    },
    {
      name: 'hours',
      title: WORDS.hours,
      columns: [
        WORDS.hour,
        ...origin.hours.map((row) => ({
          en: languageText(row.lang, 'en'),
          fr: languageText(row.lang, 'fr'),
        })),
      ],
      rows: Array.from({ length: 24 }, (_, hour) => [
        `${hour}`,
        ...origin.hours.map((row) => row.posts[hour] ?? 0),
      ]),
    },
  ];
}

function concentrationTables({ concentration }: SpreadReport): Table[] {
  return [
    {
      name: 'most-active',
      title: WORDS.mostActive,
      columns: [WORDS.account, WORDS.posts, WORDS.perHour, WORDS.inTwoHours, WORDS.reposts],
      rows: concentration.accounts.map((a) => [a.who, a.posts, rounded(a.perHour), a.inTwoHours, a.reposts]),
    },
    {
      name: 'fastest-runs',
      title: WORDS.fastestRuns,
      columns: [
        WORDS.post,
        WORDS.author,
        WORDS.reposts,
        WORDS.inOneMinute,
        WORDS.inFiveMinutes,
        WORDS.runFrom,
      ],
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
      title: WORDS.byWindow,
      columns: [WORDS.layer, WORDS.window, WORDS.pairs, WORDS.accounts, WORDS.edges],
      rows: layers.flatMap((layer) =>
        layer.windows.map((w) => [coded(layer.layer, lang), `${w.window} s`, w.pairs, w.accounts, w.edges]),
      ),
    },
    {
      name: 'chance',
      title: WORDS.againstChance,
      columns: [WORDS.layer, WORDS.distinct, WORDS.seen, WORDS.byTimes, WORDS.byAccounts],
      rows: layers.flatMap((layer) =>
        layer.levels.map((level, i) => [
          coded(layer.layer, lang),
          level,
          layer.observed[i] ?? 0,
          rounded(layer.timesNull.mean[i] ?? 0),
          rounded(layer.accountsNull.mean[i] ?? 0),
        ]),
      ),
    },
    {
      name: 'groups',
      title: WORDS.groups,
      columns: [WORDS.group, WORDS.members, WORDS.edges, WORDS.againstBoth, WORDS.kind, WORDS.accounts],
      rows: communities.groups.map((group) => [
        group.number,
        group.members.length,
        group.edges,
        group.againstBoth,
        {
          code: group.layers.join(', '),
          said: group.layers.map((layer) => codeText(layer, lang)).join(', '),
        },
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
      title: WORDS.strongest,
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
      rows: [...Iterator.from(edges).take(50)].map((edge) => [
        coded(edge.layer, lang),
        `${edge.window} s`,
        edge.from,
        edge.to,
        edge.objects,
        small(edge.qTimes, lang),
        small(edge.qAccounts, lang),
        { code: edge.support, said: WORDS[edge.support][lang] },
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
      rows: origin.cells
        .slice(0, 60)
        .map((cell) => [
          { code: cell.country, said: countryText(cell.country, lang) },
          { code: cell.lang, said: languageText(cell.lang, lang) },
          cell.accounts,
          cell.posts,
        ]),
    },
    {
      name: 'order',
      title: WORDS.order,
      columns: [WORDS.what, WORDS.when, WORDS.posts, WORDS.first],
      rows: paths.order.map((step) => [
        { code: step.what, said: stepText(step.what, lang) },
        moment(step.first),
        step.posts,
        step.firstPost,
      ]),
    },
    {
      name: 'sites',
      title: WORDS.sites,
      columns: [WORDS.site, WORDS.kind, WORDS.posts, WORDS.when, WORDS.account],
      rows: paths.sites
        .slice(0, 50)
        .map((site) => [
          site.site,
          coded(site.kind, lang),
          site.posts,
          moment(site.first),
          site.firstWho ?? '',
        ]),
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

/** A chance: three decimals, or a power of ten below a thousandth. */
function small(value: number, lang: Language): Cell {
  const code = value >= 0.001 ? value.toFixed(3) : value.toExponential(1);
  return { code, said: lang === 'fr' ? code.replace('.', ',') : code };
}

function coded(code: string, lang: Language): Cell {
  return { code, said: codeText(code, lang) };
}
