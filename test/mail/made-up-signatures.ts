import { createHash, sign as signBytes } from 'node:crypto';
import { makeTestKey, signMessage } from './sign.ts';

/** A signed message that nobody sent, made to be read otherwise by another verifier. */
export interface MadeUp {
  readonly id: string;
  readonly bytes: Buffer;
}

const DOMAIN = 'o.example';
const RSA = makeTestKey(DOMAIN, 'r1', 1024);
const ED = makeTestKey(DOMAIN, 'ed', 'ed25519');
const P = /p=(.*)$/.exec(RSA.record)?.[1] ?? '';

/** Records for the key of `r1`, by selector: what RFC 6376 section 3.6.1 lets them say, and what people write. */
const RECORDS: Readonly<Record<string, string>> = {
  'no-version': `k=rsa; p=${P}`,
  'version-2': `v=DKIM2; k=rsa; p=${P}`,
  'late-version': `k=rsa; v=DKIM1; p=${P}`,
  spaces: ` v = DKIM1 ; k = rsa ; p = ${P} ;`,
  folded: `v=DKIM1; p=${P.slice(0, 60)} ${P.slice(60)}`,
  semicolons: `v=DKIM1; k=rsa; p=${P};;`,
  'upper-case': `v=DKIM1; k=RSA; p=${P}`,
  'other-type': `v=DKIM1; k=dsa; p=${P}`,
  'empty-type': `v=DKIM1; k=; p=${P}`,
  revoked: 'v=DKIM1; k=rsa; p=',
  'no-key': 'v=DKIM1; k=rsa',
  'no-base64': 'v=DKIM1; p=!!!!',
  'sha1-only': `v=DKIM1; h=sha1; p=${P}`,
  'sha256-only': `v=DKIM1; h=sha256; p=${P}`,
  'both-hashes': `v=DKIM1; h=sha1:sha256; p=${P}`,
  'other-hash': `v=DKIM1; h=sha512; p=${P}`,
  'empty-hash': `v=DKIM1; h=; p=${P}`,
  'any-service': `v=DKIM1; s=*; p=${P}`,
  mail: `v=DKIM1; s=email; p=${P}`,
  'other-service': `v=DKIM1; s=xmpp; p=${P}`,
  services: `v=DKIM1; s=xmpp:email; p=${P}`,
  test: `v=DKIM1; t=y; p=${P}`,
  strict: `v=DKIM1; t=y:s; p=${P}`,
  granular: `v=DKIM1; g=news; p=${P}`,
  twice: `v=DKIM1; p=${P}; p=${P}`,
  junk: `v=DKIM1; junk; p=${P}`,
};

/** Record by DNS name, for all that `madeUpMessages` names. */
export const MADE_UP_RECORDS: ReadonlyMap<string, string> = new Map([
  ...[RSA, ED].map(({ selector, record }) => [`${selector}._domainkey.${DOMAIN}`, record] as const),
  ...Object.entries(RECORDS).map(
    ([selector, record]) => [`${selector}._domainkey.${DOMAIN}`, record] as const,
  ),
]);

const FIELDS = [
  'From: Anne <anne@o.example>',
  'To: b@c.example',
  'Subject: A  note\r\n of two lines',
  'Date: Mon, 3 Apr 2017 10:00:00 +0200',
  'Message-ID: <a@o.example>',
].join('\r\n');
const MAIL = `${FIELDS}\r\n\r\nOne line.\r\n\r\nTwo  lines. \r\n`;
const NAMES = ['from', 'subject', 'date'];

/** Some four hundred: every form of key, canonicalisation, body, header and tag, and what happens to a message afterwards. */
export function madeUpMessages(): readonly MadeUp[] {
  const made = [...ofKeys(), ...ofBodies(), ...ofHeaders(), ...ofTags(), ...ofLengths(), ...ofChanges()];
  return made.map(([id, message]) => ({ id, bytes: Buffer.from(message, 'latin1') }));
}

type Named = readonly [id: string, message: string];

function ofKeys(): readonly Named[] {
  return Object.keys(RECORDS).flatMap((selector) =>
    ['', 'i=@news.o.example; '].map((extra): Named => {
      const message = signMessage(MAIL, { ...RSA, selector }, { headers: NAMES, extra });
      return [`key ${selector} ${extra}`, message];
    }),
  );
}

const BODIES: Readonly<Record<string, string>> = {
  plain: 'One.\r\n',
  empty: '',
  'line end': '\r\n',
  blank: '\r\n\r\n \r\n',
  'no line end': 'One.',
  spaces: 'One. \t x\t\r\n \r\n',
  indented: ' One\r\n\tTwo\r\n',
  trailing: 'One.\r\n\r\n\r\n',
  zero: 'One\0.\r\n',
  'eight bits': '\xe9t\xe9\r\n',
  'other white space': 'a\x0b b\x0c \r\n',
};

function ofBodies(): readonly Named[] {
  const methods = [
    'simple/simple',
    'simple/relaxed',
    'relaxed/simple',
    'relaxed/relaxed',
    'simple',
    'relaxed',
  ];
  return methods.flatMap((canonicalization) =>
    Object.entries(BODIES).flatMap(([name, body]) =>
      [RSA, ED].map((key): Named => {
        const options = { headers: ['from', 'to', 'subject'], canonicalization };
        const message = signMessage(`${FIELDS}\r\n\r\n${body}`, key, options);
        return [`body ${canonicalization} ${name} ${key.selector}`, message];
      }),
    ),
  );
}

const HEADERS: Readonly<Record<string, string>> = {
  'two From': `From: x@o.example\r\n${MAIL}`,
  'empty Subject': MAIL.replace('A  note\r\n of two lines', ''),
  tab: MAIL.replace('\r\n of', '\r\n\tof'),
  'space before the colon': MAIL.replace('Subject:', 'Subject :'),
  'capital letters': MAIL.replace('Subject:', 'SUBJECT:'),
  'space at the end': MAIL.replace('two lines', 'two lines   '),
  'folded to nothing': MAIL.replace('\r\n of two', '\r\n \r\n of two'),
  zero: MAIL.replace('two', 't\0wo'),
  'eight bits': MAIL.replace('two', 't\xe9wo'),
};

function ofHeaders(): readonly Named[] {
  const lists = [
    'from:subject',
    'from:from:subject:subject',
    'subject:from',
    'from:x-absent:subject',
    'from:dkim-signature',
  ];
  return Object.entries(HEADERS).flatMap(([name, message]) =>
    ['simple/simple', 'relaxed/relaxed'].flatMap((canonicalization) =>
      lists.map((list): Named => {
        const headers = list.split(':');
        return [
          `header ${name} ${canonicalization} ${list}`,
          signMessage(message, RSA, { headers, canonicalization }),
        ];
      }),
    ),
  );
}

const TAGS = [
  ...[
    't=1491200000',
    'x=9991200000',
    'x=1491300000',
    't=1491200000; x=1491100000',
    't=9991200000',
    't=abc',
    'x=abc',
  ],
  ...[
    't=123456789012345678',
    'i=@a.o.example',
    'i=x@o.example',
    'i=@p.example',
    'i=anne',
    'i=@example',
    'q=dns/txt',
  ],
  ...[
    'q=ldap',
    'q=dns/txt:ldap',
    'z=Subject:A',
    'l=-1',
    'l=+3',
    'l=0x1',
    'l=',
    'l=000000000000000000005',
    `l=${'9'.repeat(76)}`,
  ],
  ...['=x', 'foo', ' ', 'zz=1', 'd=o.example'],
];

function ofTags(): readonly Named[] {
  return [
    ...TAGS.map((tag): Named => [`tag ${tag}`, signedWith((own) => own.replace(' s=r1;', ` s=r1; ${tag};`))]),
    ['tag a in capitals', signedWith((own) => own.replace('a=rsa-sha256', 'a=RSA-SHA256'))],
    ['tag no v', signedWith((own) => own.replace('v=1; ', ''))],
    ['tag v=2', signedWith((own) => own.replace('v=1;', 'v=2;'))],
    ['tag spaced', signedWith((own) => own.replace('v=1;', 'v = 1 ;'))],
    ['tag d in capitals', signedWith((own) => own.replace('d=o.example', 'd=O.EXAMPLE'))],
    ['tag d with a dot', signedWith((own) => own.replace('d=o.example', 'd=o.example.'))],
    ['tag h spaced', signedWith((own) => own.replace('h=from:subject', 'h=from : subject'))],
    ['tag h with empty names', signedWith((own) => own.replace('h=from:subject', 'h=from::subject:'))],
    ['tag h without From', signMessage(MAIL, RSA, { headers: ['subject'] })],
  ];
}

/** Signed after its own field was rewritten, so that the oddity is signed too. */
function signedWith(rewrite: (own: string) => string): string {
  const bh = createHash('sha256').update('One line.\r\n\r\nTwo lines.\r\n').digest('base64');
  const own = rewrite(
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n d=o.example; s=r1; h=from:subject;\r\n bh=${bh};\r\n b=`,
  );
  const relaxed = own
    .slice(own.indexOf(':') + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  const data = `from:Anne <anne@o.example>\r\nsubject:A note of two lines\r\ndkim-signature:${relaxed}`;
  return `${own}${signBytes('sha256', Buffer.from(data), RSA.privateKey).toString('base64')}\r\n${MAIL}`;
}

function ofLengths(): readonly Named[] {
  return [0, 1, 9, 10, 11, 13, 26, 27].flatMap((length) =>
    ['simple/simple', 'relaxed/relaxed'].flatMap((canonicalization) =>
      ['', 'More.\r\n', '\r\n\r\n'].map((behind): Named => {
        const message = signMessage(MAIL, RSA, { headers: ['from'], canonicalization, length });
        return [`length ${length} ${canonicalization} ${JSON.stringify(behind)}`, `${message}${behind}`];
      }),
    ),
  );
}

/** What happened to it afterwards. */
function ofChanges(): readonly Named[] {
  const signed = signMessage(MAIL, RSA, { headers: ['from', 'to', 'subject'] });
  return [
    ['line feeds', signed.replaceAll('\r\n', '\n')],
    ['space in b', signed.replace(' b=', ' b= \t')],
    ['junk in b', signed.replace(' b=', ' b=!')],
    ['b cut', signed.replace(/[A-Za-z0-9+/]{20}=*\r\nFrom/, '\r\nFrom')],
    ['text edited', signed.replace('One', 'Two')],
    ['Subject edited', signed.replace('note', 'nota')],
    ['two signatures', signMessage(signed, ED, { headers: ['from', 'subject'] })],
    ['its signature twice', signed.slice(0, signed.indexOf('From:')) + signed],
    ['a lone carriage return', signed.replace('One line.', 'One\rline.')],
    ['Received added', `Received: x\r\n${signed}`],
    ['Subject added', `Subject: x\r\n${signed}`],
  ];
}
