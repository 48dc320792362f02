import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restClaim } from '../../model/index.ts';
import type { ItemVerdict } from './compare-item.ts';
import { verificationReport } from './report.ts';
import type { OpeningVerdict } from './verify-opening.ts';

const OPENING: OpeningVerdict = {
  type: 'valid',
  leaf: {
    format: 'tamis-decoy-leaf-1',
    id: 'd0',
    kind: 'mail',
    recipe: '',
    index: 0,
    model: null,
    bytes: '',
    headers: null,
    text: null,
    attachments: [],
  },
  checkpoint: { origin: 'tamis-decoys/x', size: 3, root: new Uint8Array(32) },
  key: 'as-given',
  tokens: [{ type: 'trusted', time: '2026-01-01T00:00:00.000Z', authority: 'TSA' }],
};

const ITEMS: readonly ItemVerdict[] = [
  { type: 'exact' },
  { type: 're-encoded' },
  { type: 'same-text', whole: true, headers: false, breaks: 0 },
  { type: 'same-text', whole: false, headers: false, breaks: 0 },
  { type: 'same-text', whole: false, headers: false, breaks: 2 },
  { type: 'attachment', number: 0 },
  { type: 'not-this-decoy', share: 0.2 },
  { type: 'not-this-decoy', share: 0.9 },
  { type: 'could-not-check', reason: 'no-text' },
];

test('every outcome has its own words in both languages, and none speaks of the rest of a leak', () => {
  for (const lang of ['en', 'fr'] as const) {
    const headlines = new Set<string>();
    for (const item of ITEMS) {
      const { headline, lines, limits } = verificationReport(
        { opening: OPENING, item, shortText: null },
        lang,
      );
      headlines.add(headline);
      for (const text of [headline, ...lines, ...limits]) assert.equal(restClaim(text), null, text);
      assert.ok(limits.length >= 3);
    }
    assert.equal(headlines.size, ITEMS.length);
  }
});

test('without a time stamp the age is said to rest on a word', () => {
  const { lines } = verificationReport(
    { opening: { ...OPENING, tokens: [] }, item: { type: 'exact' }, shortText: null },
    'en',
  );
  assert.ok(lines.some((line) => line.includes('owner’s word')));
});

test('of a decoy of few words it is said how short it is, where the text is all there is', () => {
  for (const lang of ['en', 'fr'] as const) {
    const said = (item: ItemVerdict): boolean =>
      verificationReport({ opening: OPENING, item, shortText: 31 }, lang).lines.some((line) =>
        / 31\.$/.test(line),
      );
    assert.ok(said({ type: 'same-text', whole: true, headers: false, breaks: 0 }));
    assert.ok(said({ type: 'not-this-decoy', share: 1 }));
    assert.ok(!said({ type: 'exact' }));
    assert.ok(!said({ type: 'same-text', whole: true, headers: true, breaks: 0 }));
  }
});
