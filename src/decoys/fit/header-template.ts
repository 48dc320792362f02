import { parseAddresses } from '../../parse/mime/address.ts';
import { parseDate } from '../../parse/mime/date.ts';
import { authorKey, type Field, type Mail, type PartShape } from './mail.ts';
import type { People } from './people.ts';
import {
  type FieldTemplate,
  type HostPiece,
  type IdPiece,
  type Piece,
  shapeOf,
  type TimeForm,
} from './template.ts';

/** Which words of which field are common enough to keep. */
export interface CommonWords {
  has(field: string, word: string): boolean;
  /** The end of a host's name that it shares with hosts of three people's mail: a provider's; '' for none. */
  suffix(host: string): string;
}

const SEPARATORS = /([\s<>()[\];:,="'/?&]+)/;
const DATE =
  /(?:[A-Z][a-z]{2},\s{1,9})?\d{1,2}\s{1,9}[A-Z][a-z]{2}\s{1,9}\d{4}\s{1,9}\d{2}:\d{2}(?::\d{2})?\s{1,9}(?:[+-]\d{4}|GMT|UTC)(?: \([A-Z]{1,5}\))?/g;
const LANGUAGES = /^[\sa-zA-Z\d;=.,-]{2,80}$/;
const EPOCH = /^1[0-9]{9}$/;
const ADDRESS = /^[\w.+-]{1,64}@[\w.-]{1,253}$/;
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){3,7})$/i;
const HOST = /^(?:[\w-]{1,63}\.){1,8}[a-z]{2,18}\.?$/i;
/** A longer subject on one line was written by a program that does not fold. */
const SUBJECT_LINE = 79;
/** An epoch farther from the message's own date is some other number. */
const EPOCH_NEAR_S = 30 * 86_400;

/** One header field with what is its own taken out. */
export function templateOf(field: Field, mail: Mail, people: People, common: CommonWords): FieldTemplate {
  return { name: field.name, value: piecesOf(field, mail, people, common) };
}

function piecesOf({ name, raw }: Field, mail: Mail, people: People, common: CommonWords): Piece[] {
  const key = name.toLowerCase();
  const fold = raw.includes('\n\t') ? '\n\t' : raw.includes('\n ') ? '\n ' : ' ';
  const lead = /^\s*/.exec(raw)?.[0] ?? '';
  if (key === 'subject')
    return [lead, { k: 'subject', folds: raw.length < SUBJECT_LINE || raw.includes('\n') }];
  // Outlook: the subject of the whole thread ([MS-OXOMSG] PidTagConversationTopic).
  if (key === 'thread-topic') return [lead, { k: 'topic', folds: raw.trim().includes('\n') }];
  if (key === 'message-id')
    return [lead, { k: 'own-id', shape: idShape(raw.trim(), common, people, domainOf(mail)) }];
  if (key === 'in-reply-to') return [lead, { k: 'parent-id' }];
  if (key === 'references') return [lead, { k: 'references', fold }];
  if (/^(?:from|to|cc|reply-to|sender|resent-to|resent-from|mail-followup-to)$/.test(key))
    return [lead, { k: 'list', people: listOf(raw, people), fold }];
  // The version of a program is nobody's own, and a made-up one would stand out.
  if (/^(?:user-agent|x-mailer|x-mimeole)$/.test(key)) return [raw];
  // Nor is a language, and `cp-JD` is none.
  if (/^(?:accept|content)-language$/.test(key) && LANGUAGES.test(raw)) return [raw];
  return ownWords(raw, mail, people, key, common);
}

function listOf(raw: string, people: People): string[] {
  return parseAddresses(raw.replace(/\n\s/g, ' ')).map((address) => {
    const quoted = address.name !== '' && raw.includes(`"${address.name.slice(0, 3)}`);
    const number = people.numberOf(address);
    // The owner and the house's own addresses are named as they name themselves, which changes over the years.
    const open = people.slots[number]?.role === 'person' ? '' : `=${address.name}`;
    return `${number}${address.name === '' ? '!' : quoted ? '"' : ''}${open}`;
  });
}

/** The shape of an id that is answered and whose message is not there. */
export function missingIdShape(id: string, common: CommonWords, people: People): IdPiece[] {
  return idShape(`<${id.replace(/[<>]/g, '')}>`, common, people, '');
}

/** Message-ID: a mail program's own habit, minus the random part and the author's domain. */
function idShape(raw: string, common: CommonWords, people: People, authorDomain: string): IdPiece[] {
  const at = raw.lastIndexOf('@');
  if (at < 0) return ['<', { k: 'random', shape: shapeOf(raw.replace(/[<>]/g, '')) }, '>'];
  const domain = raw.slice(at + 1).replace(/>.*$/s, '');
  const left: IdPiece[] = [];
  for (const word of raw.slice(1, at).split(/([.+$_=%-]+)/)) {
    if (word === '') continue;
    const known = common.has('message-id', word);
    left.push(known ? word : { k: 'random', shape: shapeOf(word) });
  }
  const host: IdPiece = common.has('message-id', domain)
    ? domain
    : domain.includes('.')
      ? domain.toLowerCase() === authorDomain
        ? { k: 'domain' }
        : hostPiece(domain, people, common)
      : { k: 'random', shape: shapeOf(domain) };
  return ['<', ...left, '@', host, '>'];
}

function domainOf({ from }: Mail): string {
  return from?.address.replace(/^.*@/, '').toLowerCase() ?? '';
}

/** A machine: the same one gets the same made-up name wherever it stands. */
function hostPiece(host: string, people: People, common: CommonWords): HostPiece {
  const labels = host.replace(/\.$/, '').split('.');
  const shape = shapeOf(labels.slice(0, -2).join('.') || 'mail');
  // Where somebody writes from is not kept, even where three of them do.
  const suffix = people.livesAt(labels.slice(-2).join('.')) ? '' : common.suffix(host);
  return { k: 'host', n: people.hostNumber(host), shape, length: host.length, suffix };
}

/** Every other field: moments, addresses, hosts and random words become pieces. */
function ownWords(raw: string, mail: Mail, people: People, key: string, common: CommonWords): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of raw.matchAll(DATE)) {
    const time = parseDate(found[0].replace(/\s+/g, ' '));
    if (time === null) continue;
    pieces.push(...words(raw.slice(from, found.index), mail, people, key, common));
    pieces.push({ k: 'time', lag: Math.round((Date.parse(time) - mail.at) / 1000), form: formOf(found[0]) });
    from = found.index + found[0].length;
  }
  pieces.push(...words(raw.slice(from), mail, people, key, common));
  return joined(pieces);
}

function formOf(written: string): TimeForm {
  const weekday = /^[A-Z]/.test(written);
  const gaps = [...written.replace(/\s\([A-Z]+\)$/, '').matchAll(/\s+/g)].map(([gap]) => gap);
  return {
    weekday,
    padded: /(?:^|,\s{1,9})\d\d\s/.test(written),
    zone: /\s([+-]\d{4}|GMT|UTC)/.exec(written)?.[1] ?? '+0000',
    seconds: /\d{2}:\d{2}:\d{2}/.test(written),
    gaps: weekday ? gaps : ['', ...gaps],
    comment: /\([A-Z]+\)$/.exec(written)?.[0] ?? '',
  };
}

function words(raw: string, mail: Mail, people: People, key: string, common: CommonWords): Piece[] {
  return raw.split(SEPARATORS).map((word, index): Piece => {
    if (word === '' || index % 2 === 1) return word;
    if (EPOCH.test(word) && Math.abs(Number(word) * 1000 - mail.at) < EPOCH_NEAR_S * 1000)
      return { k: 'epoch', lag: Number(word) - Math.round(mail.at / 1000) };
    const person = ADDRESS.test(word) ? people.find(word) : null;
    if (person !== null && person !== undefined) return { k: 'address', n: person };
    if (common.has(key, word) || word.length === 1) return word;
    if (IP.test(word)) return { k: 'ip' };
    if (HOST.test(word)) return hostPiece(word, people, common);
    return key === 'content-type' && word.length >= 12
      ? { k: 'boundary', shape: shapeOf(word) }
      : { k: 'random', shape: shapeOf(word.replace(/[^\x21-\x7e]/g, 'x')) };
  });
}

function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece;
    else if (piece !== '') out.push(piece);
  }
  return out;
}

/**
 * Words that the mail of at least three people in three threads has in the same field and that name nobody: what a spam
 * filter quotes in its report is the beginning of a text.
 */
export function commonWords(
  mails: readonly Mail[],
  least: number,
  isName: (word: string) => boolean = () => false,
): CommonWords {
  const seen = new Map<string, { authors: Set<string>; threads: Set<string> } | true>();
  const suffixOf = (host: string): string => host.replace(/\.$/, '').split('.').slice(-2).join('.');
  const count = (key: string, author: string, thread: string): void => {
    const entry = seen.get(key) ?? { authors: new Set(), threads: new Set() };
    if (entry === true) return;
    entry.authors.add(author);
    entry.threads.add(thread);
    seen.set(key, (entry.authors.size >= least && entry.threads.size >= least) || entry);
  };
  for (const mail of mails) {
    const author = authorKey(mail);
    for (const { name, raw } of [...mail.fields, ...fieldsBelow(mail.tree)]) {
      const key = name.toLowerCase();
      for (const word of wordsOf(key, raw)) {
        count(`${key} ${word}`, author, mail.thread);
        if (HOST.test(word)) count(` ${suffixOf(word)}`, author, mail.thread);
      }
    }
  }
  return {
    has: (field, word) => seen.get(`${field} ${word}`) === true && !isName(word),
    suffix: (host) => (seen.get(` ${suffixOf(host)}`) === true ? suffixOf(host) : ''),
  };
}

/** Fields of all parts inside, however deep the parser let them be. */
function fieldsBelow(tree: PartShape): Field[] {
  return tree.children.flatMap((child) => [...child.fields, ...fieldsBelow(child)]);
}

function wordsOf(key: string, raw: string): string[] {
  if (key !== 'message-id') return raw.split(SEPARATORS).filter((word) => word.length > 1);
  const at = raw.lastIndexOf('@');
  return [
    raw.slice(at + 1).replace(/>.*$/s, ''),
    ...raw
      .trim()
      .slice(1, at)
      .split(/[.+$_=%-]+/),
  ];
}
