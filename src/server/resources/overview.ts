import { isBeingSifted } from '../../case/being-sifted.ts';
import type { CaseStore } from '../../case/store.ts';
import { FAILURES, tellFailure } from '../../judge/failures/index.ts';
import { reasonText } from '../../judge/reasons/index.ts';
import { VERDICT_TEXTS } from '../../judge/reasons/verdicts.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import type { FailureCode } from '../../model/failure.ts';
import type { Language } from '../../model/text.ts';
import { VERDICTS } from '../../model/verdict.ts';
import { KIND_WORDS } from '../../publish/personal/kinds.ts';
import { isMostlyMundane } from '../../show/mostly-mundane.ts';
import type { AboutJson, OverviewJson, PersonCount } from '../api/overview.ts';
import { json } from '../http/answer.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import type { CaseTable } from '../table/case-table.ts';
import type { CaseView } from '../table/case-view.ts';
import { countColumn, mostFrequent } from '../table/count.ts';
import { facetOf, quotedValue } from '../table/facets.ts';
import { listOf } from '../table/lists.ts';
import { timeline } from '../table/timeline.ts';
import { firstLooks } from './first-looks.ts';
import { savedAfter } from './saved-after.ts';

/** More than the overview draws. */
const MOST_PEOPLE = 20;
const MOST_TOPICS = 30;

/** The act that `spread import` logs. */
const POSTS_IMPORTED = 'posts-imported';

export const overviewRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/overview', handle: (request) => json(overview(request)) },
];

function overview({ query, context }: RouteRequest): OverviewJson {
  const lang = query.language(context.language);
  const view = context.view.current;
  const tasks = context.store.countTasks();
  const running = isBeingSifted(context.store);
  return view.made(`overview ${lang} ${running} ${tasks.pending} ${tasks.done}`, () => {
    const items = view.hits('', 'leak');
    const totals = context.store.totals();
    const line = timeline(view.table, items);
    return {
      totals,
      progress: { running, tasks },
      failures: failureCounts(view, items, lang),
      verdicts: verdictCounts(totals.verdicts, lang),
      reasons: reasonCounts(view, items, lang),
      timeline: { ...line, savedAfter: savedAfter(context.store) },
      senders: people(view.table, items, 'from'),
      recipients: people(view.table, items, 'to'),
      languages: facetOf(view.table, items, 'language').values.map(({ value, count }) => ({ value, count })),
      topics: facetOf(view.table, items, 'topic')
        .values.slice(0, MOST_TOPICS)
        .map(({ value, count, query: each }) => ({ topic: value, count, query: each })),
      about: about(context.store, view, lang),
      first: firstLooks(context, view, lang),
    };
  });
}

function about(store: CaseStore, view: CaseView, lang: Language): AboutJson {
  const content = store.contentTotals('leak');
  const personal = content.personalData.filter(({ kind, items }) => kind !== 'email' && items > 0);
  const windows = store.traceFindings()?.windows ?? [];
  return {
    texts: content.items,
    mundane: isMostlyMundane(content),
    withPersonalData: personal.length === 0 ? 0 : view.hits('has:personal', 'leak').length,
    personal: personal
      .toSorted((a, b) => b.items - a.items)
      .map(({ kind, items }) => ({
        ...{ kind, items, query: `personal:${kind}` },
        title: isKind(kind) ? inLanguage(KIND_WORDS[kind], lang) : kind,
      })),
    savedInBatch: windows.reduce((sum, { files }) => sum + files.length, 0),
    posts: postsIn(store),
  };
}

/** By the custody log: to count them would read the posts. */
function postsIn(store: CaseStore): number {
  let posts = 0;
  for (const { action, detail } of store.custody())
    if (action === POSTS_IMPORTED && typeof detail.posts === 'number') posts = detail.posts;
  return posts;
}

function isKind(kind: string): kind is keyof typeof KIND_WORDS {
  return Object.hasOwn(KIND_WORDS, kind);
}

function failureCounts({ table }: CaseView, items: Uint32Array, lang: Language): OverviewJson['failures'] {
  const { top } = mostFrequent(countColumn(items, table.failure, table.failures.size), table.failures.size);
  return top.flatMap(({ number, count }) => {
    const code = table.failures.value(number);
    if (!Object.hasOwn(FAILURES, code)) return [];
    return [{ code, count, ...tellFailure(code as FailureCode, lang), query: `failure:${code}` }];
  });
}

function verdictCounts(counts: OverviewJson['totals']['verdicts'], lang: Language): OverviewJson['verdicts'] {
  return VERDICTS.map((verdict) => ({
    verdict,
    title: inLanguage(VERDICT_TEXTS[verdict].title, lang),
    text: inLanguage(VERDICT_TEXTS[verdict].text, lang),
    count: counts[verdict],
    query: `verdict:${verdict}`,
  }));
}

function reasonCounts({ table }: CaseView, items: Uint32Array, lang: Language): OverviewJson['reasons'] {
  return facetOf(table, items, 'reason').values.map(({ value: code, count, query }) => {
    const told = reasonText(code);
    return { code, title: told === null ? code : inLanguage(told.title, lang), count, query };
  });
}

function people(table: CaseTable, items: Uint32Array, side: 'from' | 'to'): readonly PersonCount[] {
  const counts =
    side === 'from' ? countColumn(items, table.from, table.people.size) : countRecipients(table, items);
  return mostFrequent(counts, MOST_PEOPLE).top.map(({ number, count }) => {
    const address = table.people.value(number);
    return { address, name: table.names[number] ?? '', count, query: `${side}:${quotedValue(address)}` };
  });
}

function countRecipients(table: CaseTable, items: Uint32Array): Uint32Array {
  const counts = new Uint32Array(table.people.size);
  for (const item of items) for (const to of listOf(table.to, item)) counts[to] = (counts[to] ?? 0) + 1;
  return counts;
}
