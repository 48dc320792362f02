import { signal } from '@preact/signals';
import type { ServerEvents } from '../../../src/server/api/events.ts';

/** The last progress told; null until a sift was seen to run. */
export const progress = signal<ServerEvents['progress'] | null>(null);

/** The last change anybody made to the review. */
export const reviewChange = signal<ServerEvents['review'] | null>(null);

/** Listens to the server for as long as the page is open; the browser reconnects by itself. */
export function listen(): void {
  const source = new EventSource('/api/events');
  on(source, 'progress', (event) => {
    progress.value = event;
  });
  on(source, 'review', (event) => {
    reviewChange.value = event;
  });
}

function on<Name extends keyof ServerEvents>(
  source: EventSource,
  name: Name,
  take: (event: ServerEvents[Name]) => void,
): void {
  source.addEventListener(name, (event: MessageEvent<string>) => take(JSON.parse(event.data)));
}
