import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SiftResult } from '../sift.ts';
import { siftText } from './sift-summary.ts';
import { paintFor } from './terminal/paint.ts';

const plain = paintFor({ write: () => {}, isTTY: false, columns: 80 }, {}, true);

function summary(
  counts: {
    document: number;
    failures: number;
    ocr?: SiftResult['ocr'];
    unchanged?: boolean;
    since?: Partial<SiftResult['since']>;
    named?: string;
    archive?: number;
    awaitsKey?: SiftResult['awaitsKey'];
  },
  lang: 'en' | 'fr' = 'en',
): string {
  const { document, failures, ocr = null, unchanged = false, since, named, archive = 0 } = counts;
  const result = {
    case: '/home/nadia/x.tamis',
    seconds: 1,
    unchanged,
    since: { added: 0, changed: 0, missing: 0, ...since },
    phases: {},
    ocr,
    decoys: null,
    awaitsKey: counts.awaitsKey ?? { messages: 0, isAll: true },
    touched: { runs: 0, inRuns: 0, byStrangers: 0, late: 0 },
    content: {
      items: 0,
      sorted: 0,
      topics: {},
      languages: {},
      personalData: [],
      clusters: 0,
      clustered: 0,
    },
    totals: {
      items: { total: document + archive, message: 0, document, image: 0, archive, mailbox: 0, other: 0 },
      bytes: 10,
      failures,
      verdicts: { authentic: 0, corroborated: 0, unverified: document, doubtful: 0, altered: 0 },
      duplicates: 0,
    },
  } as unknown as SiftResult;
  return siftText(result, lang, plain, { command: 'tamis', cwd: '/home/nadia', ...(named && { named }) });
}

test('one is singular, and only what there is to do is named', () => {
  const one = summary({ document: 1, failures: 1 });
  assert.match(one, /^x\.tamis$/mu);
  assert.match(one, /^1 item \(1 document\), /mu);
  assert.match(one, /^1 item could not be read/mu);
  assert.match(one, /^next: tamis search verdict:unverified · tamis why ID · tamis failures$/mu);
  const two = summary({ document: 2, failures: 0 }, 'fr');
  assert.match(two, /^2 éléments \(2 documents\), /mu);
  assert.match(two, /^0 doublon exact$/mu);
  assert.doesNotMatch(two, /failures/u);
  const read = { done: 1, total: 1, pages: 1, failures: 1 };
  assert.match(
    summary({ document: 1, failures: 0, ocr: read }),
    /^OCR: 1 image or PDF file looked at, 1 page with words, 1 not read to its end$/mu,
  );
  assert.match(
    summary({ document: 1, failures: 0, ocr: { ...read, done: 2, pages: 0, failures: 0 } }, 'fr'),
    /^OCR\u00a0: 2 images et PDF examinés, 0 page avec des mots$/mu,
  );
});

test('of a case in a database the next commands are told how to name it', () => {
  const shared = summary({ document: 1, failures: 0, named: "--db 'postgres:///leaks' --case 'x'" });
  assert.match(shared, /^next: tamis search .*\neach with --db 'postgres:\/\/\/leaks' --case 'x'$/mu);
  assert.doesNotMatch(summary({ document: 1, failures: 0 }), /each with/u);
});

test('a dump without items is told without empty brackets or advice', () => {
  const none = summary({ document: 0, failures: 0 });
  assert.match(none, /^0 items, 10\s/mu);
  assert.doesNotMatch(none, /next:|\(\)/u);
  assert.doesNotMatch(none, /everything was read/u, 'nothing was');
  assert.match(none, /^there is no file in it: is it the folder that was meant\?$/mu);
});

test('what has no verdict is told, so that the figures add up', () => {
  assert.match(
    summary({ document: 3, failures: 0, archive: 2 }),
    /^\(2 archives and mailboxes, which have no verdict of their own\)$/mu,
  );
  assert.match(summary({ document: 3, failures: 0, archive: 1 }, 'fr'), /^\(1 archive ou boîte/mu);
  assert.doesNotMatch(summary({ document: 3, failures: 0 }), /no verdict of/u);
});

test('missing keys are told with the ways to have them', () => {
  const some = summary({ document: 3, failures: 0, awaitsKey: { messages: 2, isAll: true } });
  assert.match(
    some,
    /^2 unverified items wait for the keys of signatures: tamis keys recover · tamis sift --dns · docs\/key-files\.md$/mu,
  );
  const many = summary({ document: 3, failures: 0, awaitsKey: { messages: 10_000, isAll: false } }, 'fr');
  assert.match(
    many,
    /^10\u202f000 éléments non vérifiés attendent les clés de signatures, ou plus\u00a0: /mu,
  );
  assert.doesNotMatch(summary({ document: 3, failures: 0 }), /wait/u);
});

test('nothing new is said only of inputs that are as they were', () => {
  const counts = { document: 1, failures: 0, unchanged: true };
  assert.match(summary(counts), /nothing new/u);
  const changed = summary({ ...counts, since: { changed: 2, missing: 1 } });
  assert.doesNotMatch(changed, /nothing new/u);
  assert.match(
    changed,
    /^2 files have another size or date .+; the case keeps what it read: tamis verify$/mu,
  );
  assert.match(changed, /^1 file is no longer where it was sifted; /mu);
  assert.match(
    summary({ ...counts, since: { added: 3 } }, 'fr'),
    /^3 fichiers arrivés depuis le dernier tri/mu,
  );
});
