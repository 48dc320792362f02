import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Judgement, Reason, SignatureResult } from '../../model/index.ts';
import { reasonText } from '../reasons/index.ts';
import { LIKELIHOOD_RATIOS } from '../score/likelihood-ratios.ts';
import { inLanguage } from '../texts/in-language.ts';
import { namesIn } from '../texts/template.ts';
import type { ItemFacts } from './checks.ts';
import { NEEDED } from './needed.ts';
import { tellStory } from './story.ts';
import { WOULD_CHANGE } from './would-change.ts';

const DETAIL = { domain: 'a.example', selector: 's1', bits: 2048, from: 'k3xq' };

function reason(code: string, polarity: Reason['polarity'], weight = 50): Reason {
  return { code, polarity, weight, detail: DETAIL };
}

function signature(changes: Partial<SignatureResult>): SignatureResult {
  const intact = { header: { type: 'good' }, body: { type: 'match' }, undone: null } as const;
  return { kind: 'dkim', domain: 'a.example', selector: 's1', ...intact, ...changes } as SignatureResult;
}

const FACTS: ItemFacts = { isMessage: true, signatures: [], rebuilt: false, hasReference: false };

function tell(judgement: Judgement, facts: Partial<ItemFacts> = {}) {
  return tellStory(judgement, { ...FACTS, ...facts }, 'en');
}

describe('tellStory', () => {
  it('tells what was checked apart from what could not be', () => {
    const open = signature({ header: { type: 'not-checkable', why: 'no-key' }, domain: 'b.example' });
    const { checked, unchecked } = tell(
      { verdict: 'authentic', reasons: [reason('dkim-aligned', 'for')] },
      { signatures: [signature({}), signature({}), open] },
    );
    assert.deepEqual(
      checked.filter((line) => line.includes('signature')),
      ['The signature of a.example (s1): it verifies.'],
    );
    assert.equal(unchecked.length, 2);
    assert.match(unchecked[0] ?? '', /no archive of the victim/);
    assert.match(unchecked[1] ?? '', /b\.example \(s1\): there is no key/);
  });

  it('says of a message without signature and of a rebuilt one that there was none to check', () => {
    const unsigned = { verdict: 'unverified', reasons: [reason('no-signature', 'note')] } as const;
    assert.match(tell(unsigned).unchecked.at(-1) ?? '', /carries none/);
    assert.match(tell(unsigned, { rebuilt: true }).unchecked.at(-1) ?? '', /rebuilt by an export/);
  });

  it('asks of the strongest reason on the side of the verdict what a forgery takes', () => {
    const reasons = [
      reason('dkim-aligned', 'for', 90),
      reason('clock-gap', 'against', 55),
      reason('key-missing', 'note', 15),
    ];
    assert.match(
      tell({ verdict: 'authentic', reasons }).needed[0] ?? '',
      /private key behind s1 \(2,048 bits\)/,
    );
    assert.match(tell({ verdict: 'doubtful', reasons }).needed[0] ?? '', /set the dates shown/);
    assert.match(tell({ verdict: 'unverified', reasons }).wouldChange[0] ?? '', /The key s1 of a\.example/);
  });

  it('sorts the reasons by what they say', () => {
    const reasons = [
      reason('dkim-aligned', 'for'),
      reason('clock-gap', 'against'),
      reason('rebuilt', 'note'),
    ];
    const { speaksFor, speaksAgainst, remarks } = tell({ verdict: 'doubtful', reasons });
    assert.deepEqual(
      [speaksFor, speaksAgainst, remarks].map((each) => each.map(({ code }) => code)),
      [['dkim-aligned'], ['clock-gap'], ['rebuilt']],
    );
  });

  it('always says what would change the verdict, also of a reason of a later version', () => {
    const { wouldChange, needed } = tell({
      verdict: 'doubtful',
      reasons: [reason('of-tomorrow', 'against')],
    });
    assert.match(wouldChange[0] ?? '', /original in the victim’s own archive/);
    assert.deepEqual(needed, []);
  });
});

describe('the texts of a story', () => {
  it('belong to reasons, and use the same values in both languages', () => {
    for (const texts of [NEEDED, WOULD_CHANGE]) {
      for (const [code, text] of Object.entries(texts)) {
        assert.notEqual(reasonText(code), null, code);
        const french = inLanguage(text, 'fr');
        assert.notEqual(french, text.en);
        assert.deepEqual(new Set(namesIn(french)), new Set(namesIn(text.en)), code);
      }
    }
  });

  it('are there for every reason that speaks for or against a message by itself', () => {
    const deciding = LIKELIHOOD_RATIOS.filter(({ polarity }) => polarity !== 'note').map(({ code }) => code);
    // One word against another, which decides nothing.
    const open = new Set(['same-id-other-content']);
    assert.deepEqual(
      deciding.filter(
        (code) => !open.has(code) && !(Object.hasOwn(NEEDED, code) && Object.hasOwn(WOULD_CHANGE, code)),
      ),
      [],
    );
  });
});
