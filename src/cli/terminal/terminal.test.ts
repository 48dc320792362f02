import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, harmless, width } from './cells.ts';
import { formatBytes, formatDuration, formatNumber, formatTime } from './format.ts';
import { coloured } from './paint.ts';
import { progressLine, progressOn } from './progress.ts';
import { table } from './table.ts';

test('numbers, sizes and durations by language', () => {
  assert.equal(formatNumber(12548, 'en'), '12,548');
  assert.equal(formatNumber(12548, 'fr'), '12\u202f548');
  assert.equal(formatBytes(0, 'en'), '0\u00a0bytes');
  assert.equal(formatBytes(999_600, 'en'), '1.0\u00a0MB');
  assert.equal(formatBytes(139_000_000, 'fr'), '139\u00a0Mo');
  assert.equal(formatDuration(0.42, 'fr'), '0,4\u00a0s');
  assert.equal(formatDuration(185, 'en'), '3\u00a0min\u00a005\u00a0s');
  assert.equal(formatDuration(7620, 'en'), '2\u00a0h\u00a007\u00a0min');
  assert.equal(formatTime('2017-04-24T18:03:09Z'), '2017-04-24\u00a018:03\u00a0UTC');
});

test('text of a leak cannot act on the terminal', () => {
  assert.equal(harmless('a\u001b[2Jb\u202egpj\r\nc\u009b'), 'a\ufffd[2Jb\ufffdgpj c\ufffd');
});

test('width counts cells, not code units, and no colours', () => {
  assert.equal(width('été'), 3);
  assert.equal(width('e\u0301te\u0301'), 3);
  assert.equal(width('漢字'), 4);
  assert.equal(width('👩‍👩‍👧'), 2);
  assert.equal(width(coloured('red', 'abc')), 3);
  assert.equal(cut('漢字漢字', 5), '漢字…');
  assert.equal(cut('abc', 3), 'abc');
});

test('a table shrinks only the columns that may', () => {
  const lines = table(
    [
      ['7', 'a long subject line', 'doubtful'],
      ['12', 'short', 'authentic'],
    ],
    [{ align: 'right' }, { shrinks: 5 }, {}],
    24,
  );
  assert.deepEqual(lines, [' 7  a long s…  doubtful', '12  short      authentic']);
});

test('progress: what is known, in both languages', () => {
  const phase = { en: 'reading', fr: 'lecture' };
  const state = { phase, items: 1200, bytes: 50e6, totalBytes: 100e6, failures: 2 };
  assert.equal(
    progressLine(state, 10, 'en'),
    'reading · 50% · 1,200\u00a0items · 50\u00a0MB · 5.0\u00a0MB/s · 10\u00a0s\u00a0left · 2\u00a0not read',
  );
  assert.match(
    progressLine({ ...state, totalBytes: null, failures: 0 }, 10, 'fr'),
    /^lecture · 1\u202f200\u00a0éléments · 50\u00a0Mo/u,
  );
});

test('progress is a plain line every five seconds when there is no terminal', () => {
  const lines: string[] = [];
  let time = 0;
  const output = {
    write: (text: string | Uint8Array) => void lines.push(String(text)),
    isTTY: false,
    columns: 80,
  };
  const progress = progressOn(output, 'en', () => time);
  const state = { phase: { en: 'p', fr: 'p' }, items: 1, bytes: 0, totalBytes: null, failures: 0 };
  for (time = 0; time <= 12_000; time += 10) progress.update(state);
  progress.clear();
  assert.equal(lines.length, 2);
  assert.ok(lines.every((line) => line.endsWith('\n')));
});
