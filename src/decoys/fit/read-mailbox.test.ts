import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fixtureMailbox } from '../testing/fixture-mailbox.ts';
import { readMailbox } from './read-mailbox.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-read-mailbox-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a path that is not there is told, and not taken for a mailbox without mail', async () => {
  await assert.rejects(Array.fromAsync(readMailbox([join(folder, 'nowhere')])), { code: 'unreadable' });
});

test('mail is read out of a folder among files that are none, and called by its folder', async () => {
  const [mail] = fixtureMailbox(1);
  mkdirSync(join(folder, '.Sent', 'cur'), { recursive: true });
  writeFileSync(join(folder, '.Sent', 'cur', '1.eml'), mail?.bytes ?? '');
  writeFileSync(join(folder, 'notes.pdf'), '%PDF-1.4');
  const found = await Array.fromAsync(readMailbox([folder]));
  assert.deepEqual(
    found.map(({ folder: name }) => name),
    ['Sent'],
  );
});
