import { isSourceAsSifted } from '../../case/as-sifted.ts';
import { openObjects } from '../../case/objects.ts';
import type { StoredItem } from '../../case/store.ts';
import type { ByteSource } from '../../model/bytes.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import type { Text } from '../../model/text.ts';
import { openLocator } from '../../pipeline/locate.ts';
import type { DownloadJson } from '../api/item.ts';
import type { ServerContext } from '../context.ts';
import type { Session } from '../guard/sessions.ts';
import { type Answer, json } from '../http/answer.ts';
import { HttpError } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { itemOf } from './item-of.ts';

const CHUNK = 1 << 20;

const WARNING: Text = {
  en: 'This file comes from a leak. It may harm the machine that opens it, tell its maker that it was opened, or be altered. Open it only on a machine set apart, without network.',
  fr: 'Ce fichier vient d’une fuite. Il peut nuire à la machine qui l’ouvre, signaler son ouverture à son auteur, ou avoir été altéré. À n’ouvrir que sur une machine isolée, sans réseau.',
};

/** The bytes of an item, to take away: only after the warning, and never to be shown in the browser. */
export const downloadRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/items/:id/download', handle: (request) => json(offer(request, false)) },
  { method: 'POST', path: '/api/items/:id/download', handle: (request) => json(offer(request, true)) },
  { method: 'GET', path: '/api/download/:ticket', handle: take },
];

function offer({ path, query, session, context }: RouteRequest, give: boolean): DownloadJson {
  const item = itemOf(context.store, path.id ?? '');
  if (item.locator === null)
    throw new HttpError(410, 'no-bytes', {
      en: `There are no bytes of this item: ${item.status}.`,
      fr: `Il n’y a pas d’octets de cet élément\u00a0: ${item.status}.`,
    });
  return {
    warning: WARNING[query.language(context.language)],
    fileName: safeFileName(item),
    size: item.size,
    url: give ? ticketFor(item, session, context) : null,
  };
}

/** Who takes what is written down before it can be taken; without a name too, for the session tells. */
function ticketFor(item: StoredItem, session: Session, { reviews, downloads }: ServerContext): string {
  if (!reviews.readOnly) {
    const author = session.author ?? '';
    const base = reviews.item(item.id).version;
    reviews.add({ author, session: session.mark, item: item.id, base, action: { type: 'take' } });
  }
  return `/api/download/${downloads.give(item.id, session)}`;
}

async function take({ path, session, context }: RouteRequest): Promise<Answer> {
  const item = itemOf(context.store, context.downloads.take(path.ticket ?? '', session));
  const { type } = item.locator ?? {};
  const headers = {
    'Content-Disposition': `attachment; filename="${safeFileName(item)}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  };
  const contentType = 'application/octet-stream';
  if (type === 'file' || type === 'object') {
    const source = opened(context.store.directory, item);
    if (!(await isSourceAsSifted(source, item))) {
      source.close();
      throw moved(item);
    }
    return { type: 'chunks', chunks: chunksOf(source), size: source.size, contentType, headers };
  }
  const bytes = await context.pool.run('bytes', item, {});
  if (bytes === null) throw moved(item);
  return { type: 'bytes', bytes, contentType, headers };
}

function opened(directory: string, item: StoredItem): ByteSource {
  if (item.locator === null) throw moved(item);
  try {
    return openLocator(item.locator, openObjects(directory), DEFAULT_LIMITS);
  } catch {
    throw moved(item);
  }
}

function* chunksOf(source: ByteSource): Iterable<Uint8Array> {
  try {
    for (let at = 0; at < source.size; at += CHUNK) yield source.read(at, CHUNK);
  } finally {
    source.close();
  }
}

function moved({ path }: StoredItem): HttpError {
  return new HttpError(410, 'no-bytes', {
    en: `The bytes of ${path} are no longer where they were sifted, or are others now.`,
    fr: `Les octets de ${path} ne sont plus là où ils ont été triés, ou sont autres.`,
  });
}

/**
 * A name no system does anything with: letters and digits of ASCII, and an ending that opens nothing by itself. The
 * real name is in the page; what a leak calls its files is not for the person's own disk.
 */
function safeFileName({ id, name, message }: Pick<StoredItem, 'id' | 'name' | 'message'>): string {
  const whole = message === null ? name : `${name}.eml`;
  const plain = whole
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/\.{2,}/g, '.')
    .replace(/^[._-]+|[._-]+$/g, '')
    .slice(-80);
  return `${id}-${plain === '' ? 'item' : plain}.leak`;
}
