import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metadataLines } from './metadata-lines.ts';

test('each value once, hostile ones harmless, long lists counted', () => {
  const field = (name: string, value: string) => ({ field: name, value, where: 'x' });
  const paths = Array.from({ length: 9 }, (_, index) => field('path', `C:\\${index}`));
  const metadata = [
    field('author', 'Anne'),
    field('author', 'Anne'),
    field('last-author', 'E\u001b[2Jve'),
    ...paths,
  ];
  const lines = metadataLines(metadata, 'fr', (_style, text) => text);
  assert.equal(lines[0], 'Auteur\u00a0: Anne');
  assert.ok(lines[1]?.startsWith('Dernier auteur\u00a0: E') && !lines[1].includes('\u001b'));
  assert.match(lines[2] ?? '', /^Chemins\u00a0: C:\\0, .*, … \+3$/);
});
