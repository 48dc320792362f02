import type { Page } from '../api/common.ts';
import type { ReviewEventJson, ReviewJson, ReviewOverviewJson } from '../api/review.ts';
import type { SessionJson } from '../api/session.ts';
import type { ServerContext } from '../context.ts';
import type { Session } from '../guard/sessions.ts';
import { json } from '../http/answer.ts';
import { HttpError } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { itemOf } from './item-of.ts';
import { readChange, readSearchChange, readZoneChange } from './review-change.ts';
import { reviewJson } from './review-json.ts';
import { sessionJson } from './session.ts';

/** What people say of the items. */
export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/review', handle: ({ context }) => json(overview(context)) },
  { method: 'GET', path: '/api/review/history', handle: (request) => json(history(request)) },
  { method: 'GET', path: '/api/review/items/:id', handle: (request) => json(review(request)) },
  { method: 'POST', path: '/api/review/items/:id', handle: (request) => json(change(request)) },
  { method: 'POST', path: '/api/review/searches', handle: (request) => json(changeSearches(request)) },
  { method: 'POST', path: '/api/review/zone', handle: (request) => json(changeZone(request)) },
];

function review({ path, context }: RouteRequest): ReviewJson {
  return reviewJson(itemOf(context.store, path.id ?? ''), context.reviews);
}

function change({ path, body, session, context }: RouteRequest): ReviewJson {
  const item = itemOf(context.store, path.id ?? '');
  const { base, action } = readChange(body, item.judgement?.verdict ?? null);
  const author = authorOf(session);
  context.reviews.add({ author, session: session.mark, item: item.id, base, action });
  return reviewJson(item, context.reviews);
}

function changeSearches({ body, session, context }: RouteRequest): ReviewOverviewJson {
  const action = readSearchChange(body);
  const author = authorOf(session);
  const base = context.reviews.searches().length;
  context.reviews.add({ author, session: session.mark, item: null, base, action });
  return overview(context);
}

function changeZone({ body, session, context }: RouteRequest): SessionJson {
  const action = readZoneChange(body);
  context.reviews.add({ author: authorOf(session), session: session.mark, item: null, base: 0, action });
  return sessionJson(context, session);
}

/** A change without a name would say nothing in the custody log. */
function authorOf({ author }: Session): string {
  if (author === null)
    throw new HttpError(403, 'no-author', {
      en: 'Say who you are first (POST /api/session).',
      fr: 'Dites d’abord qui vous êtes (POST /api/session).',
    });
  return author;
}

function overview({ reviews, store }: ServerContext): ReviewOverviewJson {
  const tags = new Map<string, number>();
  const authors = new Set<string>();
  let [checked, signedOff, notes] = [0, 0, 0];
  const dossier: ReviewOverviewJson['dossier'][number][] = [];
  for (const id of reviews.reviewed()) {
    const state = reviews.item(id);
    const marks = reviews.marks(id);
    for (const { tag, author } of state.tags) {
      tags.set(tag, (tags.get(tag) ?? 0) + 1);
      authors.add(author);
    }
    for (const { author } of [...state.notes, ...state.checks, ...state.signatures]) authors.add(author);
    if (marks.checkedBy.length > 0) checked++;
    if (marks.signedOff) signedOff++;
    notes += marks.notes;
    if (state.collected === null) continue;
    const item = store.item(id);
    const subject = item === null ? '' : item.message?.subject || item.name;
    const verdict = item?.judgement?.verdict ?? null;
    dossier.push({ item: id, subject, verdict, signedOff: marks.signedOff, ...state.collected });
  }
  return {
    version: reviews.version,
    tags: [...tags].map(([tag, count]) => ({ tag, count })).sort((a, b) => b.count - a.count),
    authors: [...authors].sort(),
    searches: reviews.searches(),
    dossier: dossier.sort((a, b) => (a.time < b.time ? -1 : 1)),
    ...{ checked, signedOff, notes },
  };
}

function history({ query, context }: RouteRequest): Page<ReviewEventJson> {
  const { offset, limit } = query.page({ default: 100, max: 1_000 });
  const item = query.text('item');
  const events = context.reviews.events(item ?? undefined).toReversed();
  return {
    total: events.length,
    offset,
    rows: events.slice(offset, offset + limit).map(({ number, time, author, item: of, action, hash }) => {
      const { type, ...detail } = action;
      return { number, time, author, item: of, action: type, detail, hash };
    }),
  };
}
