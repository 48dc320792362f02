import type { StoredItem } from '../../case/store.ts';
import { tellFailure } from '../../judge/failures/index.ts';
import { tellFailureDetail } from '../../judge/failures/tell-detail.ts';
import { DEFAULT_LIMITS, type Failure } from '../../model/index.ts';
import type { Text } from '../../model/text.ts';
import { itemJson } from '../../show/json/index.ts';
import type { BodyJson, ItemLink, ItemViewJson, ItemViews } from '../api/item.ts';
import type { ServerContext } from '../context.ts';
import { json } from '../http/answer.ts';
import { HttpError } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { LEAK_DOCUMENT_HEADERS, LEAK_PICTURE_HEADERS } from '../http/security-headers.ts';
import { ROLES } from '../table/case-table.ts';
import { PICTURE_TYPES } from '../view/picture.ts';
import { SHEET_TYPES } from '../view/sheets.ts';
import { SLIDE_TYPES } from '../view/slides.ts';
import { headerViews } from './header-views.ts';
import { itemOf, linkOf, linkOfItem } from './item-of.ts';
import { reviewJson } from './review-json.ts';

/** Characters of the text that come with the item; most messages are shorter. */
const FIRST_CHARS = 40_000;
const MOST_LINKS = 500;

export const itemRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/items/:id', handle: async (request) => json(await itemView(request)) },
  { method: 'GET', path: '/api/items/:id/body', handle: async (request) => json(await body(request)) },
  {
    method: 'GET',
    path: '/api/items/:id/html',
    handle: async ({ path, context }) => {
      const html = await context.pool.run('html', itemOf(context.store, path.id ?? ''), {});
      if (html === null)
        throw new HttpError(404, 'no-html', {
          en: 'This message has no HTML part.',
          fr: 'Ce message n’a pas de partie HTML.',
        });
      const bytes = Buffer.from(html.document);
      return {
        type: 'bytes',
        bytes,
        contentType: 'text/html; charset=utf-8',
        headers: LEAK_DOCUMENT_HEADERS,
      };
    },
  },
  {
    method: 'GET',
    path: '/api/items/:id/text',
    handle: ({ path, context }) => {
      const bytes = Buffer.from(itemOf(context.store, path.id ?? '').text);
      return {
        type: 'bytes',
        bytes,
        contentType: 'text/plain; charset=utf-8',
        headers: LEAK_PICTURE_HEADERS,
      };
    },
  },
];

async function itemView({ path, context }: RouteRequest): Promise<ItemViewJson> {
  const { store } = context;
  const item = itemOf(store, path.id ?? '');
  const structure = item.message === null ? null : await structureOf(context, item);
  const { headers: _, parts: __, clocks: ___, pages, ...shared } = itemJson(item, null, DEFAULT_LIMITS);
  const carrier = item.parent === null ? null : store.itemByPath(item.role, item.parent);
  return {
    ...shared,
    role: item.role,
    pageCount: pages,
    failureMeans: item.failure && meaningOf(item.failure),
    headers: headerViews(structure?.headers ?? [], shared.signatures),
    parts: structure?.parts ?? [],
    bytesPresent: item.message === null ? item.locator !== null : structure !== null,
    carriedBy: carrier === null ? null : linkOfItem(carrier),
    carries: carriedBy(context, item),
    copies: copiesOf(context, item),
    text: item.text.slice(0, FIRST_CHARS),
    textLength: item.text.length,
    views: viewsOf(item, structure?.hasHtml ?? false),
    review: reviewJson(item, context.reviews),
  };
}

/** What the code means, then what was the matter here. */
function meaningOf({ code, detail }: Failure): Text {
  const inLanguage = (lang: 'en' | 'fr'): string =>
    `${tellFailure(code, lang).text} ${tellFailureDetail(detail, lang)}`;
  return { en: inLanguage('en'), fr: inLanguage('fr') };
}

/** Null where the bytes are gone, or cannot be read within bounds: what the case keeps is shown all the same. */
async function structureOf({ pool }: ServerContext, item: StoredItem) {
  try {
    return await pool.run('structure', item, {});
  } catch (error) {
    if (error instanceof HttpError && error.status === 422) return null;
    throw error;
  }
}

function viewsOf(item: StoredItem, hasHtml: boolean): ItemViews {
  const at = (view: string): string => `/api/items/${item.id}/${view}`;
  const { type } = item;
  const present = item.locator !== null;
  return {
    html: hasHtml ? at('html') : null,
    pages: present && (type === 'application/pdf' || type === 'image/tiff') ? at('pages') : null,
    picture: present && PICTURE_TYPES.has(type) ? at('picture') : null,
    sheets: present && SHEET_TYPES.has(type) ? at('sheets') : null,
    slides: present && SLIDE_TYPES.has(type) ? at('slides') : null,
    source: present ? at('source') : null,
  };
}

/** The first of what it carries. Found in memory: a mailbox has a hundred thousand, all of which the store would read. */
function carriedBy({ store, view }: ServerContext, { path, role }: StoredItem): readonly ItemLink[] {
  const { table } = view.current;
  const parent = table.parents.find(path);
  const wanted = ROLES.indexOf(role);
  const rows: number[] = [];
  for (let item = 0; parent !== null && item < table.count && rows.length < MOST_LINKS; item++)
    if (table.parent[item] === parent && table.role[item] === wanted) rows.push(table.rows[item] ?? 0);
  return store.hits(rows, null).map(linkOf);
}

/** The first copy and all others of it. */
export function copiesOf({ store, view }: ServerContext, item: StoredItem): readonly ItemLink[] {
  const { table } = view.current;
  const self = table.ids.indexOf(item.id);
  if (self < 0) return [];
  const first = (table.duplicateOf[self] ?? -1) >= 0 ? (table.duplicateOf[self] ?? self) : self;
  const rows: number[] = first === self ? [] : [table.rows[first] ?? 0];
  table.duplicateOf.forEach((of, other) => {
    if (of === first && other !== self && rows.length < MOST_LINKS) rows.push(table.rows[other] ?? 0);
  });
  return store.hits(rows, null).map(linkOf);
}

async function body({ path, context }: RouteRequest): Promise<BodyJson> {
  const item = itemOf(context.store, path.id ?? '');
  const html = item.message === null ? null : await context.pool.run('html', item, {});
  const good = item.message?.signatures.find(
    ({ header, body: checked }) => header.type === 'good' && checked.type === 'match',
  );
  return {
    text: item.text,
    html:
      html === null
        ? null
        : {
            url: `/api/items/${item.id}/html`,
            blocked: html.blocked,
            removed: html.removed,
            truncated: html.truncated,
          },
    covered: good?.coveredBody ?? null,
    uncovered: good?.uncoveredBody ?? null,
  };
}
