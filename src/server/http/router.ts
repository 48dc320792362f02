import type { ServerContext } from '../context.ts';
import type { Session } from '../guard/sessions.ts';
import type { Answer } from './answer.ts';
import { HttpError } from './http-error.ts';
import type { Parameters } from './parameters.ts';

export interface RouteRequest {
  readonly query: Parameters;
  /** Of `:name` in the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly session: Session;
  /** Of a POST, parsed and not checked. */
  readonly body: unknown;
  readonly context: ServerContext;
  /** Whether the caller has hung up: what is worked out in steps then stops, since nobody reads it. */
  readonly isGone: () => boolean;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** `/api/items/:id/why`. */
  readonly path: string;
  /** Of the body, where more than a change of a few words is sent. */
  readonly mostBytes?: number;
  readonly handle: (request: RouteRequest) => Answer | Promise<Answer>;
}

export interface FoundRoute {
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
}

/** The routes of a server, found by method and path. Few enough to be tried one after the other. */
export class Router {
  readonly #routes: readonly { readonly route: Route; readonly parts: readonly string[] }[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes.map((route) => ({ route, parts: route.path.split('/') }));
  }

  /** Throws HttpError 404 `no-such-page`, 405 `wrong-method`, 400 for a path that is no UTF-8. */
  find(method: string, pathname: string): FoundRoute {
    const parts = pathname.split('/');
    let known = false;
    for (const { route, parts: pattern } of this.#routes) {
      const path = match(pattern, parts);
      if (path === null) continue;
      if (route.method === method || (method === 'HEAD' && route.method === 'GET')) return { route, path };
      known = true;
    }
    if (known)
      throw new HttpError(405, 'wrong-method', {
        en: `${method} is not for ${pathname}.`,
        fr: `${method} ne convient pas à ${pathname}.`,
      });
    throw new HttpError(404, 'no-such-page', {
      en: `There is nothing at ${pathname}.`,
      fr: `Il n’y a rien à ${pathname}.`,
    });
  }
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const path: Record<string, string> = {};
  for (const [at, wanted] of pattern.entries()) {
    const part = parts[at] ?? '';
    if (!wanted.startsWith(':')) {
      if (wanted !== part) return null;
    } else if (part === '') return null;
    else path[wanted.slice(1)] = decoded(part);
  }
  return path;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new HttpError(400, 'bad-request', {
      en: 'The address is not percent-encoded UTF-8.',
      fr: 'L’adresse n’est pas en UTF-8 encodé par des pour-cent.',
    });
  }
}
