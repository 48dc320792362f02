/** Forgeries that change the words or headers of a message and leave the rest as it was. See `forgeries.ts`. */
import { createHash } from 'node:crypto';
import type { Copy } from '../copies.ts';
import { needleOf, withContentOf } from '../edits/rewrite.ts';
import type { TextEdit } from '../edits/text-edits.ts';
import { isPersonal, isSigned, isUnsigned, type Made, type Maker } from '../kind.ts';
import type { Random } from '../random.ts';
import { canonicalBody } from '../sign/canonical.ts';
import type { Draft } from '../story/terms.ts';
import { domainOf } from '../story/terms.ts';
import { encodeWords } from '../wire/transfer.ts';
import { withHeader, withoutHeaders } from '../wire/wire.ts';
import type { World } from '../world.ts';
import { policyOf } from '../world.ts';
import { otherDay, otherLie, postscript } from './texts.ts';

type Edit = (draft: Draft, random: Random) => TextEdit;
const day: Edit = ({ text }, random) => otherDay(text, random);
const ps: Edit = ({ text, lang }, random) => postscript(text, lang, random);

/** The copy with its text edited, its headers and signatures left as they were. */
export function rewrittenBy(world: World, copy: Copy, edit: Edit, random: Random): Made {
  const { draft } = copy.sent;
  const { text, before, after } = edit(draft, random);
  const changed = { ...draft, text };
  const needle = after === '' ? '' : needleOf(changed, after);
  return { wire: withContentOf(world, copy, changed), changes: [{ part: 'body', before, after, needle }] };
}

export const bodyEdited: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => rewrittenBy(world, copy, random.chance(0.5) ? day : ps, random),
};

export const bodyRehashed: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const made = rewrittenBy(world, copy, day, random);
    const how = policyOf(world, domainOf(copy.sent.draft.from.address))?.body ?? 'relaxed';
    const hash = createHash('sha256').update(canonicalBody(made.wire.body, how), 'latin1').digest('base64');
    const own = (value: string): string => value.replace(/bh=[^;]+/u, `bh=${hash}`);
    return { ...made, wire: withHeader(made.wire, 'DKIM-Signature', own) };
  },
};

export const headerEdited: Maker = {
  wants: isPersonal,
  make: (_world, copy, random) => {
    const before = copy.sent.draft.subject;
    const added = copy.sent.draft.lang === 'fr' ? ' (payé)' : ' (paid)';
    const after = random.chance(0.5) ? before + added : `Fwd: ${before}`;
    const value = encodeWords(after);
    return {
      wire: withHeader(copy.wire, 'Subject', () => value),
      changes: [{ part: 'subject', before, after, needle: `Subject: ${value}` }],
    };
  },
};

export const quoteEdited: Maker = {
  wants: (copy) => isUnsigned(copy) && copy.sent.draft.quote !== null,
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    if (draft.quote === null) throw new RangeError('a message that quotes nothing cannot be misquoted');
    const lines = [...draft.quote.lines];
    const after = otherLie(draft.lang, random);
    lines.splice(Math.max(1, lines.length - 2), 0, after);
    const changed: Draft = { ...draft, quote: { ...draft.quote, lines } };
    const needle = needleOf(changed, after);
    return {
      wire: withContentOf(world, copy, changed),
      changes: [{ part: 'body', before: '', after, needle }],
    };
  },
};

export const stripped: Maker = {
  wants: isSigned,
  make: (world, copy, random) => {
    const made = rewrittenBy(world, copy, random.chance(0.5) ? day : ps, random);
    const gone = /^(?:dkim-signature|received|x-.*|thread-.*)$/iu;
    return { ...made, wire: withoutHeaders(made.wire, gone), signer: null };
  },
};
