/** Turns what somebody says into the message their mail program would send. */
import { type Attachment, MEDIA_TYPES } from '../documents/document.ts';
import type { Random } from '../random.ts';
import { type Draft, domainOf, type Person } from '../story/terms.ts';
import { encodeText } from '../wire/charsets.ts';
import { mailDate, parisOffset } from '../wire/dates.ts';
import { base64, encodeBody, encodeWords } from '../wire/transfer.ts';
import { type Header, serialise, type Wire } from '../wire/wire.ts';
import { invitation } from './invitation.ts';
import type { Composed, MailProgram, Writing } from './program.ts';
import { PROGRAMS } from './programs.ts';

/** How a draft is written. */
export interface ComposeOptions {
  readonly parent: Composed | null;
  /** The sender's true clock where it is not that of the Date field. */
  readonly clock?: number;
  /** Keeps an id that was made before. */
  readonly messageId?: string;
  /** Another way of writing than that of the sender's program. */
  readonly program?: MailProgram;
  readonly random: Random;
}

/** The message as the sender's program hands it to its server. */
export function compose(draft: Draft, { parent, random, ...options }: ComposeOptions): Composed {
  const program = options.program ?? PROGRAMS[draft.from.program];
  const clock = options.clock ?? draft.at;
  const writing: Writing = { draft, parent, clock, zone: parisOffset(clock), random };
  // Drawn even where it is not used, so that the numbers after it stay the same.
  const drawn = program.messageId(writing, domainOf(draft.from.address));
  const messageId = options.messageId ?? drawn;
  const content = contentOf(program, writing);
  const extras = program.extras(writing);
  const references = parent === null ? [] : [...parent.references, parent.messageId];
  const fields: readonly Header[] = [
    ['Date', mailDate(draft.at)],
    ['From', mailbox(draft.from, program)],
    ['To', draft.to.map((person) => mailbox(person, program)).join(',\r\n ')],
    ['Cc', draft.cc.map((person) => mailbox(person, program)).join(',\r\n ')],
    ['Message-ID', `<${messageId}>`],
    ['In-Reply-To', parent === null ? '' : `<${parent.messageId}>`],
    ['References', references.map((id) => `<${id}>`).join('\r\n ')],
    ['Subject', encodeWords(draft.subject, program.words)],
    ['MIME-Version', '1.0'],
    ...content.headers,
    ...extras.headers.map(([name, value]): Header => [name, encodeWords(value)]),
  ];
  const headers = program.order.flatMap((name) =>
    fields.filter((field) => field[0] === name && field[1] !== ''),
  );
  return {
    draft,
    wire: { headers, body: content.body },
    messageId,
    references,
    threadIndex: extras.threadIndex,
  };
}

/** All a reader sees of the text: own words and what is quoted. */
export function wholeText(draft: Draft, program: MailProgram = PROGRAMS[draft.from.program]): string {
  if (draft.quote === null) return draft.text;
  return `${draft.text}\n\n${program.quote(draft.quote.lines, draft.quote.of, draft.lang)}`;
}

function mailbox({ name, address }: Person, program: MailProgram): string {
  const shown = encodeWords(name, program.words);
  return shown === name ? `${name} <${address}>` : `${shown} <${address}>`;
}

function contentOf(program: MailProgram, writing: Writing): Wire {
  const { draft } = writing;
  const text = wholeText(draft, program);
  const forms = [textPart(text, program)];
  if (program.html !== null) forms.push(htmlPart(text, program));
  if (draft.meeting !== null) forms.push(invitation(draft, draft.meeting));
  const [only] = forms;
  const shown =
    forms.length === 1 && only !== undefined
      ? only
      : multipart('alternative', program.boundary(writing, 1), forms);
  if (draft.attachments.length === 0) return shown;
  const attached = draft.attachments.map((each, index) =>
    attachmentPart(each, program.attachmentHeaders(writing, index)),
  );
  return multipart('mixed', program.boundary(writing, 0), [shown, ...attached]);
}

/** Parts one after the other between boundaries (RFC 2046 5.1). */
export function multipart(subtype: string, boundary: string, parts: readonly Wire[]): Wire {
  const pieces = parts.map((part) => `--${boundary}\r\n${serialise(part).replace(/(?:\r\n)?$/u, '\r\n')}`);
  return {
    headers: [['Content-Type', `multipart/${subtype};\r\n boundary="${boundary}"`]],
    body: `${pieces.join('')}--${boundary}--\r\n`,
  };
}

/** The plain text form, flowed where the program flows (RFC 3676). */
export function textPart(text: string, program: Pick<MailProgram, 'charset' | 'text' | 'flowed'>): Wire {
  const lines = text.split('\n').flatMap((line) => (program.flowed ? wrapped(line) : [line]));
  const bytes = encodeText(`${lines.join('\r\n')}\r\n`, program.charset);
  const flowed = program.flowed ? '; format=flowed' : '';
  return {
    headers: [
      ['Content-Type', `text/plain; charset=${program.charset}${flowed}`],
      ['Content-Transfer-Encoding', program.text],
    ],
    body: encodeBody(bytes, program.text),
  };
}

/** Lines of at most 72 characters; a soft end keeps its space. */
function wrapped(line: string): readonly string[] {
  const mark = /^>+ ?/u.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let rest = line.slice(mark.length);
  while (mark.length + rest.length > 72) {
    const cut = rest.lastIndexOf(' ', 71 - mark.length);
    if (cut <= 0) break;
    lines.push(mark + rest.slice(0, cut + 1));
    rest = rest.slice(cut + 1);
  }
  return [...lines, mark + rest];
}

/** The HTML form: a `div` for each line, as web mail writes. */
export function htmlPart(text: string, program: Pick<MailProgram, 'charset' | 'html'>): Wire {
  const encoding = program.html ?? 'quoted-printable';
  const lines = text.split('\n').map((line) => (line === '' ? '<br>' : `<div>${escapeHtml(line)}</div>`));
  const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${program.charset}"></head><body>\r\n${lines.join('\r\n')}\r\n</body></html>\r\n`;
  return {
    headers: [
      ['Content-Type', `text/html; charset=${program.charset}`],
      ['Content-Transfer-Encoding', encoding],
    ],
    body: encodeBody(encodeText(page, program.charset), encoding),
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A file as a part (RFC 2183), with what fields its program adds. */
export function attachmentPart({ name, content, bytes }: Attachment, extra: readonly Header[] = []): Wire {
  return {
    headers: [
      ['Content-Type', `${MEDIA_TYPES[content.kind]};\r\n name="${name}"`],
      ['Content-Disposition', `attachment;\r\n filename="${name}"`],
      ['Content-Transfer-Encoding', 'base64'],
      ...extra,
    ],
    body: base64(bytes.toString('latin1')),
  };
}
