import * as clocks from '../clocks/clocks.ts';
import type { ProgramName } from '../story/terms.ts';
import type { Header } from '../wire/wire.ts';
import { type MailProgram, NO_EXTRAS, type Writing } from './program.ts';
import { appleAttribution, attribution, exchangeBlock, outlookBlock, shortAttribution } from './quoting.ts';

const gmail: MailProgram = {
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

const outlook: MailProgram = {
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

const exchange: MailProgram = {
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

const thunderbird: MailProgram = {
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

const appleMail: MailProgram = {
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

const zimbra: MailProgram = {
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

/** Programs that send newsletters and bills. */
const mailer: MailProgram = {
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

export const PROGRAMS: Readonly<Record<ProgramName, MailProgram>> = {
  gmail,
  outlook,
  exchange,
  thunderbird,
  'apple-mail': appleMail,
  zimbra,
  mailer,
};

function classicThreadIndex({ parent, clock, random }: Writing): Buffer {
  const before = parent?.threadIndex ?? null;
  // An index that begins with 01 is Exchange's own; Outlook goes on from it all the same, and we begin anew.
  return before === null || before[1] === 1
    ? clocks.threadIndex(clock, random)
    : clocks.threadIndexReply(before, clock, random);
}

function modernThreadIndex({ parent, clock, random }: Writing): Buffer {
  const before = parent?.threadIndex ?? null;
  return before === null || before[1] !== 1
    ? clocks.exchangeThreadIndex(clock, random)
    : clocks.exchangeThreadIndexReply(before, clock, random);
}
