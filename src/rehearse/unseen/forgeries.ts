/** Makers of forgeries kept apart: written without looking at rules, and not looked into while rules are written. */
import { createHash } from 'node:crypto';
import type { Copy } from '../copies.ts';
import { attach, type DocumentContent } from '../documents/document.ts';
import { fabricated } from '../edits/fabricate.ts';
import { needleOf, withContentOf } from '../edits/rewrite.ts';
import type { TextEdit } from '../edits/text-edits.ts';
import { isPersonal, isSigned, isUnsigned, type Made, type Maker } from '../kind.ts';
import { PROGRAMS } from '../programs/programs.ts';
import type { Random } from '../random.ts';
import { withFooter } from '../route/lists.ts';
import { resent } from '../route/resend.ts';
import { receive, send } from '../route/send.ts';
import { canonicalBody } from '../sign/canonical.ts';
import { type Draft, domainOf } from '../story/terms.ts';
import { mailDate } from '../wire/dates.ts';
import { encodeBody, encodeWords } from '../wire/transfer.ts';
import { headerOf, prepend, utf8, withHeader, withoutHeaders } from '../wire/wire.ts';
import { policyOf, type World, workingHour } from '../world.ts';
import { otherDay, otherLie, postscript } from './texts.ts';

type Edit = (draft: Draft, random: Random) => TextEdit;
const day: Edit = ({ text }, random) => otherDay(text, random);
const ps: Edit = ({ text, lang }, random) => postscript(text, lang, random);

function rewrittenBy(world: World, copy: Copy, edit: Edit, random: Random): Made {
  const { draft } = copy.sent;
  const { text, before, after } = edit(draft, random);
  const changed = { ...draft, text };
  const needle = after === '' ? '' : needleOf(changed, after);
  return { wire: withContentOf(world, copy, changed), changes: [{ part: 'body', before, after, needle }] };
}

const bodyEdited: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => rewrittenBy(world, copy, random.chance(0.5) ? day : ps, random),
};

const bodyRehashed: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const made = rewrittenBy(world, copy, day, random);
    const how = policyOf(world, domainOf(copy.sent.draft.from.address))?.body ?? 'relaxed';
    const hash = createHash('sha256').update(canonicalBody(made.wire.body, how), 'latin1').digest('base64');
    const own = (value: string): string => value.replace(/bh=[^;]+/u, `bh=${hash}`);
    return { ...made, wire: withHeader(made.wire, 'DKIM-Signature', own) };
  },
};

const headerEdited: Maker = {
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

const SIGNATURE = { part: 'signature', before: '', after: '' } as const;

const resignedOwnKey: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const { key, draft, messageId } = copy.sent;
    const domain = key?.domain ?? domainOf(draft.from.address);
    const own = world.forgedKey(`unseen-${domain}`, domain, key?.selector ?? 's1', key?.type ?? 'rsa2048');
    const { text, before, after } = postscript(draft.text, draft.lang, random);
    const forged = resent(world, copy, { ...draft, text }, 'unseen-resigned', {
      sign: { key: own },
      messageId,
    });
    return { wire: forged.wire, signer: own, changes: [{ part: 'body', before, after }, SIGNATURE] };
  },
};

/** A digit for a letter, or a hyphen more. */
function mistaken(domain: string): string {
  if (domain.includes('o')) return domain.replace('o', '0');
  return domain.replace(/^(..)/u, '$1-');
}

const lookalike: Maker = {
  wants: (copy, world) => isSigned(copy) && domainOf(copy.sent.draft.from.address) === world.cast.campaign,
  make: (world, copy, random) => {
    const domain = mistaken(world.cast.campaign);
    const key = world.forgedKey(domain, domain, 'dk', 'rsa2048');
    const draft = fabricated(copy, workingHour(world, random), random);
    const from = { ...draft.from, address: draft.from.address.replace(/@.*/u, `@${domain}`) };
    const text = otherLie(draft.lang, random);
    const made = resent(world, copy, { ...draft, from, text }, `unseen-like-${random.hex(4)}`, {
      parent: null,
      sign: { key },
    });
    return {
      wire: made.wire,
      signer: key,
      original: null,
      besides: true,
      changes: [
        { part: 'from', before: copy.sent.draft.from.address, after: from.address, needle: `@${domain}` },
      ],
    };
  },
};

const keyGroup: Maker = {
  wants: (copy, world) => isPersonal(copy, world) && copy.sent.key?.type !== 'ed25519',
  make: (world, copy, random) => {
    const { key, draft } = copy.sent;
    const domain = key?.domain ?? domainOf(draft.from.address);
    const own = world.forgedKey(`unseen-group-${domain}`, domain, key?.selector ?? 's1', 'rsa1024');
    const one = (): Made => {
      const text = `${otherLie(draft.lang, random)}\n\n${draft.from.name}`;
      const invented = { ...fabricated(copy, workingHour(world, random), random), text };
      const options = { parent: null, sign: { key: own } };
      const forged = resent(world, copy, invented, `unseen-group-${random.hex(6)}`, options);
      return { wire: forged.wire, signer: own, original: null, besides: true, changes: [SIGNATURE] };
    };
    return { ...one(), more: [one(), one()] };
  },
};

const LENGTH = { length: true, names: ['from', 'to', 'subject', 'date', 'message-id'] };

const appended: Maker = {
  wants: (copy, world) => isPersonal(copy, world) && PROGRAMS[copy.sent.draft.from.program].html === null,
  make: (world, copy, random) => {
    const draft = { ...copy.sent.draft, attachments: [], meeting: null };
    const again = resent(world, copy, draft, 'unseen-length', { sign: LENGTH });
    const lies = `${otherLie(draft.lang, random)}\r\n${otherLie(draft.lang, random)}`;
    const needle = encodeBody(utf8(lies), PROGRAMS[draft.from.program].text);
    return {
      wire: { ...again.wire, body: `${again.wire.body}-- \r\n${needle}\r\n` },
      original: again.wire,
      signer: again.sent.key,
      changes: [{ part: 'body', before: '', after: lies, needle }],
    };
  },
};

const secondHeader: Maker = {
  wants: isPersonal,
  make: (_world, copy, random) => {
    const after = mailDate(copy.sent.draft.at - random.between(5, 90) * 86_400_000);
    return {
      wire: prepend(copy.wire, ['Date', after]),
      changes: [{ part: 'date', before: mailDate(copy.sent.draft.at), after, needle: `Date: ${after}` }],
    };
  },
};

const replay: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const names = ['from', 'subject', 'date', 'message-id', 'content-type'];
    const again = resent(world, copy, copy.sent.draft, 'unseen-to', { sign: { names } });
    const others = world.cast.outsiders.filter((each) => !copy.sent.draft.to.includes(each));
    const { address } = random.pick(others);
    return {
      wire: withHeader(again.wire, 'To', (value) => `${value},\r\n ${address}`),
      original: again.wire,
      changes: [{ part: 'to', before: '', after: address, needle: address }],
    };
  },
};

const transplanted: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    // The fields of the real message, an invented body, and the hash that fits it.
    const { draft } = copy.sent;
    const made = rewrittenBy(
      world,
      copy,
      () => ({ text: otherLie(draft.lang, random), before: draft.text, after: '' }),
      random,
    );
    return { ...made, signer: copy.sent.key };
  },
};

/** A line more, in the manner of the lines around it. */
function lineAdded(content: DocumentContent, random: Random) {
  const after = content.lines.at(-1)?.includes('\t')
    ? `Divers\t${random.between(2, 90)}00`
    : otherLie(random.chance(0.5) ? 'fr' : 'en', random);
  const lines = [...content.lines];
  lines.splice(random.between(1, lines.length), 0, after);
  return { content: { ...content, lines }, before: '', after };
}

const swapped = (wants: Maker['wants']): Maker => ({
  wants: (copy, world) =>
    copy.sent.draft.attachments.some(({ content }) => content.kind !== 'png') && wants(copy, world),
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const changed = draft.attachments.map((old) => ({ old, ...lineAdded(old.content, random) }));
    const attachments = changed.map(({ old, content }) => attach(old.name, content));
    return {
      wire: withContentOf(world, copy, { ...draft, attachments }),
      changes: changed.map(({ before, after }) => ({ part: 'attachments', before, after })),
    };
  },
});

const tainted: Maker = {
  wants: ({ sent }) =>
    sent.draft.attachments.some(({ content }) => content.kind === 'docx' || content.kind === 'xlsx'),
  make: (_world, copy, random) => {
    const old = copy.sent.draft.attachments.find(({ content }) => /^(?:docx|xlsx)$/u.test(content.kind));
    if (old === undefined) throw new RangeError('no office document to work on');
    const { content, before, after } = lineAdded(old.content, random);
    return {
      wire: copy.wire,
      file: { name: old.name, bytes: attach(old.name, content).bytes, loose: true },
      besides: true,
      original: null,
      signer: null,
      changes: [{ part: 'document', before, after }],
    };
  },
};

const stripped: Maker = {
  wants: isSigned,
  make: (world, copy, random) => {
    const made = rewrittenBy(world, copy, random.chance(0.5) ? day : ps, random);
    const gone = /^(?:dkim-signature|received|x-.*|thread-.*)$/iu;
    return { ...made, wire: withoutHeaders(made.wire, gone), signer: null };
  },
};

/** Whose servers' ids are of another time than their dates; those of the mail program agree with the lie. */
const withQueue = (queueOf: (world: World, copy: Copy, random: Random) => number): Maker => ({
  wants: ({ box }) => box === 'inbox',
  make: (world, copy, random) => {
    const at = workingHour(world, random);
    const queue = queueOf(world, copy, random);
    const draft = { ...fabricated(copy, at, random), text: otherLie(copy.sent.draft.lang, random) };
    const label = `${copy.sent.label}/unseen-clock/${random.hex(6)}`;
    const sent = send(world, draft, label, { sign: null, queueClock: queue });
    const arrival = { at: sent.takenAt, label, from: domainOf(draft.from.address), queueClock: queue };
    return {
      wire: receive(world, sent.signed, copy.owner, arrival),
      original: null,
      besides: true,
      signer: null,
      changes: [{ part: 'date', before: new Date(queue).toISOString(), after: new Date(at).toISOString() }],
    };
  },
});

const quoteEdited: Maker = {
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

const footerDisguise: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const { list } = world.cast;
    const after = otherLie(copy.sent.draft.lang, random);
    const host = list.split('@')[1] ?? list;
    const footer = `-- \r\nYou received this message because you are subscribed to ${list}.\r\n${after}\r\nTo unsubscribe: https://${host}/leave\r\n`;
    const footed = withFooter(copy.wire, utf8(footer), `=_list_${random.hex(12)}`);
    return {
      wire: prepend(footed, ['List-Id', `<${list.replace('@', '.')}>`], ['Precedence', 'list']),
      changes: [{ part: 'body', before: '', after, needle: utf8(after) }],
    };
  },
};

const bannerDisguise: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const after = otherLie(draft.lang, random);
    const text = `External email. ${after} Be careful with links and attachments.\n\n${draft.text}`;
    return {
      wire: withContentOf(world, copy, { ...draft, text }),
      changes: [{ part: 'body', before: '', after, needle: needleOf({ ...draft, text }, after) }],
    };
  },
};

const swappedBoundary: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const again = resent(world, copy, draft, 'unseen-boundary', { sign: LENGTH });
    const boundary = `next-${random.hex(16)}`;
    const after = otherLie(draft.lang, random);
    const shown = `multipart/related; boundary=${boundary}`;
    const part = `--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${utf8(after)}\r\n--${boundary}--\r\n`;
    return {
      wire: withHeader({ ...again.wire, body: again.wire.body + part }, 'Content-Type', () => shown),
      original: again.wire,
      signer: again.sent.key,
      changes: [
        {
          part: 'content-type',
          before: headerOf(again.wire, 'Content-Type'),
          after: shown,
          needle: `Content-Type: ${shown}`,
        },
        { part: 'body', before: '', after, needle: utf8(after) },
      ],
    };
  },
};

/** By the name of their kind. */
export const UNSEEN_FORGERIES: Readonly<Record<string, Maker>> = {
  'body-edited': bodyEdited,
  'body-edited-rehashed': bodyRehashed,
  'header-edited': headerEdited,
  'resigned-own-key': resignedOwnKey,
  'resigned-lookalike': lookalike,
  'invented-key-group': keyGroup,
  'appended-past-length': appended,
  'length-content-type': swappedBoundary,
  'second-header': secondHeader,
  replay,
  'signature-transplanted': transplanted,
  'attachment-swapped-signed': swapped(isPersonal),
  'attachment-swapped-unsigned': swapped(isUnsigned),
  'stripped-and-edited': stripped,
  'fabricated-stale-clocks': withQueue((_world, copy) => copy.sent.draft.at),
  'back-dated': withQueue((world, _copy, random) => world.end + random.between(1, 9) * 86_400_000),
  'quote-edited': quoteEdited,
  'tainted-document': tainted,
  'footer-disguise': footerDisguise,
  'banner-disguise': bannerDisguise,
};
