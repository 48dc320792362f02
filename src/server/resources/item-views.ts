import { detailText } from '../../judge/failures/tell-detail.ts';
import type { Failure } from '../../model/index.ts';
import type { Text } from '../../model/text.ts';
import type { PagesJson, SheetsJson, SlidesJson, SourceJson } from '../api/item.ts';
import { type Answer, json } from '../http/answer.ts';
import { badRequest, HttpError } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { LEAK_PICTURE_HEADERS } from '../http/security-headers.ts';
import { SHEET_TYPES } from '../view/sheets.ts';
import { SLIDE_TYPES } from '../view/slides.ts';
import { itemOf } from './item-of.ts';

/** Bytes of one answer; whoever wants more asks for the next. */
const MOST_SOURCE = 262_144;
const PAGED = new Set(['application/pdf', 'image/tiff']);

/** An item as it can be looked at: its source, pages, picture, sheets, slides. */
export const itemViewRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/items/:id/source', handle: async (request) => json(await source(request)) },
  { method: 'GET', path: '/api/items/:id/pages', handle: async (request) => json(await pages(request)) },
  { method: 'GET', path: '/api/items/:id/pages/:page', handle: pageImage },
  { method: 'GET', path: '/api/items/:id/picture', handle: picture },
  { method: 'GET', path: '/api/items/:id/sheets', handle: async (request) => json(await sheets(request)) },
  { method: 'GET', path: '/api/items/:id/slides', handle: async (request) => json(await slides(request)) },
];

async function source({ path, query, context }: RouteRequest): Promise<SourceJson> {
  const item = itemOf(context.store, path.id ?? '');
  const offset = query.number('offset', { default: 0, min: 0, max: Number.MAX_SAFE_INTEGER });
  const length = query.number('length', { default: 65_536, min: 0, max: MOST_SOURCE });
  const found = await context.pool.run('source', item, { offset, length });
  if (found === null) throw gone(item.path);
  return { ...found, offset };
}

async function pages({ path, context }: RouteRequest): Promise<PagesJson> {
  const item = itemOf(context.store, path.id ?? '');
  const at = (page: number): string => `/api/items/${item.id}/pages/${page}.png`;
  if (!PAGED.has(item.type)) throw noPages();
  const sizes = await context.pool.run('pages', item, {});
  if (sizes === 'locked') throw locked();
  if (sizes === null)
    throw unreadable(item.failure, {
      en: 'No page of this file can be shown.',
      fr: 'Aucune page de ce fichier ne peut être montrée.',
    });
  return { count: sizes.count, pages: sizes.pages.map((page) => ({ ...page, url: at(page.number) })) };
}

async function pageImage({ path, query, context }: RouteRequest): Promise<Answer> {
  const item = itemOf(context.store, path.id ?? '');
  const number = Number(/^(\d{1,6})\.png$/.exec(path.page ?? '')?.[1]);
  if (!(number >= 1)) throw badRequest('A page is asked for as 1.png.');
  if (!PAGED.has(item.type)) throw noPages();
  const width = query.number('width', { default: 1_000, min: 200, max: 2_000 });
  return png(await context.pool.run('page', item, { number, width }));
}

async function picture({ path, context }: RouteRequest): Promise<Answer> {
  return png(await context.pool.run('picture', itemOf(context.store, path.id ?? ''), {}));
}

function noPages(): HttpError {
  return new HttpError(404, 'no-pages', {
    en: 'Pages are shown of PDF and TIFF.',
    fr: 'On ne montre les pages que des PDF et des TIFF.',
  });
}

function png(bytes: Uint8Array | null): Answer {
  if (bytes === null)
    throw new HttpError(422, 'view-failed', {
      en: 'There is no picture in it that can be shown.',
      fr: 'Il n’y a là aucune image qui puisse être montrée.',
    });
  return { type: 'bytes', bytes, contentType: 'image/png', headers: LEAK_PICTURE_HEADERS };
}

async function sheets({ path, query, context }: RouteRequest): Promise<SheetsJson> {
  const item = itemOf(context.store, path.id ?? '');
  if (!SHEET_TYPES.has(item.type))
    throw new HttpError(404, 'no-sheets', {
      en: 'Sheets are shown of spreadsheets.',
      fr: 'On ne montre les feuilles que des classeurs.',
    });
  const { offset, limit } = query.page({ default: 200, max: 2_000 });
  const sheet = query.number('sheet', { default: 0, min: 0, max: 10_000 });
  const found = await context.pool.run('sheets', item, { sheet, offset, limit });
  if (found === null) throw gone(item.path);
  if (found === 'locked') throw locked();
  if (found.length === 0)
    throw unreadable(item.failure, {
      en: 'No table of this file can be shown.',
      fr: 'Aucune table de ce fichier ne peut être montrée.',
    });
  return { sheets: found };
}

async function slides({ path, context }: RouteRequest): Promise<SlidesJson> {
  const item = itemOf(context.store, path.id ?? '');
  if (!SLIDE_TYPES.has(item.type))
    throw new HttpError(404, 'no-slides', {
      en: 'Slides are shown of presentations.',
      fr: 'On ne montre les diapositives que des présentations.',
    });
  const found = await context.pool.run('slides', item, {});
  if (found === null) throw gone(item.path);
  if (found === 'locked') throw locked();
  if (found.length === 0)
    throw unreadable(item.failure, {
      en: 'No slide of this file can be shown.',
      fr: 'Aucune diapositive de ce fichier ne peut être montrée.',
    });
  return { slides: found };
}

/** `POST /api/passwords` takes what may open it. */
function locked(): HttpError {
  return new HttpError(422, 'encrypted', {
    en: 'A password keeps this file closed.',
    fr: 'Un mot de passe garde ce fichier fermé.',
  });
}

function unreadable(failure: Failure | null, otherwise: Text): HttpError {
  if (failure?.code === 'encrypted') return new HttpError(422, 'encrypted', detailText(failure.detail));
  return new HttpError(422, 'view-failed', otherwise);
}

function gone(path: string): HttpError {
  return new HttpError(410, 'no-bytes', {
    en: `The bytes of ${path} are no longer where they were sifted.`,
    fr: `Les octets de ${path} ne sont plus là où ils ont été triés.`,
  });
}
