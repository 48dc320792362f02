import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { MACRONLEAKS } from './examples/index.ts';
import { readMatrix } from './read-matrix.ts';

const SMALL = {
  question: 'Who?',
  hypotheses: { H1: 'one', H2: 'another' },
  evidence: [
    {
      id: 'E1',
      date: '2017-05-05',
      text: 'seen',
      grade: 'B2',
      cred: 'H',
      rel: 'M',
      ratings: { H1: 'C', H2: 'I' },
    },
  ],
};

test('texts in one language, short levels and named hypotheses are read', () => {
  const read = readMatrix(SMALL);
  assert.ok(read.type === 'matrix', JSON.stringify(read));
  assert.deepEqual(read.matrix.question, { en: 'Who?', fr: 'Who?' });
  assert.equal(read.matrix.evidence[0]?.credibility, 'high');
});

test('what is wrong is told with its place', () => {
  const read = readMatrix({
    ...SMALL,
    evidence: [
      ...SMALL.evidence,
      {
        id: 'E1',
        date: '2017-02-30',
        text: '',
        grade: 'H9',
        cred: 'X',
        rel: 'M',
        ratings: { H1: '?', H9: 'C' },
      },
    ],
    milestones: {},
    assessments: [{ hypothesis: 'H7', likelihood: 'sure', confidence: 'medium', because: 'so' }],
  });
  assert.ok(read.type === 'bad');
  assert.deepEqual(
    read.problems.map(({ at, reason }) => `${at} ${reason}`),
    [
      'evidence.1.date not-a-date',
      'evidence.1.grade not-a-grade',
      'evidence.1.text not-a-text',
      'evidence.1.credibility not-a-level',
      'evidence.1.ratings.H1 not-a-rating',
      'evidence.1.ratings.H9 unknown-hypothesis',
      'evidence.1.ratings.H2 missing-rating',
      'milestones not-a-list',
      'assessments.0.hypothesis unknown-hypothesis',
      'assessments.0.likelihood not-a-term',
      'assessments.0.confidence not-a-level',
      'evidence.1.id id-twice',
    ],
  );
});

test('an address that is none of the web, ids said twice, one hypothesis alone: refused', () => {
  const problems = (value: object): readonly string[] => {
    const read = readMatrix({ ...SMALL, ...value });
    return read.type === 'bad' ? read.problems.map(({ at, reason }) => `${at} ${reason}`) : [];
  };
  const linked = (url: string) => [{ ...SMALL.evidence[0], links: [{ kind: 'source', ref: 'Report', url }] }];
  assert.deepEqual(problems({ evidence: linked('https://example.org/report') }), []);
  for (const url of ['javascript:alert(1)', 'https://a b', 'https://', 'http://example.org/\nx', ''])
    assert.deepEqual(problems({ evidence: linked(url) }), ['evidence.0.links.0.url not-a-link'], url);
  const said = { hypothesis: 'H1', likelihood: 'likely', confidence: 'low', because: 'so' };
  assert.deepEqual(problems({ assessments: [said, { ...said, likelihood: 'unlikely' }] }), [
    'assessments.1.hypothesis id-twice',
  ]);
  const row = { id: 'M1', text: 'if', cred: 'H', rel: 'H', ratings: { H1: 'I', H2: 'N' } };
  assert.deepEqual(problems({ milestones: [row, row] }), ['milestones.1.id id-twice']);
  assert.deepEqual(problems({ hypotheses: { H1: 'one' }, evidence: [] }), ['hypotheses too-few']);
});

test('any JSON is read or refused, never a crash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (whole, evidence) => {
      assert.ok(['matrix', 'bad'].includes(readMatrix(whole).type));
      assert.ok(['matrix', 'bad'].includes(readMatrix({ ...SMALL, evidence: [evidence] }).type));
    }),
    { numRuns: 300 },
  );
});

test('the example is as the schema says and in good French', () => {
  const schema = new URL('../../docs/schema/attribution.json', import.meta.url);
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  const valid = ajv.validate(JSON.parse(readFileSync(schema, 'utf8')), MACRONLEAKS);
  assert.ok(valid, ajv.errorsText(ajv.errors));
  const texts = JSON.stringify(MACRONLEAKS).match(/"fr":"[^"]*"/gu) ?? [];
  assert.ok(texts.length > 20);
  for (const text of texts) assert.doesNotMatch(text, / [:;!?»]|« |\d \d|'/u);
});
