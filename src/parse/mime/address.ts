/** Address lists (RFC 5322 section 3.4 with its obsolete syntax), and what mailers write instead. */
import type { Address } from '../../model/index.ts';
import { decodeWords } from './encoded-word.ts';

/** Attack: a To field of megabytes that becomes millions of objects. */
const MOST_ADDRESSES = 20_000;

/**
 * The mailboxes of a list, groups opened, in order. A name without an address, before a comma and a full
 * address, is the family name of an unquoted `Doe, Jane <j@x>`.
 */
export function parseAddresses(value: string): Address[] {
  const out: Address[] = [];
  let held = ''; // words seen without an address, waiting to be the first half of a name
  const flush = (): void => {
    if (held !== '') out.push({ name: clean(held), address: '' });
    held = '';
  };
  for (const mailbox of splitMailboxes(value)) {
    if (out.length >= MOST_ADDRESSES) break;
    const found = readMailbox(mailbox);
    if (found.address === '') {
      if (found.name === '') continue;
      held = held === '' ? found.name : `${held}, ${found.name}`;
    } else if (held !== '' && found.name !== '' && mailbox.angle !== null && !mailbox.quoted) {
      out.push({ name: clean(`${held}, ${found.name}`), address: found.address });
      held = '';
    } else {
      flush();
      out.push({ name: clean(found.name), address: found.address });
    }
    if (mailbox.ends) flush();
  }
  flush();
  return out;
}

interface Mailbox {
  /** Words and quoted strings outside the angle brackets. */
  words: string;
  /** Inside the angle brackets; null without them. */
  angle: string | null;
  comment: string;
  /** A quoted string is among the words: the name is whole. */
  quoted: boolean;
  /** Ended by a semicolon: the end of a group, or Outlook's separator. */
  ends: boolean;
}

/** One pass over the characters; every branch moves on, so the time is linear. */
function splitMailboxes(value: string): Mailbox[] {
  const list: Mailbox[] = [];
  let now = emptyMailbox();
  let pos = 0;
  let unclosed = false; // a bracket or quote without end was seen: do not search for the end again
  const done = (ends: boolean): void => {
    now.ends = ends;
    if (now.words.trim() !== '' || now.angle !== null || now.comment !== '' || ends) list.push(now);
    now = emptyMailbox();
  };
  while (pos < value.length) {
    const c = value.charAt(pos);
    if (c === '"') {
      const end = quotedEnd(value, pos);
      if (unclosed || end < 0) {
        unclosed = true;
        pos++;
        continue;
      }
      now.words += unquote(value.slice(pos + 1, end));
      now.quoted = true;
      pos = end + 1;
    } else if (c === '(') {
      const end = commentEnd(value, pos);
      now.comment += (now.comment === '' ? '' : ' ') + unquote(value.slice(pos + 1, end));
      now.words += ' ';
      pos = end + 1;
    } else if (c === '<') {
      const end = angleEnd(value, pos);
      // A second address without a comma between: `<a@x> <b@x>`, `A <a@x> B <b@x>`.
      if (now.angle !== null) {
        const words = now.words;
        done(false);
        if (list.length > 0 && words !== '') now.words = '';
      }
      now.angle = value.slice(pos + 1, end);
      pos = end + 1;
    } else if (c === ',' || c === ';') {
      done(c === ';');
      pos++;
    } else if (c === ':' && opensGroup(now)) {
      now = emptyMailbox();
      pos++;
    } else if (c === '=' && value.startsWith('=?', pos)) {
      const end = wordEnd(value, pos);
      now.words += value.slice(pos, end);
      pos = end;
    } else {
      const end = plainEnd(value, pos + 1);
      now.words += value.slice(pos, end);
      pos = end;
    }
  }
  done(false);
  return list;
}

function emptyMailbox(): Mailbox {
  return { words: '', angle: null, comment: '', quoted: false, ends: false };
}

/** `Name:` opens a group unless an address has been read or the words look like one (`mailto:`). */
function opensGroup(mailbox: Mailbox): boolean {
  return mailbox.angle === null && !mailbox.words.includes('@');
}

const SPECIAL = /["(<,;:=]/g;

function plainEnd(value: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(value)?.index ?? value.length;
}

/** An encoded word may hold commas and brackets that break the rules; it is taken whole. */
function wordEnd(value: string, from: number): number {
  const match = /^=\?[^?\s]{1,60}\?[bBqQ]\?[^?]{0,998}\?=/.exec(value.slice(from, from + 1100));
  return match === null ? from + 2 : from + match[0].length;
}

function quotedEnd(value: string, open: number): number {
  for (let i = open + 1; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x22) return i;
  }
  return -1;
}

/** Comments nest; an unclosed one reaches to the end. */
function commentEnd(value: string, open: number): number {
  let depth = 0;
  for (let i = open; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x28) depth++;
    else if (code === 0x29 && --depth === 0) return i;
  }
  return value.length;
}

/** To `>`; without one, to the next separator. A quoted local part may hold a `>`. */
function angleEnd(value: string, open: number): number {
  let i = open + 1;
  for (; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === 0x22) {
      const end = value.slice(i + 1, i + 130).search(/(?<!\\)"/);
      if (end >= 0) i += end + 1;
    } else if (code === 0x3e) return i;
    else if (code === 0x3c || (code === 0x2c && value.charAt(open + 1) !== '@') || code === 0x3b)
      return i - 1;
  }
  return value.length;
}

function unquote(text: string): string {
  return text.includes('\\') ? text.replace(/\\(.)/gs, '$1') : text;
}

function readMailbox(mailbox: Mailbox): Address {
  const words = mailbox.words.trim();
  if (mailbox.angle !== null) {
    const address = normalAddress(mailbox.angle);
    if (address !== '') return { name: words === '' ? mailbox.comment : words, address };
    return { name: words === '' ? mailbox.comment : words, address: '' };
  }
  if (!words.includes('@')) return { name: words === '' ? mailbox.comment : words, address: '' };
  const bare = looseAddress(words, mailbox.quoted);
  return bare ?? { name: words, address: '' };
}

/** An address without brackets, alone or after a name: `j@x`, `j @ x . org`, `Jane j@x`. */
function looseAddress(words: string, quoted: boolean): Address | null {
  const tight = words.replace(/\s*([@.])\s*/g, '$1');
  if (!/\s/.test(tight) || quoted) return { name: '', address: normalAddress(tight) };
  const pieces = words.split(/\s+/);
  const at = pieces.findIndex((piece) => /^[^@\s]+@[^@\s]+$/.test(piece));
  const address = pieces[at];
  if (address === undefined) return { name: '', address: normalAddress(tight.replace(/\s+/g, '')) };
  return { name: pieces.filter((_, i) => i !== at).join(' '), address: normalAddress(address) };
}

/** `local@domain`, route and white space taken out, the domain in lower case. */
function normalAddress(written: string): string {
  let text = written.includes('(') ? written.replace(/\([^()]*\)/g, '') : written;
  text = text.trim().replace(/^mailto:/i, '');
  if (text.startsWith('@') && text.includes(':')) text = text.slice(text.indexOf(':') + 1); // obsolete route
  if (text.includes('=?')) text = decodeWords(text);
  if (/\s/.test(text) && !text.includes('"')) text = text.replace(/\s+/g, '');
  const at = text.lastIndexOf('@');
  return at < 0 ? text : text.slice(0, at + 1) + text.slice(at + 1).toLowerCase();
}

function clean(name: string): string {
  const decoded = decodeWords(name).replace(/\s+/g, ' ').trim();
  return /^'[^']*'$/.test(decoded) ? decoded.slice(1, -1).trim() : decoded;
}
