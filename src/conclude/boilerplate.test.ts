import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MessageRow } from '../case/store.ts';
import type { AddedText, SignatureResult } from '../model/index.ts';
import { Boilerplate } from './boilerplate.ts';

const LIST = '<news.lists.example>';

const GOOD = { kind: 'dkim', domain: 'example.org', header: { type: 'good' }, body: { type: 'match' } };

function message(number: number, text: string, changes: Partial<MessageRow> = {}): MessageRow {
  const added: readonly AddedText[] = [{ at: 'end', text, whole: true }];
  const undone = { changes: ['list-footer'], regions: [], added, restored: null, detail: '' };
  return {
    list: LIST,
    recipients: { to: ['news@lists.example'], cc: [] },
    fromAddress: `author${number}@example.org`,
    date: `2020-03-${String(number + 1).padStart(2, '0')}T10:00:00.000Z`,
    signatures: [{ ...GOOD, undone } as unknown as SignatureResult],
    ...changes,
  } as MessageRow;
}

function learntFrom(messages: readonly MessageRow[]): Boilerplate {
  const learnt = new Boilerplate();
  for (const each of messages) learnt.add(each, each.signatures);
  return learnt;
}

function unknownOf(messages: readonly MessageRow[], asked: MessageRow): readonly string[] {
  const [finding] = learntFrom(messages).about(asked, asked.signatures);
  return finding?.unknown ?? [];
}

const FOOTER = 'Posted by the people of the garden club.';

describe('Boilerplate', () => {
  const usual = [0, 1, 2, 3].map((number) => message(number, FOOTER));

  it('knows what several authors have under their mail on several days', () => {
    assert.deepEqual(unknownOf(usual, message(4, FOOTER)), []);
    assert.deepEqual(unknownOf(usual.slice(0, 2), message(4, FOOTER)), [FOOTER]);
  });

  it('names the sentence that stands in front of the usual footer', () => {
    const lie = 'The judge is a friend of ours.';
    const forged = message(4, `${lie}\n${FOOTER}`);
    assert.deepEqual(unknownOf([...usual, forged], forged), [lie]);
  });

  it('does not learn from one author, from one day, or from another list', () => {
    const one = usual.map((each) => ({ ...each, fromAddress: 'a@example.org' }));
    const day = usual.map((each) => ({ ...each, date: '2020-03-01T10:00:00.000Z' }));
    const other = usual.map((each) => ({ ...each, list: '<other.elsewhere.example>' }));
    for (const teachers of [one, day, other]) {
      assert.deepEqual(unknownOf(teachers, message(4, FOOTER)), [FOOTER]);
    }
  });

  it('does not learn a lie that stands under a few of many messages', () => {
    const lie = 'The judge is a friend of ours.';
    const many = Array.from({ length: 26 }, (_, number) => message(number, FOOTER));
    const forged = [0, 1, 2, 3].map((number) => message(number, lie));
    assert.deepEqual(unknownOf([...many, ...forged], message(9, lie)), [lie]);
    // Nor where the others have no footer at all.
    const bare = many.map((each) => ({ ...each, signatures: [{ ...GOOD, undone: null } as never] }));
    assert.deepEqual(unknownOf([...bare, ...forged], message(9, lie)), [lie]);
  });

  it('learns the end of a text only where there is a list', () => {
    const alone = usual.map((each) => ({ ...each, list: null }));
    assert.deepEqual(unknownOf(alone, message(4, FOOTER, { list: null })), [FOOTER]);
  });

  it('tells what is no text, and what the archive has not', () => {
    const asked = message(1, '');
    const part: AddedText = { at: 'part', text: '', whole: false };
    const signatures = [{ ...GOOD, undone: { added: [part] } } as unknown as SignatureResult];
    assert.equal(learntFrom([]).about(asked, signatures)[0]?.unreadable, true);
    const finding = learntFrom(usual).aboutReference(asked, {
      type: 'differs',
      id: 'r',
      differences: [
        { part: 'body', onlyAdded: true, changes: [{ type: 'added', text: FOOTER, after: '' }] },
        { part: 'subject', onlyAdded: true, changes: [{ type: 'added', text: '[news]', after: '' }] },
      ],
    });
    assert.deepEqual(finding, { unreadable: false, isOfScanner: false, unknown: [], unlike: [] });
  });
});

describe('Boilerplate of messages that no key can check', () => {
  const open = { ...GOOD, header: { type: 'not-checkable', why: 'no-key' } };
  const unchecked = (number: number): MessageRow => {
    const known = message(number, FOOTER);
    return {
      ...known,
      signatures: known.signatures.map((each) => ({ ...each, ...open }) as SignatureResult),
    };
  };
  const usual = [0, 1, 2, 3].map(unchecked);

  it('explains others of their kind', () => {
    assert.deepEqual(unknownOf(usual, unchecked(4)), []);
  });

  it('takes the header of a part for no words, and what is written behind one for words', () => {
    const asked = { ...unchecked(1), signatures: unchecked(1).signatures };
    const [signature] = asked.signatures;
    const finding = (text: string) => {
      const added = { ...signature, undone: { added: [{ at: 'end', text, whole: true }] } };
      return learntFrom([]).about(asked, [added as unknown as SignatureResult])[0]?.unlike;
    };
    assert.deepEqual(finding('Content-Type: text/plain; charset="us-ascii"'), []);
    assert.equal(finding('Content-Type: text/plain; the judge is a friend of ours')?.length, 1);
  });

  it('explains nothing under a signature that verifies', () => {
    assert.deepEqual(unknownOf(usual, message(4, FOOTER)), [FOOTER]);
  });
});
