import * as clocks from '../clocks/clocks.ts';
import type { MailProgram } from './program.ts';
import { outlookBlock } from './quoting.ts';
import { classicThreadIndex } from './thread-index.ts';

/** Outlook without Exchange: Message-ID, boundary and Thread-Index each hold the clock. */
export const outlook: MailProgram = {
  order: [
    'From',
    'To',
    'Cc',
    'References',
    'In-Reply-To',
    'Subject',
    'Date',
    'Message-ID',
    'MIME-Version',
    'Content-Type',
    'Content-Transfer-Encoding',
    'X-Mailer',
    'Thread-Index',
    'Content-Language',
  ],
  charset: 'windows-1252',
  text: 'quoted-printable',
  html: 'quoted-printable',
  words: 'Q',
  flowed: false,
  messageId: ({ clock, random }, domain) => clocks.outlookMessageId(clock, domain, random),
  boundary: ({ clock, zone, random }, level) => clocks.outlookBoundary(clock, zone, level, random),
  extras: (writing) => {
    const threadIndex = classicThreadIndex(writing);
    return {
      headers: [
        ['X-Mailer', 'Microsoft Outlook 16.0'],
        ['Thread-Index', threadIndex.toString('base64')],
        ['Content-Language', writing.draft.lang],
      ],
      threadIndex,
    };
  },
  attachmentHeaders: () => [],
  quote: outlookBlock,
};
