import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { PdfPrinter } from './pdf-printer.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-printer-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** In place of a browser: notes that it ran, and "prints" what it is given. */
function browser(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho ran >> ${join(folder, `${name}.log`)}\n${body}\n`);
  chmodSync(path, 0o700);
  return path;
}

const PRINT = `for word in "$@"; do case "$word" in
  --print-to-pdf=*) out="\${word#--print-to-pdf=}";;
  file://*) page="\${word#file://}";;
esac; done
cp "$page" "$out"`;

const runs = (name: string): number =>
  readFileSync(join(folder, `${name}.log`), 'utf8')
    .trim()
    .split('\n').length;

const leftovers = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('tamis-pdf-'));

describe('printing a dossier', { skip: process.platform === 'win32' }, () => {
  it('prints each page once, and leaves nothing on the disk', async () => {
    const before = leftovers();
    const printer = new PdfPrinter({ TAMIS_CHROMIUM: browser('prints', PRINT) });
    assert.equal(printer.isAvailable, true);
    const [one, other] = [{}, {}];
    const printed = await Promise.all([
      printer.print(one, 'first'),
      printer.print(one, 'first'),
      printer.print(other, 'second'),
    ]);
    assert.deepEqual(
      printed.map((bytes) => Buffer.from(bytes).toString()),
      ['first', 'first', 'second'],
    );
    assert.equal(runs('prints'), 2);
    assert.deepEqual(leftovers(), before);
    await printer.close();
  });

  it('tries again what failed', async () => {
    const printer = new PdfPrinter({ TAMIS_CHROMIUM: browser('fails', 'exit 1') });
    const one = {};
    for (const time of [1, 2]) {
      await assert.rejects(printer.print(one, 'page'), { code: 'print-failed' });
      assert.equal(runs('fails'), time);
    }
  });

  it('ends the browser when the server ends', async () => {
    const printer = new PdfPrinter({ TAMIS_CHROMIUM: browser('hangs', 'exec sleep 600') });
    const printed = assert.rejects(printer.print({}, 'page'), { code: 'print-failed' });
    await new Promise((resolve) => setImmediate(resolve));
    await printer.close();
    await printed;
  });

  it('says that there is no browser where none was named', () => {
    assert.equal(new PdfPrinter({ PATH: folder, TAMIS_CHROMIUM: join(folder, 'none') }).isAvailable, false);
  });
});
