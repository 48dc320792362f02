import { type BaitFinding, baitFindings } from '../../conclude/bait-notes.ts';
import { tellReason } from '../../judge/reasons/index.ts';
import type { Language } from '../../model/text.ts';
import { ATTACK } from '../../show/techniques/index.ts';
import type { BaitJson, BaitRow } from '../api/bait.ts';
import type { ServerContext } from '../context.ts';
import { json } from '../http/answer.ts';
import type { Route, RouteRequest } from '../http/router.ts';

/** Phishing that was found in the leak, as `tamis bait mail --case` keeps it. */
export const baitRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/bait', handle: (request) => json(bait(request)) },
];

function bait({ query, context }: RouteRequest): BaitJson {
  const lang = query.language(context.language);
  const { offset, limit } = query.page({ default: 100, max: 500 });
  const sort = query.word('sort', ['score', 'date'], 'score');
  const found = baitFindings(context.store);
  if (found === null) return { look: null, total: 0, offset, rows: [] };
  const { time, brands, messages, findings } = found;
  // They are kept by date already.
  const sorted = sort === 'date' ? findings : findings.toSorted((a, b) => b.score - a.score);
  return {
    look: { time, brands, messages },
    total: findings.length,
    offset,
    rows: sorted.slice(offset, offset + limit).map((finding) => rowOf(context, finding, lang)),
  };
}

function rowOf({ store }: ServerContext, finding: BaitFinding, lang: Language): BaitRow {
  const { id, mailbox, date, from, subject, score, reasons, links, attack } = finding;
  return {
    ...{ id, mailbox, date, from, subject, score, links },
    verdict: store.item(id)?.judgement?.verdict ?? null,
    reasons: reasons.map(({ code, weight, detail }) => ({
      ...{ code, weight },
      ...tellReason({ code, detail }, lang),
    })),
    techniques: ATTACK.filter((technique) => attack.includes(technique.id)).map(({ id: each, name }) => ({
      id: each,
      name,
    })),
  };
}
