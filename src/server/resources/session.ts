import { basename } from 'node:path';
import type { SessionJson } from '../api/session.ts';
import type { ServerContext } from '../context.ts';
import type { Session } from '../guard/sessions.ts';
import { json } from '../http/answer.ts';
import type { Route } from '../http/router.ts';
import { readAuthor } from './review-change.ts';

export const sessionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/session',
    handle: ({ body, session, context }) => {
      const { author } =
        typeof body === 'object' && body !== null && 'author' in body ? body : { author: null };
      session.author = readAuthor(author);
      return json(sessionJson(context, session));
    },
  },
];

/** To whom is not signed in, nothing of the case. */
export function sessionJson(context: ServerContext, session: Session | null): SessionJson {
  const { store, asks, version, language } = context;
  return {
    signedIn: session !== null,
    asks,
    author: session?.author ?? null,
    version,
    language,
    case:
      session === null
        ? null
        : {
            name: basename(store.directory),
            directory: store.directory,
            zone: context.reviews.zone() ?? 'UTC',
            readOnly: context.reviews.readOnly,
          },
  };
}
