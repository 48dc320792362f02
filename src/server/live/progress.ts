import { isBeingWritten } from '../../case/lock.ts';
import type { CaseStore } from '../../case/store.ts';
import type { ServerEvents } from '../api/events.ts';
import type { LiveView } from '../table/live-view.ts';
import type { EventHub } from './event-hub.ts';

/** How often the case is looked at. */
const LOOK_MS = 1_000;

/** How far the sift is, by what the case itself says: it may run in another process. */
export function progressOf(store: CaseStore): ServerEvents['progress'] {
  const { items, failures } = store.totals();
  return {
    running: isBeingWritten(store.directory),
    tasks: store.countTasks(),
    items: items.total,
    failures,
  };
}

/** Tells listeners of a sift that runs, and once when it has ended. Returns how to stop. */
export function watchProgress(store: CaseStore, view: LiveView, events: EventHub): () => void {
  let known = store.dataVersion();
  let wasRunning = false;
  const look = (): void => {
    view.refresh();
    if (events.listeners === 0) return;
    const version = store.dataVersion();
    const running = isBeingWritten(store.directory);
    if (version === known && running === wasRunning) return;
    known = version;
    wasRunning = running;
    events.tell('progress', progressOf(store));
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
