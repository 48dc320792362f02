/** Forgeries on a signature that holds: behind its length, beside its headers, on another message. See `forgeries.ts`. */
import { isPersonal, type Maker } from '../kind.ts';
import { PROGRAMS } from '../programs/programs.ts';
import { resent } from '../route/resend.ts';
import { mailDate } from '../wire/dates.ts';
import { encodeBody } from '../wire/transfer.ts';
import { headerOf, prepend, utf8, withHeader } from '../wire/wire.ts';
import { rewrittenBy } from './rewritten.ts';
import { otherLie } from './texts.ts';

const LENGTH = { length: true, names: ['from', 'to', 'subject', 'date', 'message-id'] };

export const appended: Maker = {
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

export const swappedBoundary: Maker = {
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

export const secondHeader: Maker = {
  wants: isPersonal,
  make: (_world, copy, random) => {
    const after = mailDate(copy.sent.draft.at - random.between(5, 90) * 86_400_000);
    return {
      wire: prepend(copy.wire, ['Date', after]),
      changes: [{ part: 'date', before: mailDate(copy.sent.draft.at), after, needle: `Date: ${after}` }],
    };
  },
};

export const replay: Maker = {
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

export const transplanted: Maker = {
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
