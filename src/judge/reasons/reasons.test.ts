import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FAILURE_CODES } from '../../model/failure.ts';
import { VERDICTS } from '../../model/verdict.ts';
import { FAILURES, tellFailure } from '../failures/index.ts';
import { explain } from '../testing/explain.ts';
import { frenchSpaces } from '../texts/french-spaces.ts';
import { fillTemplate, namesIn } from '../texts/template.ts';
import { REASON_CODES, REASONS, reasonText, tellReason } from './index.ts';
import { VERDICT_TEXTS } from './verdicts.ts';

test('every code is kebab-case and has a title and a text in both languages', () => {
  for (const code of REASON_CODES) {
    assert.match(code, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u);
    const { title, text } = REASONS[code];
    for (const lang of ['en', 'fr'] as const) {
      assert.ok(title[lang].length > 3 && title[lang].length < 60, `${code}: title in ${lang}`);
      assert.ok(/[.…)]$/u.test(text[lang]), `${code}: a sentence in ${lang}`);
    }
    assert.deepEqual(namesIn(text.fr).sort(), namesIn(text.en).sort(), `${code}: the same values in both`);
    assert.notEqual(text.en, text.fr);
  }
});

test('French texts have French typography', () => {
  const all = [
    ...REASON_CODES.flatMap((code) => [REASONS[code].title.fr, REASONS[code].text.fr]),
    ...FAILURE_CODES.flatMap((code) => Object.values(FAILURES[code]).map((text) => text.fr)),
    ...VERDICTS.flatMap((verdict) => Object.values(VERDICT_TEXTS[verdict]).map((text) => text.fr)),
  ].map(frenchSpaces);
  for (const text of all) {
    assert.doesNotMatch(text, /'|"/u, text);
    assert.doesNotMatch(text, /[^\u202f\s][;!?](?:\s|$)/u, text);
    assert.doesNotMatch(text, /[^\u00a0]:(?:\s|$)/u, text);
    assert.doesNotMatch(text, /«[^\u00a0]|[^\u00a0]»/u, text);
  }
});

test('texts hold back: nothing is called forged or fake, and what could not be checked is not called failed', () => {
  for (const code of REASON_CODES) {
    const { title, text } = REASONS[code];
    assert.doesNotMatch(`${title.en} ${text.en}`, /\b(?:forged|fake|fraud|liar)\b/iu, code);
    assert.doesNotMatch(`${title.fr} ${text.fr}`, /\b(?:faux|falsifié|bidon)\b/iu, code);
  }
  for (const code of ['key-missing', 'signature-not-checkable', 'rebuilt'] as const) {
    assert.match(REASONS[code].text.en, /says nothing against/u);
    assert.doesNotMatch(REASONS[code].text.en, /fail/u);
  }
});

test('optional parts go when their value is absent, and nothing ever reads undefined', () => {
  const text = 'Signed by {domain}[ with {bits} bits][, since {firstSeen}].';
  assert.equal(
    fillTemplate(text, { domain: 'a.example', bits: 2048 }, 'en'),
    'Signed by a.example with 2,048 bits.',
  );
  assert.equal(
    fillTemplate(text, { firstSeen: '2016-01-02T03:04:05Z' }, 'en'),
    'Signed by …, since 2016-01-02.',
  );
  assert.equal(fillTemplate('[x {toString}]', {}, 'en'), '');
  for (const code of REASON_CODES) {
    for (const lang of ['en', 'fr'] as const) {
      const told = tellReason({ code, detail: {} }, lang);
      assert.doesNotMatch(told.text, /undefined|null|[{}[\]]/u, code);
    }
  }
});

test('a word goes with its number, by the rules of each language', () => {
  const text = '{n} {n|message|messages}[ of {of} {of|item|items}]';
  assert.equal(fillTemplate(text, { n: 1, of: 2 }, 'en'), '1 message of 2 items');
  assert.equal(fillTemplate(text, { n: 0 }, 'en'), '0 messages');
  assert.equal(fillTemplate(text, { n: 0 }, 'fr'), '0 message');
  assert.equal(fillTemplate(text, {}, 'fr'), '… …');
  assert.deepEqual(namesIn(text), ['n', 'of']);
});

test('values are told in words and bounded', () => {
  const detail = {
    domain: 'a.example',
    changes: ['list-footer', 'subject-tag'],
    regions: [{ start: 1200, end: 1260 }],
  };
  assert.match(
    tellReason({ code: 'dkim-aligned-except', detail }, 'en').text,
    /as lists and virus scanners do, a list tag in the Subject/u,
  );
  assert.match(
    tellReason({ code: 'dkim-aligned-except', detail }, 'fr').text,
    /sauf les zones indiquées \(octets 1\u202f200–1\u202f260\)/u,
  );
  const long = tellReason(
    { code: 'extra-subject', detail: { covered: 'x'.repeat(1e6), shown: 'y' } },
    'en',
  ).text;
  assert.ok(long.length < 1000);
  const many = tellReason({ code: 'copies-agree', detail: { copies: [...'abcdefghi'] } }, 'fr').text;
  assert.match(many, /a, b, c, d, e, f et 3 de plus/u);
  assert.match(
    tellReason({ code: 'expired-signature', detail: { domain: 'a', expires: 1e300 } }, 'en').text,
    /^The signature/u,
  );
});

test('explain: the verdict first, then the reasons with their signs', () => {
  const lines = explain(
    {
      verdict: 'unverified',
      reasons: [
        { code: 'key-missing', polarity: 'note', weight: 10, detail: { domain: 'a.example' } },
        { code: 'no-such-code', polarity: 'against', weight: 5, detail: { x: 1 } },
      ],
    },
    'fr',
  );
  assert.match(lines[0] ?? '', /^Non vérifié\u00a0: /u);
  assert.match(
    lines[1] ?? '',
    /^· Pas de clé pour vérifier\u00a0: Il y a une signature pour a\.example, mais/u,
  );
  assert.equal(lines[2], '− no-such-code\u00a0: no-such-code {"x":1}');
});

test('every failure code has its texts and a next step', () => {
  for (const code of FAILURE_CODES) {
    for (const lang of ['en', 'fr'] as const) {
      const told = tellFailure(code, lang);
      assert.ok(told.title.length > 3 && told.text.length > 20 && told.next.length > 20, `${code} ${lang}`);
    }
  }
});

test('every reason code the rules use has its texts', () => {
  const folder = new URL('..', import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^(?:reasons|failures|texts)\//u.test(name),
  );
  for (const file of files) {
    const source = readFileSync(join(folder, file), 'utf8');
    for (const [, code = ''] of source.matchAll(/(?:\bcode: |\b(?:reasonOf|abstain)\()'([a-z0-9-]+)'/gu)) {
      assert.ok(reasonText(code) !== null, `${file} uses ${code}`);
    }
  }
});
