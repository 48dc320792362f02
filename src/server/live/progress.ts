import { isBeingSifted } from '../../case/being-sifted.ts';
import type { CaseStore } from '../../case/store.ts';
import type { ServerEvents } from '../api/events.ts';
import type { ServerContext } from '../context.ts';

/** How often the case is looked at. */
const LOOK_MS = 1_000;

/** How far the sift is, by what the case itself says: it may run in another process. */
export function progressOf(store: CaseStore): ServerEvents['progress'] {
  const { items, failures } = store.totals();
  return {
    running: isBeingSifted(store),
    tasks: store.countTasks(),
    items: items.total,
    failures,
  };
}

/**
 * Looks every second at what other processes did: tells of a sift that runs, and once when it has ended; has the
 * review taken in, which tells of itself. Returns how to stop.
 */
export function watchCase({ store, view, reviews, events }: ServerContext): () => void {
  let known = store.dataVersion();
  let wasRunning = false;
  const look = (): void => {
    view.refresh();
    if (events.listeners === 0) return;
    reviews.catchUp();
    const version = store.dataVersion();
    const running = isBeingSifted(store);
    const isNews = running !== wasRunning || (running && version !== known);
    known = version;
    wasRunning = running;
    if (isNews) events.tell('progress', progressOf(store));
  };
  const timer = setInterval(() => {
    try {
      look();
    } catch {
      // A case that is busy for a moment is looked at again a second later.
    }
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
