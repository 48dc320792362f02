import { TamisError } from '../model/index.ts';
import { LANGUAGES, type Language } from '../model/text.ts';
import type { HttpRequest, HttpResponse } from '../net/listen.ts';
import type { ServerContext } from './context.ts';
import { noAppPage, noTokenPage } from './files/plain-page.ts';
import type { StaticFiles } from './files/static-files.ts';
import { clearedCookie, sessionCookie, sessionOf } from './guard/cookies.ts';
import { isKnownHost, type KnownHosts } from './guard/host-check.ts';
import type { Login } from './guard/login.ts';
import { checkOrigin } from './guard/origin-check.ts';
import { accessOf, checkPermission } from './guard/permission.ts';
import type { Session, SessionKeeper } from './guard/sessions.ts';
import { type Answer, json } from './http/answer.ts';
import { errorAnswer, HttpError } from './http/http-error.ts';
import { Parameters } from './http/parameters.ts';
import { readBody } from './http/read-body.ts';
import type { Router } from './http/router.ts';
import { send } from './http/send.ts';
import { sessionJson } from './resources/session.ts';

export interface Gate {
  readonly context: ServerContext;
  readonly router: Router;
  readonly files: StaticFiles;
  readonly sessions: SessionKeeper;
  /** Null where the token signs in. */
  readonly login: Login | null;
  readonly hosts: () => KnownHosts;
  /** Told of mistakes of our own: what the caller sees says nothing of them. */
  readonly report: (error: unknown) => void;
}

/** Longer addresses than a query of the language can make. */
const MOST_URL = 8_192;

/** Answers one request: first who asks and from where, then what. */
export async function handleRequest(gate: Gate, request: HttpRequest, response: HttpResponse): Promise<void> {
  try {
    await send(request, response, await answerTo(gate, request));
  } catch (error) {
    const { status, body } = errorAnswer(error, languageAsked(request));
    if (!(error instanceof TamisError)) gate.report(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const wait = error instanceof HttpError ? error.extra.retryAfter : undefined;
    const headers = typeof wait === 'number' ? { 'Retry-After': String(wait) } : {};
    await send(request, response, { type: 'json', value: body, status, headers });
  }
}

/**
 * The language that an error is told in: `lang` of the address, else the first of Accept-Language, which the page sets to its
 * own. Programs that ask for none get English.
 */
function languageAsked({ url = '', headers }: HttpRequest): Language {
  const [, named] = /[?&]lang=([a-z]{2})(?:&|$)/.exec(url) ?? [];
  const wanted = named ?? headers['accept-language']?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

async function answerTo(gate: Gate, request: HttpRequest): Promise<Answer> {
  const { context, sessions } = gate;
  const hosts = gate.hosts();
  // Of two names Node hands on the first, and what stands between might read the other (RFC 9112 section 3.2).
  const [name, ...others] = request.headersDistinct.host ?? [];
  if (others.length > 0 || !isKnownHost(name, hosts))
    throw new HttpError(421, 'wrong-host', {
      en: 'This server does not go by that name.',
      fr: 'Ce serveur ne porte pas ce nom.',
    });
  const url = urlOf(request);
  const bearer = bearerSession(gate, request);
  if (checkOrigin(request, { bearer: bearer !== null }).type === 'foreign')
    throw new HttpError(403, 'foreign-origin', {
      en: 'Requests of other sites are refused.',
      fr: 'Les requêtes d’autres sites sont refusées.',
    });
  const cookie = sessionOf(request.headers.cookie, hosts.port);
  const session = bearer ?? sessions.find(cookie);
  const { pathname } = url;
  if (!pathname.startsWith('/api/')) return page(gate, request, url, session);
  if (pathname === '/api/session' && request.method === 'GET') return json(sessionJson(context, session));
  if (pathname === '/api/login' && request.method === 'POST') return await logIn(gate, request, hosts.port);
  if (session === null)
    throw new HttpError(401, 'not-signed-in', { en: 'Sign in first.', fr: 'Connectez-vous d’abord.' });
  if (pathname === '/api/logout' && request.method === 'POST') {
    sessions.end(cookie);
    const headers = { 'Set-Cookie': clearedCookie(hosts.port) };
    return { type: 'json', value: sessionJson(context, null), headers };
  }
  const { route, path } = gate.router.find(request.method ?? '', pathname);
  const body = route.method === 'POST' ? await readBody(request, route.mostBytes) : null;
  checkPermission(session, route, body);
  const query = new Parameters(url.searchParams);
  const answer = await route.handle({
    query,
    path,
    session,
    body,
    context,
    isGone: () => request.socket.destroyed,
  });
  const access = accessOf(session, route, path);
  // What cannot be logged is not handed out.
  if (access !== null) context.store.log(access.action, access.detail);
  return answer;
}

function urlOf({ url = '/' }: HttpRequest): URL {
  if (url.length > MOST_URL || !url.startsWith('/') || url.startsWith('//'))
    throw new HttpError(400, 'bad-request', {
      en: 'The address cannot be read.',
      fr: 'L’adresse est illisible.',
    });
  try {
    return new URL(`http://tamis.invalid${url}`);
  } catch {
    throw new HttpError(400, 'bad-request', {
      en: 'The address cannot be read.',
      fr: 'L’adresse est illisible.',
    });
  }
}

/** A program that sends the token with each request; all of them are one session. */
function bearerSession({ sessions }: Gate, { headers }: HttpRequest): Session | null {
  const token = /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1];
  return token !== undefined && sessions.isToken(token) ? sessions.bearer() : null;
}

/** The app's own files say nothing of the case; the token in the address becomes a cookie and leaves the address. */
function page(gate: Gate, request: HttpRequest, url: URL, session: Session | null): Answer {
  const { files, sessions, login } = gate;
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new HttpError(405, 'wrong-method', {
      en: `${request.method} is not for ${url.pathname}.`,
      fr: `${request.method} ne convient pas à ${url.pathname}.`,
    });
  const token = url.searchParams.get('token');
  if (url.pathname === '/' && token !== null) {
    if (!sessions.isToken(token)) return noTokenPage();
    const cookie = sessionCookie(gate.hosts().port, sessions.start(null).id);
    return { type: 'redirect', to: '/', headers: { 'Set-Cookie': cookie } };
  }
  if (url.pathname === '/' && session === null && login === null) return noTokenPage();
  const file = files.find(url.pathname, String(request.headers['accept-encoding'] ?? ''));
  if (file !== null) return file;
  if (url.pathname === '/') return noAppPage();
  throw new HttpError(404, 'no-such-page', { en: 'There is nothing here.', fr: 'Il n’y a rien ici.' });
}

async function logIn(gate: Gate, request: HttpRequest, port: number): Promise<Answer> {
  const { context, sessions, login } = gate;
  if (login === null)
    throw new HttpError(404, 'no-such-page', {
      en: 'This server takes a token, not a password.',
      fr: 'Ce serveur demande un jeton, pas un mot de passe.',
    });
  const author = await login.check(await readBody(request), request.socket.remoteAddress ?? '');
  const { id, session } = sessions.start(author);
  const headers = { 'Set-Cookie': sessionCookie(port, id) };
  return { type: 'json', value: sessionJson(context, session), headers };
}
