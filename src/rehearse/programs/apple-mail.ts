import * as clocks from '../clocks/clocks.ts';
import type { MailProgram } from './program.ts';
import { appleAttribution } from './quoting.ts';

/** Apple Mail: ids in capitals, by chance, and so no clock but Date. */
export const appleMail: MailProgram = {
  order: [
    'From',
    'Content-Type',
    'Content-Transfer-Encoding',
    'MIME-Version',
    'Subject',
    'Message-ID',
    'References',
    'In-Reply-To',
    'Date',
    'To',
    'Cc',
    'X-Mailer',
  ],
  charset: 'utf-8',
  text: 'quoted-printable',
  html: null,
  words: 'Q',
  flowed: false,
  messageId: ({ random }, domain) => `${clocks.uuid(random).toUpperCase()}@${domain}`,
  boundary: ({ random }) => `Apple-Mail=_${clocks.uuid(random).toUpperCase()}`,
  extras: () => ({ headers: [['X-Mailer', 'Apple Mail (2.3445.104.11)']], threadIndex: null }),
  attachmentHeaders: () => [],
  quote: appleAttribution,
};
