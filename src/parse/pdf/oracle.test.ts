import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { type ArchivedDocument, unpackedDocuments } from '../document/testing/archived-documents.ts';
import { Collector } from '../metadata/collector.ts';
import { readPdf } from './pdf.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CORPUS = join(ROOT, '../shared/corpus');
/** Share of pdftotext's words that are asked for, issue 3. */
const AGREEMENT = 0.98;

test('the words of the corpus are those of pdftotext, or docs/pdf.md says why not', {
  timeout: 120_000,
}, async (t) => {
  if (!existsSync(CORPUS)) return t.skip('corpus not present: ../shared/corpus');
  if (!hasPdftotext()) return t.skip('pdftotext not present (Debian package poppler-utils)');
  const excused = tableRows(readFileSync(join(ROOT, 'docs/pdf.md'), 'utf8'));
  const bad: string[] = [];
  const kept = new Set<string>();
  const folder = mkdtempSync(join(tmpdir(), 'tamis-pdftotext-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const isPdf = ({ type }: ArchivedDocument) => type === 'application/pdf';
  const archived = await unpackedDocuments(join(CORPUS, 'archives/files'), folder, isPdf);
  for (const path of [...pdfFiles(), ...archived]) {
    const theirs = wordsOf(pdftotext(path));
    const name = basename(path);
    if (theirs.size === 0) continue;
    const out = new Collector(1e8);
    const options = { passwords: [], limits: DEFAULT_LIMITS };
    const share = shareOf(theirs, wordsOf((await readPdf(readFileSync(path), options, out)).text));
    if (share >= AGREEMENT) continue;
    if (excused.has(name)) kept.add(name);
    else bad.push(`${name}: ${share.toFixed(3)}`);
  }
  assert.deepEqual(bad, []);
  assert.deepEqual([...kept].sort(), [...excused].sort(), 'a row of the table no longer disagrees');
});

function pdfFiles(): string[] {
  return ['documents', 'docs-metadata'].flatMap((folder) =>
    readdirSync(join(CORPUS, folder), { recursive: true, withFileTypes: true })
      // One page of 10^9 points, on which pdftotext spends 20 s to find no words.
      .filter((entry) => entry.isFile() && /\.pdf$/i.test(entry.name) && entry.name !== 'bomb_giant.pdf')
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

function hasPdftotext(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function pdftotext(path: string): string {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], {
      stdio,
      timeout: 20_000,
      maxBuffer: 1e9,
    }).toString();
  } catch {
    return '';
  }
}

/** How often each word occurs; order does not count, as readers differ in how they walk a page. */
function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text
    .normalize('NFKC')
    .replaceAll('\u00ad', '')
    .match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function shareOf(wanted: ReadonlyMap<string, number>, got: ReadonlyMap<string, number>): number {
  let [all, found] = [0, 0];
  for (const [word, count] of wanted) {
    all += count;
    found += Math.min(count, got.get(word) ?? 0);
  }
  return found / all;
}

function tableRows(markdown: string): Set<string> {
  return new Set([...markdown.matchAll(/^\| `([^`]+\.pdf)` \|/gm)].map(([, name = '']) => name));
}
