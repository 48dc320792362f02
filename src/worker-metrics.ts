import { LISTEN_LIMITS, type Listener, listen } from './net/listen.ts';
import type { QueueProgress } from './pipeline/queue.ts';

/** Counters of a worker process, in the text format of Prometheus (exposition format 0.0.4). */
export class WorkerMetrics {
  readonly #events = new Map<string, number>();
  #items = 0;
  #failures = 0;
  #bytes = 0;

  event(type: string): void {
    this.#events.set(type, (this.#events.get(type) ?? 0) + 1);
  }

  progress({ items, failures, bytes }: QueueProgress): void {
    this.#items += items;
    this.#failures += failures;
    this.#bytes += bytes;
  }

  text(): string {
    const { rss } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const lines = [
      ...metric('tamis_worker_items_total', 'counter', 'Items written.', this.#items),
      ...metric('tamis_worker_failures_total', 'counter', 'Items that could not be read.', this.#failures),
      ...metric('tamis_worker_bytes_total', 'counter', 'Bytes of the dump covered.', this.#bytes),
      ...metric('process_resident_memory_bytes', 'gauge', 'Memory of the process.', rss),
      ...metric('process_cpu_seconds_total', 'counter', 'Processor time.', (user + system) / 1e6),
      '# HELP tamis_worker_events_total What happened to units of work.',
      '# TYPE tamis_worker_events_total counter',
      ...[...this.#events].map(([type, count]) => `tamis_worker_events_total{event="${type}"} ${count}`),
    ];
    return `${lines.join('\n')}\n`;
  }

  /** On this machine alone; 0 is any free port. */
  serve(port: number): Promise<Listener> {
    return listen(
      (request, response) => {
        const isKnown = request.method === 'GET' && request.url === '/metrics';
        response.writeHead(isKnown ? 200 : 404, {
          'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        });
        response.end(isKnown ? this.text() : '');
      },
      { host: '127.0.0.1', port, limits: LISTEN_LIMITS },
    );
  }
}

function metric(name: string, type: string, help: string, value: number): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`];
}
