import type { ErrorJson } from '../../../src/server/api/common.ts';
import { language } from '../i18n/language.ts';
import { ApiError, type ApiFailure } from './failure.ts';

export type Query = Readonly<Record<string, string | number | undefined>>;

/** GET of a resource of this server as JSON. */
export function getJson<T>(path: string, query: Query = {}, abort?: AbortSignal): Promise<T> {
  return ask<T>(addressOf(path, query), abort === undefined ? {} : { signal: abort });
}

/** POST of a change as JSON. */
export function postJson<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(addressOf(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Has the server work out what is then fetched by a link; told are its failures alone. */
export async function prepare(path: string): Promise<void> {
  await reach(path, { method: 'HEAD' });
}

/** The body of an answer as text. Throws `ApiError`. */
export async function getText(path: string, abort: AbortSignal): Promise<string> {
  const response = await reach(addressOf(path), { signal: abort });
  return response.text();
}

/** Empty and absent parameters are left out. */
export function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

async function ask<T>(address: string, init: RequestInit): Promise<T> {
  const response = await reach(address, init);
  return (await response.json()) as T;
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    // What is refused is told in the language of the page, which need not be the browser's.
    const headers = { 'Accept-Language': language.peek(), ...init.headers };
    response = await fetch(address, { credentials: 'same-origin', ...init, headers });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError({ type: 'gone' });
  }
  if (!response.ok) throw new ApiError(await refusal(response));
  return response;
}

async function refusal(response: Response): Promise<ApiFailure> {
  const body: unknown = await response.json().catch(() => null);
  const error = (body as ErrorJson | null)?.error;
  const message = error?.message ?? `${response.status} ${response.statusText}`;
  if (response.status === 401) return { type: 'locked' };
  if (response.status === 404) return { type: 'missing', code: error?.code ?? '', message };
  const { at, why, hint } = error ?? {};
  const place = at === undefined || why === undefined || hint === undefined ? null : { at, why, hint };
  return { type: 'refused', code: error?.code ?? String(response.status), message, place };
}
