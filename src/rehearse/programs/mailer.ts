import type { MailProgram } from './program.ts';
import { attribution } from './quoting.ts';

/** Programs that send newsletters and bills. */
export const mailer: MailProgram = {
  order: [
    'Date',
    'From',
    'To',
    'Message-ID',
    'Subject',
    'MIME-Version',
    'Content-Type',
    'Content-Transfer-Encoding',
    'List-Unsubscribe',
    'X-Mailer',
  ],
  charset: 'utf-8',
  text: 'quoted-printable',
  html: 'quoted-printable',
  words: 'B',
  flowed: false,
  messageId: ({ clock, random }, domain) => `${random.hex(12)}.${Math.floor(clock / 1000)}@envoi.${domain}`,
  boundary: ({ random }) => `=_${random.hex(32)}`,
  extras: ({ draft, random }) => ({
    headers: [
      ['List-Unsubscribe', `<https://${draft.from.address.split('@')[1] ?? ''}/stop/${random.hex(10)}>`],
      ['X-Mailer', 'EnvoiGroupe 3.2'],
    ],
    threadIndex: null,
  }),
  attachmentHeaders: () => [],
  quote: attribution,
};
