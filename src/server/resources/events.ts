import type { Route } from '../http/router.ts';
import { progressOf } from '../live/progress.ts';

export const eventRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/events',
    handle: ({ context }) => {
      context.events.check();
      return {
        type: 'events',
        subscribe: (send) => {
          send('progress', progressOf(context.store));
          return context.events.subscribe(send);
        },
      };
    },
  },
];
