import type { HttpRequest } from '../../net/listen.ts';

export type OriginCheck =
  | { readonly type: 'same' }
  | { readonly type: 'foreign'; readonly why: 'origin' | 'fetch-site' };

/**
 * Whether a request comes from this server's own page, a person who typed the address, or a program; not from a
 * page of another site. Sec-Fetch-Site (W3C Fetch Metadata) tells of reads too, so that no other site can load
 * what is here as a picture, a script or a frame. A write must have an Origin of its own, or be signed with the
 * token (`bearer`), which no other site knows.
 */
export function checkOrigin(request: HttpRequest, options: { readonly bearer: boolean }): OriginCheck {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (typeof origin === 'string' && origin !== `http://${host}`) return { type: 'foreign', why: 'origin' };
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none')
    return isOpening(request) ? { type: 'same' } : { type: 'foreign', why: 'fetch-site' };
  const write = request.method !== 'GET' && request.method !== 'HEAD';
  if (write && origin === undefined && site !== 'same-origin' && !options.bearer)
    return { type: 'foreign', why: 'origin' };
  return { type: 'same' };
}

/** A link followed to the front page shows only that page, and SameSite=Strict keeps the cookie from it. */
function isOpening({ method, url, headers }: HttpRequest): boolean {
  const path = (url ?? '').split('?')[0];
  return method === 'GET' && path === '/' && headers['sec-fetch-mode'] === 'navigate';
}
