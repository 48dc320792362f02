/** Genuine messages of which something was changed afterwards: 1, 2, 3, 9, 10, 14 and 17 of the list. */

import { createHash } from 'node:crypto';
import type { Copy } from '../copies.ts';
import { needleOf, withContentOf } from '../edits/rewrite.ts';
import { changeFigure, cutSentence, insertSentence, lie, type TextEdit } from '../edits/text-edits.ts';
import { type Change, isPersonal, isSigned, isUnsigned, type Kind, type Maker } from '../kind.ts';
import type { Random } from '../random.ts';
import { resent } from '../route/resend.ts';
import { canonicalBody } from '../sign/canonical.ts';
import type { Draft } from '../story/terms.ts';
import { domainOf } from '../story/terms.ts';
import { mailDate } from '../wire/dates.ts';
import { encodeWords } from '../wire/transfer.ts';
import { prepend, type Wire, withHeader, withoutHeaders } from '../wire/wire.ts';
import { policyOf, type World } from '../world.ts';

type Edit = (draft: Draft, random: Random) => TextEdit;

const figure: Edit = ({ text }, random) => changeFigure(text, random);
const insertion: Edit = ({ text, lang }, random) => insertSentence(text, lang, random);

/** The copy with its text edited, and where. */
function edited(
  world: World,
  copy: Copy,
  edit: Edit,
  random: Random,
): { readonly wire: Wire; readonly changes: readonly Change[] } {
  const { draft } = copy.sent;
  const { text, before, after } = edit(draft, random);
  const changed = { ...draft, text };
  return {
    wire: withContentOf(world, copy, changed),
    changes: [{ part: 'body', before, after, needle: needleOf(changed, after) }],
  };
}

const bodyEditor = (edit: Edit): Maker => ({
  wants: isPersonal,
  make: (world, copy, random) => edited(world, copy, edit, random),
});

export const bodyEdited: Kind = {
  name: 'body-edited',
  class: 'forgery',
  number: 1,
  detectableBy: ['item', 'key', 'reference'],
  makers: { development: bodyEditor(figure), 'held-out': bodyEditor(insertion) },
  summary: 'the text was edited after signing',
};

/** The body hash is made to fit again; the signature over it is not. */
const rehasher = (edit: Edit): Maker => ({
  wants: isPersonal,
  make: (world, copy, random) => {
    const { wire, changes } = edited(world, copy, edit, random);
    const how = policyOf(world, domainOf(copy.sent.draft.from.address))?.body ?? 'relaxed';
    const hash = createHash('sha256').update(canonicalBody(wire.body, how), 'latin1').digest('base64');
    return {
      wire: withHeader(wire, 'DKIM-Signature', (value) => value.replace(/bh=[^;]+/u, `bh=${hash}`)),
      changes,
    };
  },
});

export const bodyRehashed: Kind = {
  name: 'body-edited-rehashed',
  class: 'forgery',
  number: 2,
  detectableBy: ['key', 'reference'],
  makers: { development: rehasher(figure), 'held-out': rehasher(insertion) },
  summary: 'the text was edited and the body hash computed anew',
};

export const headerEdited: Kind = {
  name: 'header-edited',
  class: 'forgery',
  number: 3,
  detectableBy: ['key', 'reference'],
  makers: {
    development: {
      wants: isPersonal,
      make: (_world, copy, random) => {
        const before = copy.sent.draft.subject;
        const after = `${copy.sent.draft.lang === 'fr' ? 'Confidentiel' : 'Confidential'} ${random.between(2, 99)}`;
        return {
          wire: withHeader(copy.wire, 'Subject', () => after),
          changes: [{ part: 'subject', before, after, needle: `Subject: ${after}` }],
        };
      },
    },
    'held-out': {
      wants: isPersonal,
      make: (_world, copy, random) => {
        const { at } = copy.sent.draft;
        const after = mailDate(at - random.between(3, 40) * 86_400_000);
        return {
          wire: withHeader(copy.wire, 'Date', () => after),
          changes: [{ part: 'date', before: mailDate(at), after, needle: `Date: ${after}` }],
        };
      },
    },
  },
  summary: 'the Subject or the Date was replaced after signing',
};

export const secondHeader: Kind = {
  name: 'second-header',
  class: 'forgery',
  number: 9,
  detectableBy: ['item', 'reference'],
  makers: {
    development: {
      wants: isPersonal,
      make: (_world, copy, random) => {
        const after = encodeWords(lie(copy.sent.draft.lang, random));
        return {
          wire: prepend(copy.wire, ['Subject', after]),
          changes: [{ part: 'subject', before: copy.sent.draft.subject, after, needle: `Subject: ${after}` }],
        };
      },
    },
    'held-out': {
      wants: isPersonal,
      make: (world, copy, random) => {
        const { name, address } = random.pick(
          world.cast.owners.filter((owner) => owner !== copy.sent.draft.from),
        );
        const after = `${encodeWords(name)} <${address}>`;
        return {
          wire: prepend(copy.wire, ['From', after]),
          changes: [
            { part: 'from', before: copy.sent.draft.from.address, after: address, needle: `From: ${after}` },
          ],
        };
      },
    },
  },
  summary: 'a second Subject or From stands before the signed one',
};

/** The recipients are in no h=, so they can be replaced at will. */
export const replay: Kind = {
  name: 'replay',
  class: 'forgery',
  number: 10,
  detectableBy: ['reference'],
  makers: {
    development: {
      wants: isPersonal,
      make: (world, copy, random) => {
        const names = ['from', 'subject', 'date', 'message-id', 'mime-version', 'content-type'];
        const again = resent(world, copy, copy.sent.draft, 'unsigned-to', { sign: { names } });
        const { address } = random.pick(
          world.cast.outsiders.filter((each) => !copy.sent.draft.to.includes(each)),
        );
        return {
          wire: withHeader(again.wire, 'To', () => address),
          original: again.wire,
          changes: [
            {
              part: 'to',
              before: copy.sent.draft.to[0]?.address ?? '',
              after: address,
              needle: `To: ${address}`,
            },
          ],
        };
      },
    },
    'held-out': {
      wants: (copy, world) => isPersonal(copy, world) && copy.sent.draft.cc.length === 0,
      make: (world, copy, random) => {
        const { address } = random.pick(
          world.cast.outsiders.filter((each) => !copy.sent.draft.to.includes(each)),
        );
        return {
          wire: {
            ...copy.wire,
            headers: copy.wire.headers.flatMap((header) =>
              header[0] === 'To' ? [header, ['Cc', address]] : [header],
            ),
          },
          changes: [{ part: 'to', before: '', after: address, needle: `Cc: ${address}` }],
        };
      },
    },
  },
  summary: 'a signed message is made to look as if it had gone to others',
};

const stripper = (gone: RegExp, edit: Edit): Maker => ({
  wants: isSigned,
  make: (world, copy, random) => {
    const { wire, changes } = edited(world, copy, edit, random);
    return { wire: withoutHeaders(wire, gone), changes, signer: null };
  },
});

export const strippedEdited: Kind = {
  name: 'stripped-and-edited',
  class: 'forgery',
  number: 14,
  detectableBy: ['leak', 'reference'],
  makers: {
    development: stripper(/^dkim-signature$/iu, figure),
    'held-out': stripper(/^(?:dkim-signature|received|delivered-to)$/iu, insertion),
  },
  summary: 'the signature was taken off and the text edited',
};

/** The quoted part says what the parent never said; the parent lies in the leak too. */
const misquoter = (edit: (text: string, random: Random) => TextEdit): Maker => ({
  wants: (copy) => isUnsigned(copy) && copy.sent.draft.quote !== null,
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    if (draft.quote === null) throw new RangeError('a message that quotes nothing cannot be misquoted');
    const { text, before, after } = edit(draft.quote.lines.join('\n'), random);
    const changed: Draft = { ...draft, quote: { ...draft.quote, lines: text.split('\n') } };
    return {
      wire: withContentOf(world, copy, changed),
      changes: [{ part: 'body', before, after, needle: needleOf(changed, after) }],
    };
  },
});

export const quoteEdited: Kind = {
  name: 'quote-edited',
  class: 'forgery',
  number: 17,
  detectableBy: ['leak', 'reference'],
  shownByParent: true,
  makers: { development: misquoter(changeFigure), 'held-out': misquoter(cutSentence) },
  summary: 'what an unsigned reply quotes was edited',
};
