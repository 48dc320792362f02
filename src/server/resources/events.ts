import type { ServerEvents } from '../api/events.ts';
import type { Route } from '../http/router.ts';
import { progressOf } from '../live/progress.ts';

export const eventRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/events',
    handle: ({ context, query }) => {
      context.events.check();
      const after = query.number('after', { default: Number.POSITIVE_INFINITY, min: 0, max: 1e12 });
      return {
        type: 'events',
        subscribe: (send) => {
          send('progress', progressOf(context.store));
          const { version } = context.reviews;
          if (version > after) send('review', missed(version));
          return context.events.subscribe(send);
        },
      };
    },
  },
];

/** Whatever was done since the caller last listened, as one change of no single item: it asks again for all it shows. */
function missed(version: number): ServerEvents['review'] {
  return { version, item: null, author: '' };
}
