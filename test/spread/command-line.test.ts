import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openCase, verifyCustody } from '../../src/case/index.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { testHost } from '../../src/cli/test-host.ts';
import type { SpreadReport } from '../../src/spread/report/index.ts';
import { held } from '../schemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-'));
after(() => rmSync(folder, { recursive: true }));

async function tamis(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const { host, out, err } = testHost({}, folder);
  const code = await runCommandLine(words, host);
  return { code, out: out(), err: err() };
}

const SHARES =
  'object_id,account_id,content_id,timestamp_share\nx,b,1,100\nx,a,2,105\ny,b,3,200\ny,a,4,200\n';

test('spread coordination writes the edges and a summary for programs', async () => {
  writeFileSync(join(folder, 'shares.csv'), SHARES);
  const { code, out } = await tamis(
    'spread',
    'coordination',
    'shares.csv',
    '--window',
    '10',
    '--edges',
    'edges.csv',
    '--json',
  );
  assert.equal(code, 0);
  const summary = held('spread-coordination', out) as { [name: string]: unknown };
  assert.deepEqual(
    [summary.pairs, summary.accounts, summary.edges, summary.objects, typeof summary.seconds],
    [2, 2, 1, 2, 'number'],
  );
  assert.match(readFileSync(join(folder, 'edges.csv'), 'utf8'), /^from,to,weight,.*\na,b,2,2\.5,2,2,1\n$/);
});

test('a missing column ends with a sentence that names the columns', async () => {
  writeFileSync(join(folder, 'other.csv'), 'tag,who\n');
  const { code, err } = await tamis('spread', 'coordination', 'other.csv');
  assert.notEqual(code, 0);
  assert.match(err, /no column "object_id"; its columns: tag, who/);
});

test('posts are imported and reported in both languages, with all files asked for', async () => {
  const posts = Array.from({ length: 30 }, (_, i) =>
    JSON.stringify({
      id: `p${i}`,
      account: `a${i % 7}`,
      time: `2017-05-05T18:${10 + i}:00Z`,
      text: `Post number ${i} #MacronLeaks`,
      lang: 'en',
    }),
  );
  writeFileSync(join(folder, 'posts.jsonl'), `${posts.join('\n')}\nbroken\n`);
  const imported = await tamis('spread', 'import', 'posts.jsonl', '--case', 'macron.tamis', '--json');
  assert.equal(imported.code, 0, imported.err);
  const { posts: kept, rejected } = held('spread-import', imported.out);
  assert.deepEqual([kept, rejected], [30, { 'not-json': 1 }]);
  const flags = [
    '--html',
    'r.html',
    '--csv',
    'csv',
    '--svg',
    'svg',
    '--png',
    'png',
    '--gexf',
    'g.gexf',
    '--graphml',
    'g.graphml',
  ];
  const report = await tamis('spread', 'report', '--case', 'macron.tamis', '--tag', '#MacronLeaks', ...flags);
  assert.equal(report.code, 0, report.err);
  assert.match(report.out, /30 posts by 7 accounts, 2017-05-05 18:10:00 to 2017-05-05 18:39:00 UTC/);
  for (const file of ['r.html', 'g.gexf', 'g.graphml', 'csv/edges.csv', 'svg/volume.svg', 'png/volume.png'])
    assert.ok(existsSync(join(folder, file)), file);
  assert.ok(readdirSync(join(folder, 'csv')).length > 10);
  const french = await tamis(
    'spread',
    'report',
    '--case',
    'macron.tamis',
    '--lang',
    'fr',
    '--from',
    '2017-05-05 20:20',
    '--zone',
    'Europe/Paris',
  );
  assert.match(french.out, /20 publications de 7 comptes/);
});

test('imports and reports stand in the custody log of the case, with the hash of what was read', async () => {
  const store = openCase(join(folder, 'macron.tamis'), { now: () => new Date(), readOnly: true });
  try {
    const log = [...store.custody()];
    assert.deepEqual(
      log.map((entry) => entry.action),
      ['posts-imported', 'spread-reported', 'spread-reported'],
    );
    const bytes = readFileSync(join(folder, 'posts.jsonl'));
    const { files, read, rejected } = log[0]?.detail ?? {};
    assert.deepEqual(files, [
      {
        path: join(folder, 'posts.jsonl'),
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    ]);
    assert.deepEqual([read, rejected], [30, { 'not-json': 1 }]);
    assert.equal(log[1]?.detail.tag, '#MacronLeaks');
    assert.equal(verifyCustody(log).type, 'intact');
  } finally {
    store.close();
  }
});

test('no case is made for a file that is not there', async () => {
  const { code, err } = await tamis('spread', 'import', 'nowhere.jsonl', '--case', 'none.tamis');
  assert.equal(code, 1);
  assert.match(err, /nowhere\.jsonl/);
  assert.ok(!existsSync(join(folder, 'none.tamis')));
});

test('rehearsed posts give a report that programs can rely on', async () => {
  const made = held('rehearse-spread', (await tamis('rehearse', 'spread', '-o', 'made', '--json')).out);
  assert.deepEqual([made.posts, made.evaluation], [47_000, null]);
  held(
    'spread-import',
    (await tamis('spread', 'import', 'made/posts.jsonl', '-c', 'made.tamis', '--json')).out,
  );
  writeFileSync(join(folder, 'earlier.txt'), '@90000\n');
  const words = ['--tag', '#MacronLeaks', '--repetitions', '3', '--earlier', 'earlier.txt', '--json'];
  const report = held('spread-report', (await tamis('spread', 'report', '-c', 'made.tamis', ...words)).out);
  const { concentration, coordination, volume, paths } = report as unknown as SpreadReport;
  // The numbers of May 2017 (DFRLab), as the report states them.
  assert.equal(volume.early, 47_000);
  assert.equal(concentration.runs[0]?.inFiveMinutes, 87);
  assert.ok(concentration.topTenPosts > 1300);
  assert.equal(concentration.accounts[0]?.inTwoHours, 294);
  assert.ok(coordination.evidence.length > 0 && coordination.communities.groups.length > 0);
  assert.equal(paths.earlier.length, 1);
});

test('an error is JSON too', async () => {
  const { code, out } = await tamis('spread', 'report', '--case', 'nowhere.tamis', '--json');
  assert.equal(code, 1);
  held('error', out);
});

test('usual names of columns are known in French too; a file of which nothing is read fails', async () => {
  writeFileSync(join(folder, 'fr.csv'), 'auteur;texte;ts\nzoé;déjà;2017-05-05T20:00:00Z\n');
  writeFileSync(join(folder, 'odd.csv'), 'a;b\n1;2\n');
  const known = await tamis('spread', 'import', 'fr.csv', '--case', 'fr.tamis', '--json');
  assert.deepEqual([known.code, JSON.parse(known.out).read], [0, 1]);
  // The same again adds nothing, and is read all the same.
  assert.equal((await tamis('spread', 'import', 'fr.csv', '--case', 'fr.tamis')).code, 0);
  assert.equal((await tamis('spread', 'import', 'odd.csv', '--case', 'fr.tamis')).code, 1);
});

test('what cannot be read is told so that a person knows what to do', async () => {
  const say = async (name: string, bytes: string | Uint8Array, ...flags: string[]): Promise<string> => {
    writeFileSync(join(folder, name), bytes);
    const { out, err } = await tamis('spread', 'import', name, '--case', 'bad.tamis', ...flags);
    return out + err;
  };
  assert.match(await say('empty.csv', ''), /0 posts read, .*\nThere was nothing to read\./);
  assert.match(await say('own.csv', 'Qui;Quand\na;2017-05-05\n'), /columns: Qui, Quand\. .*--map account=/);
  assert.match(
    await say('own.csv', 'Qui;Quand\na;2017-05-05\n', '--map', 'account=Qui,time=When'),
    /no column "When"; its columns: Qui, Quand/,
  );
  const table = 'id\taccount\ttime\ttext\n1\tzoé\t2017-05-05 20:00\tdéjà\n2\tb\t05/06/2017 20:01\tx\n';
  const read = await say('own.tsv', Buffer.from(table, 'latin1'), '--zone', 'Europe/Paris');
  assert.match(read, /1 post read \(mapped 1\)/);
  assert.match(read, /May or June\) \(time-not-a-time, first own\.tsv:3\)/);
  assert.match(read, /read in Europe\/Paris/);
  assert.match(
    await say('utf16.csv', Buffer.from('id,account,time,text\n9,é,2017-05-05T20:00:00Z,é\n', 'utf16le')),
    /1 new/,
  );
  assert.match(
    await say('picture.csv', Buffer.from([0x89, 0x50, 0, 0, 1])),
    /is binary: posts are read from/,
  );
  const { out } = await tamis('spread', 'report', '--case', 'bad.tamis', '--json');
  assert.match(out, /"who":"zoé"/);
  const zone = await tamis(
    'spread',
    'report',
    '--case',
    'bad.tamis',
    '--from',
    '2017-05-05 20:00',
    '--zone',
    'Mars',
  );
  assert.match(zone.err, /unknown time zone Mars/);
  writeFileSync(join(folder, 'page.csv'), '<!doctype html><html></html>');
  const page = await tamis('spread', 'coordination', 'page.csv');
  assert.match(page.err, /page\.csv is no table/);
});
