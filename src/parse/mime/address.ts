/** Address lists (RFC 5322 section 3.4 with its obsolete syntax), and what mailers write instead. */
import type { Address } from '../../model/index.ts';
import { copied } from '../text/copied.ts';
import { decodeWords } from './encoded-word.ts';
import { type Mailbox, splitMailboxes } from './mailboxes.ts';

/** Attack: a To field of megabytes that becomes millions of objects. */
const MOST_ADDRESSES = 20_000;

/**
 * The mailboxes of a list, groups opened, in order. A name without an address, before a comma and a full
 * address, is the family name of an unquoted `Doe, Jane <j@x>`.
 */
export function parseAddresses(value: string): readonly Address[] {
  if (value.length > LONGEST_KEPT) return readList(value);
  const before = known.get(value);
  if (before !== undefined) return before;
  const own = copied(value);
  const found = readList(own);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(own, found);
  return found;
}

// The same few lists and people stand in most mail of a leak; what it writes must not make the memory of them grow.
const MOST_KNOWN = 2048;
/** Longer lists are of many people and seldom come again. */
const LONGEST_KEPT = 300;
const known = new Map<string, readonly Address[]>();

function readList(value: string): readonly Address[] {
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

function readMailbox(mailbox: Mailbox): Address {
  const words = mailbox.words.trim();
  if (mailbox.angle !== null) {
    return { name: words === '' ? mailbox.comment : words, address: normalAddress(mailbox.angle) };
  }
  if (!words.includes('@')) return { name: words === '' ? mailbox.comment : words, address: '' };
  const bare = looseAddress(words, mailbox.quoted);
  return bare.name === '' ? { name: mailbox.comment, address: bare.address } : bare;
}

/** An address without brackets, alone or after a name: `j@x`, `j @ x . org`, `Jane j@x`. */
function looseAddress(words: string, quoted: boolean): Address {
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
  if (/\s/.test(text) && !text.includes('"')) text = text.replace(/\s*([.@])\s*/g, '$1').replace(/\s+/g, ' ');
  const at = text.lastIndexOf('@');
  return at < 0 ? text : text.slice(0, at + 1) + text.slice(at + 1).toLowerCase();
}

function clean(name: string): string {
  const decoded = decodeWords(name).replace(/\s+/g, ' ').trim();
  return /^'[^']*'$/.test(decoded) ? decoded.slice(1, -1).trim() : decoded;
}
