/** What mailing list programs do to a message on its way. */
import { multipart } from '../programs/compose.ts';
import { signDkim } from '../sign/dkim.ts';
import { encodeBody, type TransferEncoding } from '../wire/transfer.ts';
import { type Header, headerOf, prepend, utf8, type Wire, withHeader } from '../wire/wire.ts';
import type { World } from '../world.ts';

/** The manner of one list program. */
export interface ListSoftware {
  readonly headers: (list: string) => readonly Header[];
  readonly footer: (list: string) => string;
  /** Before the subject. */
  readonly tag: string;
  readonly boundary: string;
}

const nameOf = (list: string): string => list.split('@')[0] ?? list;
const hostOf = (list: string): string => list.split('@')[1] ?? list;

/** Mailman 2.1. */
export const MAILMAN: ListSoftware = {
  headers: (list) => [
    ['X-BeenThere', list],
    ['X-Mailman-Version', '2.1.29'],
    ['Precedence', 'list'],
    ['List-Id', `<${nameOf(list)}.${hostOf(list)}>`],
    ['List-Post', `<mailto:${list}>`],
    ['Errors-To', `${nameOf(list)}-bounces@${hostOf(list)}`],
  ],
  footer: (list) =>
    `_______________________________________________\r\n${nameOf(list)} mailing list\r\n${list}\r\nhttps://${hostOf(list)}/mailman/listinfo/${nameOf(list)}\r\n`,
  tag: '[Volontaires] ',
  boundary: '===============7315928260140586372==',
};

/** Sympa. */
export const SYMPA: ListSoftware = {
  headers: (list) => [
    ['X-Loop', list],
    ['X-Sequence', '412'],
    ['Precedence', 'list'],
    ['List-Id', `<${nameOf(list)}.${hostOf(list)}>`],
    ['List-Help', `<mailto:sympa@${hostOf(list)}?subject=help>`],
  ],
  footer: (list) =>
    `-- \r\nVous recevez ce courriel car vous êtes abonné à ${list}.\r\nPour ne plus rien recevoir : https://${hostOf(list)}/sympa/sigrequest/${nameOf(list)}\r\n`,
  tag: '[volontaires:412] ',
  boundary: '----------=_1579000412-2041-17',
};

/** What a list does to one message. */
export interface ListOptions {
  readonly footer: boolean;
  readonly tag: boolean;
  readonly signs: boolean;
  readonly at: number;
}

/** The message as a list program passes it on: footer, tag, own fields, and its own signature if it makes one. */
export function throughList(world: World, wire: Wire, software: ListSoftware, options: ListOptions): Wire {
  const { list } = world.cast;
  let passed = options.footer ? withFooter(wire, utf8(software.footer(list)), software.boundary) : wire;
  if (options.tag) passed = withHeader(passed, 'Subject', (subject) => tagged(subject, software.tag));
  passed = prepend(passed, ...software.headers(list));
  if (!options.signs) return passed;
  const names = ['list-id', 'from', 'to', 'subject', 'date', 'message-id'];
  return signDkim(passed, { key: world.listKey, header: 'relaxed', body: 'relaxed', names, at: options.at });
}

function tagged(subject: string, tag: string): string {
  return subject.startsWith('Re: ') ? `Re: ${tag}${subject.slice(4)}` : tag + subject;
}

/** Behind the text where there is nothing else, as a part of its own where there is. */
export function withFooter(wire: Wire, footer: string, boundary: string): Wire {
  const type = headerOf(wire, 'Content-Type');
  if (type.startsWith('text/plain')) return textFooter(wire, footer);
  const part: Wire = {
    headers: [
      ['Content-Type', 'text/plain; charset="utf-8"'],
      ['MIME-Version', '1.0'],
      ['Content-Transfer-Encoding', '8bit'],
      ['Content-Disposition', 'inline'],
    ],
    body: footer,
  };
  const own = /boundary="([^"]+)"/u.exec(type)?.[1];
  if (own !== undefined && type.startsWith('multipart/mixed')) {
    const end = wire.body.lastIndexOf(`--${own}--`);
    const piece = `--${own}\r\n${part.headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${footer}`;
    return { ...wire, body: `${wire.body.slice(0, end)}${piece}--${own}--\r\n` };
  }
  return wrapped(wire, part, boundary);
}

function textFooter(wire: Wire, footer: string): Wire {
  const encoding = headerOf(wire, 'Content-Transfer-Encoding') as TransferEncoding;
  if (encoding === 'base64') {
    const bytes = Buffer.from(wire.body, 'base64').toString('latin1');
    return { ...wire, body: encodeBody(bytes + footer, 'base64') };
  }
  return { ...wire, body: wire.body + encodeBody(footer, encoding) };
}

/** The message's content becomes the first part of a multipart/mixed. */
function wrapped(wire: Wire, part: Wire, boundary: string): Wire {
  const isContent = ([name]: Header): boolean => /^content-/iu.test(name);
  const inner: Wire = { headers: wire.headers.filter(isContent), body: wire.body };
  const outer = multipart('mixed', boundary, [inner, part]);
  return {
    headers: [...wire.headers.filter((header) => !isContent(header)), ...outer.headers],
    body: outer.body,
  };
}
