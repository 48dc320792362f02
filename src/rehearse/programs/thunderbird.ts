import * as clocks from '../clocks/clocks.ts';
import type { MailProgram } from './program.ts';
import { shortAttribution } from './quoting.ts';

/** Thunderbird: plain flowed text, ids by chance, and so no clock but Date. */
export const thunderbird: MailProgram = {
  order: [
    'Subject',
    'To',
    'Cc',
    'References',
    'In-Reply-To',
    'From',
    'Message-ID',
    'Date',
    'User-Agent',
    'MIME-Version',
    'Content-Type',
    'Content-Transfer-Encoding',
    'Content-Language',
  ],
  charset: 'utf-8',
  text: '8bit',
  html: null,
  words: 'Q',
  flowed: true,
  messageId: ({ random }, domain) => `${clocks.uuid(random)}@${domain}`,
  boundary: ({ random }) => `------------${random.hex(24).toUpperCase()}`,
  extras: ({ draft }) => ({
    headers: [
      ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:60.0) Gecko/20100101 Thunderbird/60.9.0'],
      ['Content-Language', draft.lang],
    ],
    threadIndex: null,
  }),
  attachmentHeaders: () => [],
  quote: shortAttribution,
};
