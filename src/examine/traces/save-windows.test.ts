import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Scratch } from '../../spill/scratch.ts';
import { SaveMoments } from './save-moments.ts';
import { type FoundWindow, saveWindows } from './save-windows.ts';
import type { TracedDocument } from './traced-document.ts';
import { upperShare } from './upper-share.ts';

const DAY = 86_400_000;
const START = Date.UTC(2012, 0, 1);

let made = 0;
function document(created: number | null, saved: number, part: Partial<TracedDocument> = {}): TracedDocument {
  const clock = (time: number) => ({
    source: 'docProps/core.xml',
    time: new Date(time).toISOString(),
    precision: 'second',
    zone: 'UTC',
  });
  const id = `doc${made++}`;
  return {
    row: made,
    id,
    name: `${id}.xlsx`,
    path: `d/${id}.xlsx`,
    type: 'application/vnd.ms-excel',
    isImage: false,
    created: created === null ? null : clock(created),
    saved: clock(saved),
    author: `author ${made % 7}`,
    lastAuthor: null,
    application: null,
    languages: [],
    textLanguages: [],
    carrier: null,
    copies: [],
    ...part,
  };
}

/** A small generator of numbers (mulberry32), so that a failure can be seen again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Documents made over five years, each saved again some days later, in sessions of a few. */
function office(count: number, seed: number): TracedDocument[] {
  const random = numbers(seed);
  let at = START;
  return Array.from({ length: count }, () => {
    const goesOn = random() < 0.25;
    at += goesOn ? random() * 200_000 : random() * 6 * DAY;
    return document(at - (2 + random() * 300) * DAY, at);
  });
}

function folder(count: number, seconds: number, from = Date.UTC(2017, 2, 27, 10)): TracedDocument[] {
  return Array.from({ length: count }, (_, at) =>
    document(START + at * 97 * DAY, from + (at * seconds * 1000) / count, {
      lastAuthor: at % 2 ? 'Гость' : null,
    }),
  );
}

function windowsIn(
  documents: readonly TracedDocument[],
  scratch = Scratch.inMemory(),
  isCounted: (file: number) => boolean = () => true,
): readonly FoundWindow[] {
  const moments = new SaveMoments(scratch);
  for (const [file, each] of documents.entries()) moments.add(each, file);
  return saveWindows(scratch, moments, isCounted);
}

describe('batch-save windows', () => {
  it('finds a folder of old files saved within four minutes, in a leak that has a rhythm of its own', () => {
    const [window, ...others] = windowsIn([...office(300, 1), ...folder(18, 240)]);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [...(window?.files ?? [])],
      Array.from({ length: 18 }, (_, at) => 300 + at),
    );
    assert.equal(window?.from, Date.UTC(2017, 2, 27, 10));
    assert.equal(window?.to, Date.UTC(2017, 2, 27, 10) + Math.floor((17 * 240_000) / 18));
    assert.ok((window?.probability ?? 1) < 1e-9, String(window?.probability));
  });

  it('finds it in a folder alone, by the days on which its files were made', () => {
    const [window] = windowsIn(folder(18, 240));
    assert.equal(window?.files.length, 18);
    assert.equal(window?.rhythm.events, 18);
  });

  it('finds nothing in offices that save in sessions', () => {
    for (let seed = 1; seed <= 20; seed++) assert.deepEqual(windowsIn(office(400, seed)), [], `seed ${seed}`);
  });

  it('finds nothing in an export: made at once, by one author on one day, or by a picture program', () => {
    const now = Date.UTC(2016, 5, 1);
    const bills = Array.from({ length: 60 }, (_, at) => document(now + at * 1000, now + at * 1000 + 500));
    const oneDay = Array.from({ length: 60 }, (_, at) => document(START, now + at * 1000, { author: 'Ana' }));
    const pictures = folder(60, 120).map((each) => ({ ...each, isImage: true }));
    assert.deepEqual(windowsIn([...office(300, 3), ...bills]), []);
    assert.deepEqual(windowsIn([...office(300, 3), ...oneDay]), []);
    assert.deepEqual(windowsIn([...office(300, 3), ...pictures]), []);
  });

  it('finds the same where moments lie in files, and without documents that do not count', (t) => {
    const documents = [
      ...office(300, 5),
      ...folder(18, 240),
      ...office(300, 6),
      ...folder(18, 90, Date.UTC(2018, 4, 1)),
    ];
    const held = windowsIn(documents);
    assert.equal(held.length, 2);
    const place = mkdtempSync(join(tmpdir(), 'tamis-moments-'));
    const scratch = new Scratch(place, 400);
    t.after(() => {
      scratch.close();
      rmSync(place, { recursive: true });
    });
    assert.deepEqual(windowsIn(documents, scratch), held);
    const isCounted = (file: number) => file < 618;
    assert.deepEqual(windowsIn(documents, scratch, isCounted), windowsIn(documents.slice(0, 618)));
  });

  it('claims nothing of three files, nor of clocks that tell no minutes', () => {
    assert.deepEqual(windowsIn([...office(300, 4), ...folder(3, 30)]), []);
    const days = folder(18, 240).map((each) => ({
      ...each,
      saved: each.saved && { ...each.saved, precision: 'day' },
    }));
    assert.deepEqual(windowsIn([...office(300, 4), ...days]), []);
  });
});

describe('the chance that a save is followed by another', () => {
  it('is taken at its upper end: nothing is known from nothing', () => {
    assert.equal(upperShare(0, 0), 1);
    assert.ok(Math.abs(upperShare(0, 10) - 0.213) < 0.001);
    assert.ok(Math.abs(upperShare(50, 100) - 0.581) < 0.001);
    assert.ok(upperShare(3, 1000) < 0.01);
  });
});
