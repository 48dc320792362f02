import * as clocks from '../clocks/clocks.ts';
import { type MailProgram, NO_EXTRAS } from './program.ts';
import { attribution } from './quoting.ts';

/** The provider's web pages: ids that say nothing, boundaries and attachment ids that tell the time. */
export const gmail: MailProgram = {
  order: [
    'MIME-Version',
    'References',
    'In-Reply-To',
    'From',
    'Date',
    'Message-ID',
    'Subject',
    'To',
    'Cc',
    'Content-Type',
    'Content-Transfer-Encoding',
  ],
  charset: 'utf-8',
  text: 'quoted-printable',
  html: 'quoted-printable',
  words: 'B',
  flowed: false,
  messageId: ({ random }, domain) => `CA${random.pick(['+', 'K', 'F'])}${random.letters(47)}@mail.${domain}`,
  boundary: ({ clock, random }, level) => clocks.gmailBoundary(clock + level, random),
  extras: () => NO_EXTRAS,
  // Uploaded some seconds before the message was sent.
  attachmentHeaders: ({ clock, random }, index) => [
    ['Content-ID', `<${clocks.gmailAttachmentId(clock - random.between(4000, 60_000), index)}>`],
    ['X-Attachment-Id', clocks.gmailAttachmentId(clock - random.between(4000, 60_000), index)],
  ],
  quote: attribution,
};
