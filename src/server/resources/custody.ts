import { verifyCustody } from '../../case/custody.ts';
import type { CustodyEntry, SearchHit } from '../../case/store.ts';
import { tellFailure } from '../../judge/failures/index.ts';
import { tellFailureDetail } from '../../judge/failures/tell-detail.ts';
import { FAILURE_CODES } from '../../model/failure.ts';
import type {
  ChainJson,
  CustodyJson,
  FailureRow,
  FailuresJson,
  ManifestJson,
  ManifestRow,
  SettingsJson,
} from '../api/custody.ts';
import { json } from '../http/answer.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { custodyRows } from './custody-rows.ts';

/** The log, the manifest, the failures and the settings. */
export const custodyRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/custody', handle: (request) => json(custody(request)) },
  { method: 'GET', path: '/api/manifest', handle: (request) => json(manifest(request)) },
  { method: 'GET', path: '/api/failures', handle: (request) => json(failures(request)) },
  { method: 'GET', path: '/api/settings', handle: (request) => json(settings(request)) },
];

function custody({ query, context }: RouteRequest): CustodyJson {
  const { offset, limit } = query.page({ default: 100, max: 1_000 });
  const own = [...context.store.custody()];
  const review = context.reviews.custody();
  const rows = custodyRows(own, review);
  return {
    total: rows.length,
    offset,
    rows: rows.slice(offset, offset + limit),
    chains: [chain('case', own), chain('review', review)],
  };
}

function chain(name: ChainJson['chain'], entries: readonly CustodyEntry[]): ChainJson {
  const check = verifyCustody(entries);
  if (check.type === 'broken')
    return { chain: name, state: 'broken', entries: entries.length, lastHash: null, brokenAt: check.number };
  return { chain: name, state: 'intact', entries: check.entries, lastHash: check.lastHash, brokenAt: null };
}

function manifest({ query, context }: RouteRequest): ManifestJson {
  const { offset, limit } = query.page({ default: 200, max: 2_000 });
  const rows: ManifestRow[] = [];
  let total = 0;
  for (const source of context.store.sources()) {
    if (total >= offset && rows.length < limit) rows.push(source);
    total++;
  }
  return { total, offset, rows };
}

function failures({ query, context }: RouteRequest): FailuresJson {
  const { offset, limit } = query.page({ default: 100, max: 1_000 });
  const lang = query.language(context.language);
  const code = query.word('code', FAILURE_CODES, FAILURE_CODES[0]);
  const wanted = query.text('code') === null ? 'is:failed' : `failure:${code}`;
  const { items } = context.view.current.find(wanted, 'all', 'path');
  const { table } = context.view.current;
  const rows = Array.from(items.subarray(offset, offset + limit), (item) => table.rows[item] ?? 0);
  return {
    total: items.length,
    offset,
    rows: context.store.hits(rows, null).flatMap((hit) => failureRow(hit, lang)),
  };
}

function failureRow(hit: SearchHit, lang: 'en' | 'fr'): readonly FailureRow[] {
  const { id, path, kind, type, size, status, failure } = hit;
  if (failure === null) return [];
  const { code } = failure;
  const { title, next } = tellFailure(code, lang);
  const detail = tellFailureDetail(failure.detail, lang);
  return [{ id, path, kind, type, size, status, code, title, detail, next }];
}

/** What the last sift ran with, from the log; passwords are never in it. */
function settingsOfSift(entries: Iterable<CustodyEntry>): Readonly<Record<string, string>> {
  let last: CustodyEntry | null = null;
  for (const entry of entries) if (entry.action === 'sift-started') last = entry;
  const { limits, ...others } = last?.detail ?? {};
  const bounds = typeof limits === 'object' && limits !== null ? Object.entries(limits) : [];
  const all = [
    ...Object.entries(others),
    ...bounds.map(([name, value]) => [`limits.${name}`, value] as const),
  ];
  return Object.fromEntries(all.map(([name, value]) => [name, String(value)]));
}

function settings({ context }: RouteRequest): SettingsJson {
  const { store } = context;
  const byTrust: Record<string, number> = {};
  const keys = store.keys();
  for (const { trust } of keys) byTrust[trust] = (byTrust[trust] ?? 0) + 1;
  return {
    inputs: store.inputs(),
    settings: settingsOfSift(store.custody()),
    keys: { total: keys.length, byTrust },
  };
}
