import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** What only the processes for work over the whole case need (`src/server/child/`), and DuckDB, which they alone may load. */
const OF_CHILDREN = [
  '/src/dossier/gather.ts',
  '/src/publish/gates/check.ts',
  '/src/spread/report/build.ts',
  '/@duckdb/',
];

test('the server does not load what works over the whole case: its processes do', () => {
  const server = fileURLToPath(new URL('../../src/server/start-server.ts', import.meta.url));
  const program = `import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
    await import(${JSON.stringify(server)});
    console.log(JSON.stringify(loaded));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  assert.ok(stdout !== '', stderr);
  const loaded: string[] = JSON.parse(stdout);
  assert.ok(loaded.some((url) => url.endsWith('/src/server/resources/publish.ts')));
  assert.deepEqual(
    loaded.filter((url) => OF_CHILDREN.some((part) => url.includes(part))),
    [],
  );
});
