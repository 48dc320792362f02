/**
 * Composes messages. Small on purpose, and shares no code with Tamis: what is wrong in both would not show.
 */
import { utf8 } from './bytes.ts';

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export type Encoding = '8bit' | 'quoted-printable' | 'base64' | 'latin1';

export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly text: string;
  readonly encoding?: Encoding;
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
  /** A whole message attached as message/rfc822. */
  readonly forwarded?: string;
  readonly headers?: readonly (readonly [string, string])[];
}

export type Header = readonly [name: string, value: string];

/** Header fields and body, CRLF line ends, one character a byte. */
export interface Composed {
  readonly headers: readonly Header[];
  readonly body: string;
}

/** A message with its headers in order, not yet signed. */
export function compose(mail: Mail): Composed {
  const content = contentOf(mail);
  const headers: Header[] = [
    ['Date', rfc5322Date(mail.date)],
    ['From', encodeAddress(mail.from)],
    ['To', encodeAddress(mail.to)],
  ];
  if (mail.cc !== undefined) headers.push(['Cc', encodeAddress(mail.cc)]);
  headers.push(['Message-ID', `<${mail.id}>`]);
  if (mail.inReplyTo !== undefined) headers.push(['In-Reply-To', `<${mail.inReplyTo}>`]);
  if (mail.references !== undefined)
    headers.push(['References', mail.references.map((id) => `<${id}>`).join('\r\n ')]);
  headers.push(
    ['Subject', encodeWords(mail.subject)],
    ['MIME-Version', '1.0'],
    ...(mail.headers ?? []),
    ...content.headers,
  );
  return { headers, body: content.body };
}

/** The message as a binary string with CR LF. */
export function serialise({ headers, body }: Composed): string {
  return `${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

function contentOf(mail: Mail): Composed {
  const text = textPart(mail.text, 'plain', mail.encoding ?? '8bit');
  const shown =
    mail.html === undefined
      ? text
      : multipart('alternative', mail.id, [text, textPart(mail.html, 'html', 'quoted-printable')]);
  const attached = (mail.attachments ?? []).map(attachmentPart);
  if (mail.forwarded !== undefined) {
    attached.push({
      headers: [
        ['Content-Type', 'message/rfc822'],
        ['Content-Disposition', 'attachment; filename="message.eml"'],
      ],
      body: mail.forwarded,
    });
  }
  return attached.length === 0 ? shown : multipart('mixed', mail.id, [shown, ...attached]);
}

function multipart(subtype: string, id: string, parts: readonly Composed[]): Composed {
  const boundary = `=_${subtype}_${id.split('@')[0] ?? ''}`;
  const pieces = parts.map((part) => `--${boundary}\r\n${serialise(part).replace(/\r\n$/u, '')}\r\n`);
  return {
    headers: [['Content-Type', `multipart/${subtype};\r\n boundary="${boundary}"`]],
    body: `${pieces.join('')}--${boundary}--\r\n`,
  };
}

function textPart(text: string, subtype: string, encoding: Encoding): Composed {
  const lines = `${text.trim()}\n`.replaceAll('\n', '\r\n');
  const charset = encoding === 'latin1' ? 'iso-8859-1' : 'utf-8';
  const bytes = encoding === 'latin1' ? lines : utf8(lines);
  return {
    headers: [
      ['Content-Type', `text/${subtype}; charset=${charset}`],
      ['Content-Transfer-Encoding', encoding === 'latin1' ? '8bit' : encoding],
    ],
    body:
      encoding === 'quoted-printable'
        ? quotedPrintable(bytes)
        : encoding === 'base64'
          ? base64Lines(bytes)
          : bytes,
  };
}

function attachmentPart({ name, type, bytes }: Attachment): Composed {
  // RFC 2231 where the name is not ASCII.
  const ascii = /^[\x20-\x7e]*$/u.test(name);
  const parameter = (key: string): string =>
    ascii ? `${key}="${name}"` : `${key}*=utf-8''${encodeURIComponent(name)}`;
  return {
    headers: [
      ['Content-Type', `${type};\r\n ${parameter('name')}`],
      ['Content-Transfer-Encoding', 'base64'],
      ['Content-Disposition', `attachment;\r\n ${parameter('filename')}`],
    ],
    body: base64Lines(bytes.toString('latin1')),
  };
}

function base64Lines(bytes: string): string {
  const text = Buffer.from(bytes, 'latin1').toString('base64');
  return `${text.replace(/.{1,76}/gu, '$&\r\n')}`;
}

function quotedPrintable(bytes: string): string {
  return bytes
    .split('\r\n')
    .map((line) => {
      const escaped = line
        .replace(
          /[^\x20-\x7e\t]|=/gu,
          (c) => `=${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
        )
        .replace(/ $/u, '=20');
      // Soft breaks before column 76, never inside an escape.
      return escaped.replace(/(?:=[0-9A-F]{2}|[^=]){72,75}(?=.)/gu, '$&=\r\n');
    })
    .join('\r\n');
}

/** RFC 2047 in UTF-8 base64, split so that each encoded word is at most 75 characters. */
function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > 42) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((w) => `=?utf-8?B?${Buffer.from(w).toString('base64')}?=`).join('\r\n ');
}

/** `Name <address>` or several with `, `; names outside ASCII are encoded. */
function encodeAddress(list: string): string {
  return list
    .split(', ')
    .map((entry) => {
      const match = /^(.*) <(.*)>$/u.exec(entry);
      return match === null ? entry : `${encodeWords(match[1] ?? '')} <${match[2] ?? ''}>`;
    })
    .join(',\r\n ');
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** In the zone of the story, Paris in winter (+0100). */
export function rfc5322Date(iso: string): string {
  const local = new Date(Date.parse(iso) + 3_600_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(':');
  return `${DAYS[local.getUTCDay()]}, ${two(local.getUTCDate())} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()} ${time} +0100`;
}
