import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { importPosts } from '../../import/index.ts';
import { spreadReport } from '../build.ts';
import { seededRandom } from '../random.ts';
import { sentences } from './sentences.ts';

async function told(t: TestContext, csv: string, lang: 'en' | 'fr'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-sentences-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'posts.csv');
  writeFileSync(file, csv);
  await importPosts([file], { folder, format: 'auto', map: [], zone: 'UTC', memory: 2 ** 28 });
  const report = await spreadReport({
    ...{ folder, tag: null, from: null, to: null, windows: [60], minParticipation: 2, repetitions: 2 },
    ...{ random: seededRandom(1), earlier: new Set(), memory: 2 ** 28, maxPairs: 1e9 },
  });
  return sentences(report, lang)
    .flatMap(({ lines }) => lines)
    .join('\n');
}

const rows = (count: number, of: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => of(at)).join('\n');

test('of one post and of one account nothing is said that needs others', async (t) => {
  const one = await told(t, 'id,user,created_at,text\n1,a,2017-05-05T19:00:00Z,alone #Leak\n', 'en');
  assert.match(one, /^1 post by 1 account,/u);
  assert.match(one, /All posts are of one account, so there is nothing to compare it with/u);
  assert.match(one, /No two accounts shared enough for a test: that none is coordinated does not follow/u);
  assert.match(one, /No account has 10 posts or more: of rhythms nothing can be said/u);
  assert.doesNotMatch(one, /Gini|Coefficient|: \.|NaN/u);
  const csv = `id,user,created_at,text\n${rows(30, (at) => `${at},same,2017-05-05T19:${10 + at}:00Z,post ${at} #x`)}\n`;
  assert.match(
    await told(t, csv, 'fr'),
    /Toutes les publications sont d’un seul compte[\s\S]*1 compte a au moins 10 publications/u,
  );
});

test('of posts without accounts it is said that accounts cannot be spoken of', async (t) => {
  const csv = `id,created_at,text\n${rows(20, (at) => `${at},2017-05-05T19:${10 + at}:00Z,post ${at}`)}\n`;
  const text = await told(t, csv, 'fr');
  assert.match(text, /^20 publications de 0 compte,/u);
  assert.match(text, /Aucune publication ne nomme son compte/u);
  assert.doesNotMatch(text, /Gini|pays déclaré/u);
});
