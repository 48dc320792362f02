/** What l= lets through: 7 and 8 of the list. */
import { lie } from '../edits/text-edits.ts';
import { isPersonal, type Kind, type Maker } from '../kind.ts';
import { PROGRAMS } from '../programs/programs.ts';
import { resent } from '../route/resend.ts';
import type { DkimOptions } from '../sign/dkim.ts';
import { encodeBody } from '../wire/transfer.ts';
import { headerOf, utf8, withHeader } from '../wire/wire.ts';

const WITH_LENGTH: Partial<DkimOptions> = {
  length: true,
  names: ['from', 'to', 'subject', 'date', 'message-id', 'mime-version'],
};

/** In a plain text of one part, what is appended is read as its last lines. */
const appender = (gap: string): Maker => ({
  wants: (copy, world) => isPersonal(copy, world) && PROGRAMS[copy.sent.draft.from.program].html === null,
  make: (world, copy, random) => {
    const draft = { ...copy.sent.draft, attachments: [], meeting: null };
    const again = resent(world, copy, draft, 'length', { sign: WITH_LENGTH });
    const after = lie(draft.lang, random);
    const needle = encodeBody(utf8(after), PROGRAMS[draft.from.program].text);
    return {
      wire: { ...again.wire, body: `${again.wire.body}${gap}${needle}\r\n` },
      original: again.wire,
      signer: again.sent.key,
      changes: [{ part: 'body', before: '', after, needle }],
    };
  },
});

export const appendedPastLength: Kind = {
  name: 'appended-past-length',
  class: 'forgery',
  number: 7,
  detectableBy: ['item', 'reference'],
  makers: {
    development: appender('\r\n'),
    // Far below what is shown at first, in the manner of a mail that goes on after its signature.
    'held-out': appender('\r\n'.repeat(30)),
  },
  summary: 'text appended behind the length the signature covers',
};

/** The signed body becomes a preamble nobody is shown; the forger's part is shown instead. */
const swapper = (subtype: string, type: string, write: (text: string) => string): Maker => ({
  wants: isPersonal,
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const again = resent(world, copy, draft, 'boundary', { sign: WITH_LENGTH });
    const boundary = `=_${random.hex(24)}`;
    const after = lie(draft.lang, random);
    const part = `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${write(utf8(after))}\r\n--${boundary}--\r\n`;
    const shown = `multipart/${subtype};\r\n boundary="${boundary}"`;
    return {
      wire: withHeader({ ...again.wire, body: `${again.wire.body}\r\n${part}` }, 'Content-Type', () => shown),
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
});

export const lengthContentType: Kind = {
  name: 'length-content-type',
  class: 'forgery',
  number: 8,
  detectableBy: ['item', 'reference'],
  makers: {
    development: swapper('mixed', 'text/plain', (text) => text),
    'held-out': swapper('alternative', 'text/html', (text) => `<html><body><p>${text}</p></body></html>`),
  },
  summary: 'l= and an unsigned Content-Type: another boundary hides the signed text and shows a new one',
};
