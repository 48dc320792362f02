import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseStore, MessageHead } from '../case/store.ts';
import type { Anchor } from '../examine/corroborate/graph.ts';
import { DuplicateFinder } from '../examine/duplicates/duplicates.ts';
import type { Corroboration } from '../judge/evidence.ts';
import { Scratch } from '../spill/scratch.ts';
import { Anchors } from './anchors.ts';
import { FromOthers } from './corroboration.ts';
import { ForwardedTexts } from './forwarded-texts.ts';
import { MessageTable } from './message-table.ts';
import { Parties } from './parties.ts';
import { type AskedQuotes, QuotedTexts } from './parts/compare-quotes.ts';
import { NamingOfPiece } from './piece-names.ts';
import { QuoteNodes } from './quote-nodes.ts';
import { QuotePairs } from './quote-pairs.ts';
import { QuotedNames } from './quoted-names.ts';

interface Made {
  readonly text: string;
  readonly id?: string;
  readonly answers?: readonly string[];
  readonly subject?: string;
  readonly path?: string;
  readonly signed?: boolean;
  readonly from?: string;
}

function rowOf(
  { id, answers = [], subject = 'Budget de la tournée', path, from }: Made,
  row: number,
): MessageHead {
  return {
    row,
    id: `item${row}`,
    path: path ?? `box.mbox/#${row}`,
    role: 'leak',
    sha256: `bytes ${row}`,
    canonical: `content ${row}`,
    messageId: id ?? null,
    inReplyTo: answers.slice(-1),
    references: answers,
    subject,
    date: null,
    rebuilt: false,
    attachments: 0,
    list: null,
    clockGap: null,
    fromAddress: from ?? `sender${row}@campaign.example`,
  };
}

const OWN = ['campaign.example'];

/** What others say of each message, by its place in the list. */
function said(
  rows: readonly MessageHead[],
  texts: readonly string[],
  anchored: ReadonlyMap<number, Anchor>,
): readonly (Corroboration | null)[] {
  const scratch = Scratch.inMemory();
  const messages = new MessageTable(Scratch.inMemory());
  const [finder, names, forwarded] = [
    new DuplicateFinder(scratch),
    new QuotedNames(scratch),
    new ForwardedTexts(scratch),
  ];
  const naming = new NamingOfPiece();
  for (const [number, row] of rows.entries()) {
    messages.add(row);
    naming.add(row, number);
  }
  const packed = naming.packed();
  finder.take(packed.digests);
  names.take(packed.named, 0);
  forwarded.take(packed.subjects, 0);
  const duplicates = finder.find();
  const anchors = new Anchors(rows.length, Scratch.inMemory());
  for (const [number, anchor] of anchored) anchors.set(number, anchor);
  const nodes = new QuoteNodes(messages, duplicates, anchors);
  const store = {
    textOf: (row: number) => texts[row] ?? '',
    itemByRow: () => null,
    headsOf: (wanted: readonly number[]) => wanted.flatMap((row) => rows[row] ?? []),
  } as unknown as CaseStore;
  const quoted = new QuotedTexts(store);
  const pairs = new QuotePairs(scratch);
  names.findPairs(nodes, pairs);
  forwarded.findPairs(nodes, pairs, (message) => quoted.levelsOf(message));
  const compare = function* (asked: Iterable<readonly AskedQuotes[]>) {
    for (const some of asked)
      yield some.map(([row, parents]) =>
        parents.map(([parent, depth]) => quoted.compare(parent, quoted.levelsOf(row)[depth])),
      );
  };
  const others = new FromOthers(pairs, {
    ...{ store, scratch, messages, nodes, duplicates, anchors, compare },
    parties: new Parties(store, OWN, { isWrittenTo: () => true }),
  });
  const found = new Map(others.inOrder());
  return rows.map((_, number) => found.get(number) ?? null);
}

/** The same of a leak of a few messages. */
function leakOf(made: readonly Made[]): readonly (Corroboration | null)[] {
  const anchors = new Map<number, Anchor>();
  for (const [row, { signed }] of made.entries())
    if (signed) anchors.set(row, { standing: 'covered', source: `signer${row}.example` });
  return said(
    made.map(rowOf),
    made.map(({ text }) => text),
    anchors,
  );
}

const WORDS =
  'Bonjour Anne, la salle est réservée pour mardi soir et nous attendons 300 personnes. Le loueur demande 1 250 euros.';

describe('FromOthers', () => {
  it('finds a parent by the Message-ID of any of its copies', () => {
    const rows = ['other@x', 'p@x', 'r@x'].map((messageId, row) => ({
      ...rowOf({ text: '', id: messageId, answers: row === 2 ? ['p@x'] : [] }, row),
      subject: 'Budget',
      canonical: row < 2 ? 'one content' : 'another',
    }));
    const texts = [WORDS, WORDS, `Oui.\n> ${WORDS.replace('300', '3 000')}`];
    const anchors = new Map<number, Anchor>([[1, { standing: 'covered', source: 'archive' }]]);
    const [, , reply] = said(rows, texts, anchors);
    assert.equal(reply?.conflicts[0]?.weight, 'against-verified');
    assert.equal(reply?.conflicts[0]?.other, 'item1');
  });

  it('finds what a signed reply quotes, marked and wrapped otherwise', () => {
    const quoted = WORDS.replace('pour mardi', 'pour\n> mardi').replace('é', 'e\u0301');
    const [parent, reply] = leakOf([
      { text: `${WORDS}\n-- \nPaul`, id: 'p@x' },
      {
        text: `D'accord.\n\nLe 4 avr. 2017 à 10:02, Paul <sender0@campaign.example> a écrit :\n> ${quoted}`,
        answers: ['p@x'],
        signed: true,
      },
    ]);
    assert.deepEqual(
      parent?.vouches.map(({ id, share }) => [id, share]),
      [['item1', 1]],
    );
    assert.equal(reply, null);
  });

  it('lifts no message that bears another From than the one the reply names, and tells of another Subject', () => {
    const answer = `D'accord.\n\nLe 4 avr. 2017 à 10:02, Otto <otto@x.example> a écrit :\n> ${WORDS}`;
    const [parent] = leakOf([
      { text: WORDS, id: 'p@x' },
      { text: answer, answers: ['p@x'], subject: 'Re: Affiches', signed: true },
    ]);
    assert.deepEqual(parent?.vouches, []);
    assert.deepEqual(parent?.misnamed, { id: 'item1', author: 'otto@x.example', subject: 'affiches' });
  });

  it('finds a message that is quoted two answers later', () => {
    const [first] = leakOf([
      { text: WORDS, id: 'a@x' },
      { text: `Oui.\n> ${WORDS}`, id: 'b@x', answers: ['a@x'] },
      { text: `Parfait.\n> Oui.\n>> ${WORDS}`, answers: ['a@x', 'b@x'], signed: true },
    ]);
    assert.deepEqual(
      first?.vouches.map(({ id, depth }) => [id, depth]),
      [['item2', 2]],
    );
  });

  it('names the words where a signed reply has others', () => {
    const [parent] = leakOf([
      { text: WORDS.replace('300', '30'), id: 'p@x' },
      { text: `Oui.\n> ${WORDS}`, answers: ['p@x'], signed: true },
    ]);
    const [conflict] = parent?.conflicts ?? [];
    assert.equal(conflict?.weight, 'against-verified');
    assert.deepEqual(conflict?.changes, [
      { before: '300', after: '30', behind: 'mardi soir et nous attendons' },
    ]);
  });

  it('finds the original of a forwarded text by its header block, and holds nothing against it', () => {
    const forward = (words: string) =>
      `Pour info.\n\nDe : Paul\nEnvoyé : mardi 4 avril 2017 10:02\nÀ : Anne\nObjet : Budget de la tournée\n\n${words}`;
    const subject = 'TR: Budget de la tournée';
    const [original] = leakOf([{ text: WORDS }, { text: forward(WORDS), subject, signed: true }]);
    assert.equal(original?.vouches[0]?.id, 'item1');
    const [other] = leakOf([
      { text: WORDS.replace('300', '30') },
      { text: forward(WORDS), subject, signed: true },
    ]);
    assert.equal(other, null);
  });

  it('lets a signed message vouch for one attached to it, however deep', () => {
    const [, attached] = leakOf([
      { text: 'See attached.', path: 'box.mbox/#1', signed: true },
      { text: WORDS, path: 'box.mbox/#1/old.eml' },
    ]);
    assert.deepEqual(attached?.carriers, ['item0']);
  });

  it('lets an unsigned reply vouch for nothing', () => {
    assert.deepEqual(
      leakOf([
        { text: WORDS, id: 'p@x' },
        { text: `Oui.\n> ${WORDS}`, answers: ['p@x'] },
      ]),
      [null, null],
    );
  });
});
