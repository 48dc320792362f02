import * as clocks from '../clocks/clocks.ts';
import type { MailProgram } from './program.ts';
import { attribution } from './quoting.ts';

/** Zimbra's web pages: JavaMail's ids and boundaries hold the clock; its Thread-Index holds none. */
export const zimbra: MailProgram = {
  order: [
    'Date',
    'From',
    'To',
    'Cc',
    'Message-ID',
    'In-Reply-To',
    'References',
    'Subject',
    'MIME-Version',
    'Content-Type',
    'Content-Transfer-Encoding',
    'X-Mailer',
    'Thread-Topic',
    'Thread-Index',
  ],
  charset: 'utf-8',
  text: 'quoted-printable',
  html: 'quoted-printable',
  words: 'Q',
  flowed: false,
  messageId: ({ clock, random }, domain) => clocks.javaMailId(clock, domain, random),
  boundary: ({ clock, random }) => clocks.javaMailBoundary(clock, random),
  extras: ({ draft, random }) => ({
    headers: [
      ['X-Mailer', 'Zimbra 8.8.12_GA_3794 (ZimbraWebClient - FF84 (Win)/8.8.12_GA_3794)'],
      ['Thread-Topic', draft.subject.replace(/^Re: /u, '')],
      ['Thread-Index', clocks.zimbraThreadIndex(random).toString('base64')],
    ],
    threadIndex: null,
  }),
  attachmentHeaders: () => [],
  quote: attribution,
};
