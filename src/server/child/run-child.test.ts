import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Children } from './run-child.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-child-'));
after(() => rmSync(folder, { recursive: true }));

const script = pathToFileURL(join(folder, 'child.ts'));
const imports = (name: string, path: string): string =>
  `import { ${name} } from ${JSON.stringify(new URL(path, import.meta.url).href)};\n`;
writeFileSync(
  script,
  `${imports('answerParent', './answer-parent.ts')}${imports('TamisError', '../../model/index.ts')}
answerParent(async ({ do: what, bytes }) => {
  if (what === 'refuse') throw new TamisError('no-posts', 'There are none.');
  if (what === 'fail') throw new RangeError('a mistake');
  if (what === 'die') process.exit(3);
  if (what === 'hang') await new Promise(() => setInterval(() => {}, 1_000));
  return bytes.map((byte) => byte + 1);
});
`,
);

test('bytes go to a process and come back', async () => {
  const children = new Children();
  const answer = await children.run(script, { do: 'add', bytes: Uint8Array.of(1, 2) });
  assert.deepEqual(answer, Uint8Array.of(2, 3));
  await children.close();
});

test('what is thrown on purpose keeps its code; a mistake and an end are told apart', async () => {
  const children = new Children();
  await assert.rejects(children.run(script, { do: 'refuse' }), { code: 'no-posts', name: 'TamisError' });
  await assert.rejects(children.run(script, { do: 'fail' }), /RangeError: a mistake/);
  await assert.rejects(children.run(script, { do: 'die' }), { code: 'busy' });
});

test('what hangs is ended, and so is what still runs when the server ends', async () => {
  const impatient = new Children(400);
  await assert.rejects(impatient.run(script, { do: 'hang' }), { code: 'took-too-long' });
  const children = new Children();
  const running = assert.rejects(children.run(script, { do: 'hang' }), { code: 'busy' });
  await children.close();
  await running;
  assert.equal(children.running, 0);
});
