import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { importPosts } from '../import/index.ts';
import { seededRandom, spreadReport } from './index.ts';

const SYNTHETIC = join(import.meta.dirname, '../../../../shared/corpus/posts/synth_50000.csv');
const folder = mkdtempSync(join(tmpdir(), 'tamis-'));
after(() => rmSync(folder, { recursive: true }));

test('the twenty groups planted in 50,000 shares are found, whole, and nobody else', async (t) => {
  if (!existsSync(SYNTHETIC)) return t.skip('corpus not present: ../shared/corpus');
  const memory = 2 ** 29;
  await importPosts([SYNTHETIC], { folder, format: 'auto', map: [], zone: 'UTC', memory });
  const { coordination } = await spreadReport({
    folder,
    tag: null,
    from: null,
    to: null,
    memory,
    windows: [60, 10, 300],
    minParticipation: 2,
    repetitions: 3,
    maxPairs: 1e9,
    earlier: new Set(),
    random: seededRandom(1),
  });
  // Twelve accounts in each group, numbered after the 7,500 others.
  const group = (first: number): string[] =>
    Array.from({ length: 12 }, (_, i) => `a${7500 + first * 12 + i}`);
  const planted = Array.from({ length: 20 }, (_, number) => group(number));
  assert.deepEqual(
    coordination.communities.groups.map((found) => found.members.join(' ')).sort(),
    planted.map((members) => members.sort().join(' ')).sort(),
  );
});
