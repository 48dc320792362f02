import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { makeMessage, makeRecord } from '../../../../test/records.ts';
import { cutMatrix, MACRONLEAKS, type Matrix, readMatrix } from '../../../attribution/index.ts';
import { type CaseStore, createCase, prepareItem, type StoredItem } from '../../../case/index.ts';
import { type ExportFormat, exportTo } from '../export-items.ts';
import type { ExportReport } from '../types.ts';

/** A small case whose items tell the formats apart, and what a test does with it. */
export interface InterchangeCase {
  readonly store: CaseStore;
  /** A path where nothing is yet. */
  readonly place: () => string;
  /** The item of a path. */
  readonly at: (path: string) => StoredItem;
  /** Exports what a query finds, at a moment, with or without a matrix. */
  readonly run: (
    format: ExportFormat,
    query?: string,
    now?: Date,
    matrix?: Matrix | null,
  ) => Promise<{ readonly report: ExportReport; readonly text: string }>;
}

/** A SHA-256 of one digit, as the items of the case have it. */
export const sha = (digit: string): string => digit.repeat(64);

/** Made anew for each file of tests, and gone when they are. */
export function interchangeCase(): InterchangeCase {
  const root = mkdtempSync(join(tmpdir(), 'tamis-interchange-'));
  const store = createCase(join(root, 'c.tamis'), { now: () => new Date(0) });
  after(() => {
    store.close();
    rmSync(root, { recursive: true, force: true });
  });

  store.addItems(
    [
      makeRecord({ path: 'd.mbox', kind: 'mailbox', sha256: sha('1') }),
      makeMessage({
        path: 'd.mbox/#1',
        from: 'Amélie <amelie@example.org>',
        to: ['Bob <bob@example.net>', 'carol@example.net'],
        subject: '<b>&"quoted"\u0001\ud800 end',
        date: '2017-05-05T20:04:05.000Z',
        text: 'Bonjour',
        item: { parent: 'd.mbox', sha256: sha('2') },
      }),
      makeRecord({
        path: 'd.mbox/#1/a.pdf',
        parent: 'd.mbox/#1',
        kind: 'document',
        type: 'application/pdf',
        sha256: sha('3'),
      }),
      makeMessage({
        path: 'd.mbox/#2',
        from: 'amelie@examp1e.org',
        to: ['bob@example.net'],
        subject: 'Log in',
        item: { parent: 'd.mbox', sha256: sha('4') },
      }),
      makeMessage({
        path: 'd.mbox/#3',
        from: 'amelie@example.org',
        to: ['bob@example.net'],
        item: { sha256: sha('5') },
      }),
      makeRecord({ path: 'link', kind: 'other', sha256: '', status: 'skipped' }),
    ].map((record) => prepareItem('leak', record)),
  );
  const at = (path: string): StoredItem => {
    const item = store.itemByPath('leak', path);
    assert.ok(item, path);
    return item;
  };
  store.setJudgements([
    [
      at('d.mbox/#1').row,
      {
        verdict: 'altered',
        reasons: [{ code: 'header-changed', polarity: 'against', weight: 80, detail: {} }],
      },
    ],
    [
      at('d.mbox/#2').row,
      {
        verdict: 'doubtful',
        reasons: [
          {
            code: 'lookalike-domain',
            polarity: 'against',
            weight: 40,
            detail: { domain: 'examp1e.org', target: 'example.org' },
          },
        ],
      },
    ],
  ]);

  let made = 0;
  const place = () => join(root, `out-${made++}`);
  const run: InterchangeCase['run'] = async (
    format,
    query = '',
    now = new Date('2017-05-06T00:00:00Z'),
    matrix = null,
  ) => {
    const out = place();
    const since = new Date('2017-05-05T22:00:00Z');
    const source = { hits: store.search(query, {}), store, bytesOf: () => null };
    const report = await exportTo(format, source, out, { now, since, matrix });
    return { report, text: readFileSync(out, 'utf8') };
  };

  return { store, place, at, run };
}

/** A document, held to a schema. */
export function held(schema: object, text: string): unknown {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  const value: unknown = JSON.parse(text);
  assert.ok(ajv.validate(schema, value), ajv.errorsText(ajv.errors));
  return value;
}

const example = readMatrix(MACRONLEAKS);
assert.ok(example.type === 'matrix');
const { matrix: evidenceAlone } = cutMatrix(example.matrix, { at: null, judgements: false });
/** The worked example with an analyst who finds one group of the given likelihood. */
export const assessed = (likelihood: string): Matrix => ({
  ...evidenceAlone,
  assessments: ['H1b', 'H3', 'H4'].map((hypothesis, i) => ({
    hypothesis,
    likelihood: i === 0 ? likelihood : i === 1 ? 'unlikely' : 'roughly-even-chance',
    confidence: 'moderate',
    because: { en: 'Because.', fr: 'Parce que.' },
  })),
});
