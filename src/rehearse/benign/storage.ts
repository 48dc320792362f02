/** What mailboxes, exports and archives do to honest mail. */
import { isCheckable, isFile, isPersonal, isUnsigned, type Kind, type Maker } from '../kind.ts';
import { msgFile } from '../msg/msg.ts';
import { readpstMessage } from '../msg/readpst.ts';
import { PROGRAMS } from '../programs/programs.ts';
import { resent } from '../route/resend.ts';
import { serialise, utf8, type Wire, withHeader } from '../wire/wire.ts';

const stuffer = (english: string, french: string): Maker => ({
  wants: (copy, world) => isPersonal(copy, world) && PROGRAMS[copy.sent.draft.from.program].text !== 'base64',
  make: (world, copy) => {
    const { draft } = copy.sent;
    const line = draft.lang === 'fr' ? french : english;
    const again = resent(world, copy, { ...draft, text: `${draft.text}\n\n${line}` }, 'from-line');
    const wire = { ...again.wire, body: again.wire.body.replaceAll('\r\nFrom ', '\r\n>From ') };
    const shown = line.split('\n')[0] ?? '';
    return {
      wire,
      original: again.wire,
      signer: again.sent.key,
      changes: [{ part: 'body', before: shown, after: `>${shown}`, needle: '\r\n>From ' }],
    };
  },
});

export const fromStuffing: Kind = {
  name: 'from-stuffing',
  class: 'benign',
  number: 3,
  detectableBy: [],
  makers: {
    development: stuffer('From the station it is ten minutes on foot.', 'From : voir la note ci-jointe.'),
    'held-out': stuffer(
      'From Monday on the office is closed.\nFrom now on please call.',
      'From scratch, comme on dit.\nFrom nowhere, presque.',
    ),
  },
  summary: 'a mailbox file put ">" before lines that begin with "From "',
};

const raw = (change: (text: string) => string): Maker => ({
  wants: (copy, world) => isFile(copy) && isPersonal(copy, world),
  make: (_world, copy) => ({ wire: copy.wire, raw: change(serialise(copy.wire)), changes: [] }),
});

export const lineEnds: Kind = {
  name: 'lf-line-ends',
  class: 'benign',
  number: 4,
  detectableBy: [],
  makers: {
    development: raw((text) => text.replaceAll('\r\n', '\n')),
    'held-out': raw((text) => {
      const end = text.indexOf('\r\n\r\n') + 4;
      return text.slice(0, end) + text.slice(end).replaceAll('\r\n', '\n');
    }),
  },
  summary: 'saved with LF line ends',
};

export const noFinalNewline: Kind = {
  name: 'no-final-newline',
  class: 'benign',
  number: 5,
  detectableBy: [],
  makers: {
    development: raw((text) => text.replace(/(?:\r\n)+$/u, '')),
    'held-out': raw((text) => `${text}\r\n\r\n`),
  },
  summary: 'saved without its final line end, or with more of them',
};

export const outlookRebuild: Kind = {
  name: 'pst-or-msg-rebuild',
  class: 'benign',
  number: 6,
  detectableBy: [],
  makers: {
    development: {
      // What a store does to invitations is another matter.
      wants: (copy, world) =>
        isPersonal(copy, world) &&
        copy.sent.draft.meeting === null &&
        (copy.store === 'folder' || copy.store === 'zip'),
      make: (_world, copy) => ({
        wire: copy.wire,
        file: { name: 'message.msg', bytes: msgFile(copy.sent, copy.wire.headers), loose: false },
        changes: [],
      }),
    },
    'held-out': {
      wants: (copy, world) => isPersonal(copy, world) && copy.sent.draft.meeting === null,
      make: (_world, copy, random) => ({
        wire: readpstMessage(copy.sent, copy.wire.headers, random),
        changes: [],
      }),
    },
  },
  summary: 'rebuilt from a store that does not keep the original MIME',
};

export const anonymisedIds: Kind = {
  name: 'anonymised-ids',
  class: 'benign',
  number: 15,
  detectableBy: [],
  makers: {
    development: {
      wants: isCheckable,
      make: (_world, copy) => ({
        wire: withHeader(copy.wire, 'Received', (value) =>
          value.replace(/\bid [A-Za-z0-9.-]+/u, 'id XXXXXXXXXX'),
        ),
        changes: [],
      }),
    },
    'held-out': {
      wants: isUnsigned,
      make: (_world, copy, random) => ({
        wire: anonymised(copy.wire, random.between(1000, 9999)),
        changes: [],
      }),
    },
  },
  summary: 'ids blotted out by whoever handed the mail on',
};

function anonymised(wire: Wire, number: number): Wire {
  const blotted = withHeader(wire, 'Message-ID', (value) =>
    value.replace(/<[^@>]*/u, `<0000000000${number}`),
  );
  return withHeader(blotted, 'Received', (value) =>
    value.replace(/\bid [A-Za-z0-9.-]+/u, `id ${utf8('0000000000')}`),
  );
}
