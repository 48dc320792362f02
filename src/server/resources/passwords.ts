import { json } from '../http/answer.ts';
import { badRequest } from '../http/http-error.ts';
import type { Route } from '../http/router.ts';
import { Fields } from './fields.ts';

/** Longer ones are cut by every format that Tamis opens. */
const MOST_CHARS = 255;

/** Passwords of documents of the leak, to look at them: kept until the server ends, and never shown or written. */
export const passwordRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/passwords',
    handle: ({ body, context }) => {
      const word = new Fields(body).text('password', MOST_CHARS);
      if (word === '') throw badRequest('"password" is missing.');
      context.passwords.add(word);
      return json({ taken: true });
    },
  },
];
