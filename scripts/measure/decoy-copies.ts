import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdf } from '../../src/decoys/generate/documents/pdf.ts';
import { ownShingles } from '../../src/decoys/own/index.ts';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { decodePart } from '../../src/parse/mime/body.ts';
import { parseMessage } from '../../src/parse/mime/message.ts';
import { type MessageSummary, summarize } from '../../src/parse/mime/summary.ts';

/** A decoy's mail as a leak may hold it. */
export interface Sent {
  readonly bytes: Uint8Array;
  readonly summary: MessageSummary;
}

/** How long a decoy's own words are: of nineteen words on there is room for three places of its own. */
export type Length = '19 words or more' | '11 to 18' | 'fewer';

/** Forms of a copy, by the name of their folder. */
export const COPIES: Readonly<
  Record<string, { readonly says: string; readonly ending: string; readonly of: (sent: Sent) => Uint8Array }>
> = {
  exact: { says: 'the same bytes', ending: 'eml', of: ({ bytes }) => bytes },
  recoded: { says: 'in base64; of several parts, other line ends', ending: 'eml', of: recoded },
  quoted: { says: 'quoted whole in an answer', ending: 'eml', of: quoted },
  printed: { says: 'printed to PDF under its header', ending: 'pdf', of: (sent) => printed(sent, true) },
  bare: { says: 'printed to PDF without it', ending: 'pdf', of: (sent) => printed(sent, false) },
};

export function sentOf(bytes: Uint8Array): Sent {
  return { bytes, summary: summarize(parseMessage(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS) };
}

export function lengthOf({ summary }: Sent): Length {
  const runs = ownShingles(summary.text, true).length;
  return runs >= 16 ? '19 words or more' : runs >= 8 ? '11 to 18' : 'fewer';
}

/** Writes every copy of every decoy: `FOLDER/quoted/ID.eml`. */
export function writeCopies(folder: string, decoys: ReadonlyMap<string, Sent>): void {
  for (const [name, { ending, of }] of Object.entries(COPIES)) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const [id, sent] of decoys) writeFileSync(join(folder, name, `${id}.${ending}`), of(sent));
  }
}

function recoded({ bytes }: Sent): Uint8Array {
  const message = parseMessage(bytes, DEFAULT_LIMITS);
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.search(/\r?\n\r?\n/);
  if (message.root.children.length > 0 || end < 0)
    return Buffer.from(
      text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n'),
      'latin1',
    );
  const body = Buffer.from(decodePart(message, message.root)).toString('base64').replace(/.{76}/g, '$&\r\n');
  const header = text
    .slice(0, end)
    .replace(/^content-transfer-encoding:.*(?:\r?\n[ \t].*)*\r?\n?/gim, '')
    .replace(/\r?\n/g, '\r\n')
    .trimEnd();
  return Buffer.from(`${header}\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`, 'latin1');
}

function quoted({ summary: { from, subject, text, date } }: Sent): Uint8Array {
  const name = from[0]?.name || (from[0]?.address ?? '');
  const lines = [
    'From: Robin Quill <robin@elsewhere.example>',
    'To: Sam Reed <sam@elsewhere.example>',
    `Subject: =?utf-8?B?${Buffer.from(`Re: ${subject}`).toString('base64')}?=`,
    'Date: Tue, 3 Feb 2026 09:12:44 +0000',
    'Message-ID: <quoted@elsewhere.example>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'See below.',
    '',
    `On ${new Date(date ?? 0).toUTCString()}, ${name} wrote:`,
    text.replace(/^/gm, '> '),
    '',
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}

function printed({ summary: { from, to, subject, text, date } }: Sent, headed: boolean): Uint8Array {
  const at = Date.parse(date ?? '2026-01-01T00:00:00Z');
  const shown = ({ name, address }: { readonly name: string; readonly address: string }) =>
    `${name} <${address}>`;
  const header = [
    `From: ${from.map(shown).join(', ')}`,
    `Date: ${new Date(at).toUTCString()}`,
    `To: ${to.map(shown).join(', ')}`,
    `Subject: ${subject}`,
  ];
  return pdf({
    title: headed ? subject : 'Webmail',
    author: '',
    company: '',
    created: at,
    modified: at,
    paragraphs: [
      ...(headed ? header : []),
      ...text.split(/\n{2,}/).map((each) => each.replaceAll('\n', ' ')),
    ],
    table: [],
  });
}
