import type { StoredItem } from '../../case/store.ts';
import { tellReason } from '../../judge/reasons/index.ts';
import { VERDICT_TEXTS } from '../../judge/reasons/verdicts.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import { termText } from '../../judge/texts/terms.ts';
import type { DocumentClock, Reason } from '../../model/index.ts';
import type { ShownEvidence } from '../../show/evidence.ts';
import type { ClockJson } from '../../show/json/index.ts';
import { namedAttachments } from '../../show/named-attachments.ts';
import type { ClocksJson, PlacedClock, SimilarJson, WhyEvidence, WhyJson } from '../api/item.ts';
import { json } from '../http/answer.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { copiesOf } from './item.ts';
import { itemOf, linkOf, linksOf } from './item-of.ts';

/** Attack: a text sent ten thousand times, each copy a row with its score. */
const MOST_SIMILAR = 200;
/** Ids that one reason may name; some name every copy. */
const MOST_NAMED = 20;

/** What speaks for and against an item. */
export const itemEvidenceRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/items/:id/why', handle: async (request) => json(await why(request)) },
  { method: 'GET', path: '/api/items/:id/clocks', handle: async (request) => json(await clocks(request)) },
  { method: 'GET', path: '/api/items/:id/similar', handle: (request) => json(similar(request)) },
];

const NO_VERDICT = {
  title: { en: 'no verdict', fr: 'sans verdict' },
  text: {
    en: 'No verdict: verdicts are given to messages and documents, not to the containers they lie in.',
    fr: 'Pas de verdict\u00a0: il est donné aux messages et aux documents, pas aux conteneurs qui les contiennent.',
  },
};

async function why({ path, query, context }: RouteRequest): Promise<WhyJson> {
  const lang = query.language(context.language);
  const item = itemOf(context.store, path.id ?? '');
  const reasons = item.judgement?.reasons ?? [];
  const evidence = await evidenceFor(context.pool, item, reasons);
  const verdict = item.judgement?.verdict ?? null;
  const words = verdict === null ? NO_VERDICT : VERDICT_TEXTS[verdict];
  return {
    id: item.id,
    verdict,
    title: inLanguage(words.title, lang),
    text: inLanguage(words.text, lang),
    reasons: reasons.map((reason, at) => ({
      ...{ code: reason.code, polarity: reason.polarity, weight: reason.weight, detail: reason.detail },
      ...tellReason(reason, lang),
      evidence: namedAttachments(context.store, evidence[at] ?? []).map(
        (each): WhyEvidence =>
          each.type === 'region'
            ? each
            : { ...each, partTitle: termText('parts', each.part, lang) ?? each.part },
      ),
      items: linksOf(context.store, idsIn(reason)),
    })),
  };
}

/** Regions need the bytes; without them, or where they cannot be opened, there are words only. */
async function evidenceFor(
  pool: RouteRequest['context']['pool'],
  item: StoredItem,
  reasons: readonly Reason[],
): Promise<readonly (readonly ShownEvidence[])[]> {
  const inBytes = item.message !== null && reasons.some(({ detail }) => Array.isArray(detail.regions));
  const looked = inBytes ? item : { ...item, locator: null };
  return await pool.run('evidence', looked, { reasons });
}

/** Whatever looks like an id in the detail, at any depth a reason has: a case may be of another version. */
function idsIn({ detail }: Reason): readonly string[] {
  const found = new Set<string>();
  const waiting: unknown[] = [detail];
  for (let seen = 0; waiting.length > 0 && seen < 1_000 && found.size < MOST_NAMED; seen++) {
    const value = waiting.shift();
    if (typeof value === 'string' && /^[a-z2-7]{13}(?:[a-z2-7]{13})?$/.test(value)) found.add(value);
    else if (typeof value === 'object' && value !== null) waiting.push(...Object.values(value).slice(0, 200));
  }
  return [...found];
}

async function clocks({ path, context }: RouteRequest): Promise<ClocksJson> {
  const item = itemOf(context.store, path.id ?? '');
  const placed =
    item.message === null
      ? (item.clocks ?? []).map(ofDocument)
      : ((await context.pool.run('structure', item, {}))?.clocks ?? []).map(ofMessage);
  return {
    id: item.id,
    clocks: placed.filter(({ ms }) => !Number.isNaN(ms)).sort((a, b) => a.ms - b.ms),
  };
}

function ofMessage(clock: ClockJson): PlacedClock {
  const { time, source, zone, shown, event, basis, error, at } = clock;
  const ms = Date.parse(time);
  return { ms, source, zone, shown, written: time, precision: '', event, basis, error, at };
}

function ofDocument({ source, time, precision, zone }: DocumentClock): PlacedClock {
  // A wall clock without zone stands as if it were UTC, and says so in `zone`.
  const ms = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(time) || time.length <= 10 ? time : `${time}Z`);
  const rest = { shown: false, event: null, basis: null, at: null };
  return { ms, source, zone, written: time, precision, error: ERRORS[precision] ?? 0, ...rest };
}

/** Half of a step of the clock, milliseconds. */
const ERRORS: Readonly<Record<string, number>> = {
  second: 500,
  '2s': 1_000,
  minute: 30_000,
  day: 43_200_000,
  month: 1_314_900_000,
  year: 15_778_800_000,
};

/** Copies are equal in all that is signed or read; their bytes may have been exported in two ways. */
function sameAs(
  { store }: RouteRequest['context'],
  { sha256 }: StoredItem,
  id: string,
): 'same-bytes' | 'same-text' {
  return store.item(id)?.sha256 === sha256 ? 'same-bytes' : 'same-text';
}

function similar({ path, context }: RouteRequest): SimilarJson {
  const item = itemOf(context.store, path.id ?? '');
  const copies = copiesOf(context, item).map((link) => ({
    ...link,
    how: sameAs(context, item, link.id),
    score: 1,
  }));
  const known = new Set([item.id, ...copies.map(({ id }) => id)]);
  const cluster = item.nearDuplicate === null ? [] : context.store.clusterOf(item.nearDuplicate.cluster);
  const near = cluster.slice(0, MOST_SIMILAR).flatMap(([row, score]) =>
    context.store
      .hits([row], null)
      .filter(({ id }) => !known.has(id))
      .map((hit) => ({ ...linkOf(hit), how: 'near' as const, score })),
  );
  return { available: true, items: [...copies, ...near] };
}
