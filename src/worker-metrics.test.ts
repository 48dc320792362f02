import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WorkerMetrics } from './worker-metrics.ts';

test('a worker serves its counters to Prometheus, on this machine', async (t) => {
  const metrics = new WorkerMetrics();
  metrics.event('claimed');
  metrics.event('claimed');
  metrics.progress({ items: 7, failures: 1, bytes: 100, found: 0 });
  const listener = await metrics.serve(0);
  t.after(() => listener.close());
  const answer = await fetch(`http://127.0.0.1:${listener.port}/metrics`);
  const text = await answer.text();
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
  assert.match(text, /^tamis_worker_items_total 7$/m);
  assert.match(text, /^tamis_worker_events_total\{event="claimed"\} 2$/m);
  assert.match(text, /^process_resident_memory_bytes \d+$/m);
  assert.equal((await fetch(`http://127.0.0.1:${listener.port}/other`)).status, 404);
});
