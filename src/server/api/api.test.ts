import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ROUTES } from '../resources/index.ts';

const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');

/** The ways docs/api.md lists, without their queries. */
const listed = new Set(
  [...page.matchAll(/^\| `(GET|POST) (\/[^`?]*)/gm)].map(([, method, path]) => `${method} ${path}`),
);

/** Answered before there is a session, in handle-request.ts. */
const OWN = ['GET /', 'GET /api/session', 'POST /api/login', 'POST /api/logout'];

describe('the contract with the browser', () => {
  it('is the same in docs/api.md and in the server', () => {
    const served = ROUTES.map(({ method, path }) => {
      const written = path
        .replace(':page', 'N.png')
        .replace(':id', 'ID')
        .replace(':ticket', 'TICKET')
        .replace(':file', 'FILE');
      return `${method} ${written}`;
    });
    assert.deepEqual([...listed].sort(), [...served, ...OWN].sort());
  });

  it('is made of files that a browser can import', () => {
    const seen = new Set<string>();
    const waiting = readdirSync(new URL('.', import.meta.url))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => new URL(name, import.meta.url).href);
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      const source = readFileSync(new URL(file), 'utf8');
      for (const [, from = ''] of source.matchAll(/^(?:import|export)[^;]*?from '([^']+)'/gm)) {
        assert.match(from, /^\.\.?\//, `${file} imports ${from}`);
        waiting.push(new URL(from, file).href);
      }
    }
    assert.ok(seen.size > 20);
  });
});
