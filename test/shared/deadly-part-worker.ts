import { randomUUID } from 'node:crypto';
import { sleep } from '../../src/case/postgres/session.ts';
import { PARTS } from '../../src/conclude/parts/parts.ts';
import { openSharedCase } from '../../src/shared-case.ts';

// Takes two pieces of passes and dies with them: `node deadly-part-worker.ts DB CASE`.
const [db = '', name = ''] = process.argv.slice(2);
const store = openSharedCase({ db, name, as: 'work', now: () => new Date(), env: {} });
for (let taken = 0; taken < 2; ) {
  const part = store.parts.claim(randomUUID(), 2, 'worker', Object.keys(PARTS));
  if (part === null) sleep(5);
  else process.stderr.write(`${JSON.stringify({ event: 'taken', part: part.part, number: ++taken })}\n`);
}
process.kill(process.pid, 'SIGKILL');
