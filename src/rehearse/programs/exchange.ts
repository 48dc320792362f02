import * as clocks from '../clocks/clocks.ts';
import type { Header } from '../wire/wire.ts';
import type { MailProgram } from './program.ts';
import { exchangeBlock } from './quoting.ts';
import { modernThreadIndex } from './thread-index.ts';

/** Exchange and its web pages: the clock stands in Thread-Index and in the network message id. */
export const exchange: MailProgram = {
  order: [
    'From',
    'To',
    'Cc',
    'Subject',
    'Thread-Topic',
    'Thread-Index',
    'Date',
    'Message-ID',
    'References',
    'In-Reply-To',
    'Accept-Language',
    'Content-Language',
    'X-MS-Has-Attach',
    'X-MS-Exchange-Organization-Network-Message-Id',
    'Content-Type',
    'Content-Transfer-Encoding',
    'MIME-Version',
  ],
  charset: 'utf-8',
  text: 'base64',
  html: 'base64',
  words: 'B',
  flowed: false,
  messageId: ({ random }) =>
    `${random.letters(2, 'ADHV')}${random.letters(3, 'PRBE')}0${random.letters(1, '1234567')}MB${random.between(1000, 9999)}${random.hex(26).toUpperCase()}@${random.letters(6, 'ADHPRBEV')}0${random.between(1, 9)}.prod.exchange-hosting.example`,
  boundary: ({ random, draft }, level) =>
    `_00${level}_${random.hex(32).toUpperCase()}${draft.from.address.split('@')[1]?.split('.')[0] ?? ''}_`,
  extras: (writing) => {
    const threadIndex = modernThreadIndex(writing);
    const { draft, clock, random } = writing;
    const headers: Header[] = [
      ['Thread-Topic', draft.subject.replace(/^Re: /u, '')],
      ['Thread-Index', threadIndex.toString('base64')],
      ['Accept-Language', draft.lang === 'fr' ? 'fr-FR, en-US' : 'en-GB, en-US'],
      ['Content-Language', draft.lang === 'fr' ? 'fr-FR' : 'en-GB'],
      ['X-MS-Has-Attach', draft.attachments.length > 0 ? 'yes' : ''],
      ['X-MS-Exchange-Organization-Network-Message-Id', clocks.exchangeNetworkId(clock, random)],
    ];
    return { headers, threadIndex };
  },
  attachmentHeaders: () => [],
  quote: exchangeBlock,
};
