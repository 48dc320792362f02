import { signal } from '@preact/signals';
import type { ServerEvents } from '../../../src/server/api/events.ts';

/** The last progress told; null until a sift was seen to run. */
export const progress = signal<ServerEvents['progress'] | null>(null);

/** The last change anybody made to the review. */
export const reviewChange = signal<ServerEvents['review'] | null>(null);

/** After a line that broke, in milliseconds. */
const AGAIN = 3_000;

let line: EventSource | null = null;
let isFirst = true;
let again = 0;

/**
 * Listens to the server while the page is looked at. A page in the background hangs up: a browser keeps six connections
 * to a server for all its pages together, and seven items open in tabs would leave none to ask anything by. What was
 * missed is told when the page is looked at again.
 */
export function listen(): void {
  document.addEventListener('visibilitychange', follow);
  follow();
}

function follow(): void {
  clearTimeout(again);
  line?.close();
  line = document.visibilityState === 'visible' ? opened() : null;
}

function opened(): EventSource {
  const source = new EventSource(
    isFirst ? '/api/events' : `/api/events?after=${reviewChange.peek()?.version ?? 0}`,
  );
  isFirst = false;
  on(source, 'progress', (event) => {
    progress.value = event;
  });
  on(source, 'review', (event) => {
    reviewChange.value = event;
  });
  // Its own way to reconnect would ask the same address, and gives up for good where the server is being started anew.
  source.onerror = () => {
    source.close();
    again = window.setTimeout(follow, AGAIN);
  };
  return source;
}

function on<Name extends keyof ServerEvents>(
  source: EventSource,
  name: Name,
  take: (event: ServerEvents[Name]) => void,
): void {
  source.addEventListener(name, (event: MessageEvent<string>) => take(JSON.parse(event.data)));
}
