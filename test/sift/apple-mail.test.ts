import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { itemBytes } from '../../src/show/item-bytes.ts';
import { readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

const LIST =
  '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>flags</key><integer>1</integer></dict></plist>\n';

/** A message whose parts are named and left out, as Apple Mail writes it. */
function partial(subject: string, names: readonly string[]): string {
  const parts = names.map(
    (name) =>
      `--b\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${name}"\nContent-Type: application/octet-stream\nX-Apple-Content-Length: 12\n\n\n`,
  );
  const head = `From: a@x.example\nTo: b@x.example\nSubject: ${subject}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n`;
  const message = `${head}--b\nContent-Type: text/plain\n\nsee the files\n\n${parts.join('')}--b--\n`;
  return `${message.length}\n${message}${LIST}`;
}

test('attachments that Apple Mail keeps beside its messages hang on them', async (t) => {
  const folder = temporaryFolder(t);
  const dump = join(folder, 'dump');
  const put = (path: string, content: string) => {
    mkdirSync(dirname(join(dump, path)), { recursive: true });
    writeFileSync(join(dump, path), content);
  };
  put('Data/Messages/1.partial.emlx', partial('both', ['budget.txt', 'été.csv']));
  put('Data/Attachments/1/2/budget.txt', 'words of the budget');
  put('Data/Attachments/1/3/ete.csv', 'a;b\n1;2\n');
  put('Data/Messages/2.partial.emlx', partial('one of two', ['first.txt', 'second.txt']));
  put('Data/Messages/2.2.emlxpart', `${Buffer.from('words of the old form').toString('base64')}\n`);
  put('Data/Messages/3.partial.emlx', partial('leads out', ['secret.txt']));
  put('outside/2/secret.txt', 'not of this message');
  symlinkSync('../../outside', join(dump, 'Data/Attachments/3'));

  const directory = join(folder, 'case.tamis');
  await siftQuietly(directory, { inputs: [dump] });
  const store = readCase(t, directory);
  const item = (path: string) => store.itemByPath('leak', `dump/Data/Messages/${path}`);
  const both = item('1.partial.emlx');
  assert.deepEqual([both?.status, both?.failure], ['ok', null]);
  const budget = item('1.partial.emlx/budget.txt');
  assert.ok(budget);
  assert.equal(Buffer.from(itemBytes(directory, budget) ?? []).toString(), 'words of the budget');
  assert.equal(budget.locator?.type, 'file', 'it is read where it lies');
  assert.equal(item('1.partial.emlx/été.csv')?.type, 'text/csv');
  const paths = [...store.search('"old form"', {})].map(({ path }) => path);
  assert.deepEqual(paths, ['dump/Data/Messages/2.partial.emlx/first.txt']);
  for (const [name, count] of [
    ['2.partial.emlx', '2 parts of this message outside of the file; 1 are not'],
    ['3.partial.emlx', '1 parts of this message outside of the file; 1 are not'],
  ] as const) {
    assert.equal(item(name)?.failure?.code, 'truncated');
    assert.ok(item(name)?.failure?.detail.includes(count));
  }
  assert.equal(item('3.partial.emlx/secret.txt')?.size, 0);
});
