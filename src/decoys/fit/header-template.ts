import { parseAddresses } from '../../parse/mime/address.ts';
import { parseDate } from '../../parse/mime/date.ts';
import type { Field, Mail } from './mail.ts';
import type { People } from './people.ts';
import { type FieldTemplate, type IdPiece, type Piece, shapeOf, type TimeForm } from './template.ts';

/** Which words of which field are common enough to keep. */
export interface CommonWords {
  has(field: string, word: string): boolean;
}

const SEPARATORS = /([\s<>()[\];:,="'/]+)/;
const DATE =
  /(?:[A-Z][a-z]{2},\s{1,9})?\d{1,2} [A-Z][a-z]{2} \d{4}\s{1,9}\d{2}:\d{2}(?::\d{2})?\s{1,9}(?:[+-]\d{4}|GMT|UTC)(?: \([A-Z]{1,5}\))?/g;
const EPOCH = /^1[0-9]{9}$/;
const ADDRESS = /^[\w.+-]{1,64}@[\w.-]{1,253}$/;
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){3,7})$/i;
const HOST = /^(?:[\w-]{1,63}\.){1,8}[a-z]{2,18}\.?$/i;
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
  if (key === 'subject') return [lead, { k: 'subject' }];
  if (key === 'message-id') return [lead, { k: 'own-id', shape: idShape(raw.trim(), common) }];
  if (key === 'in-reply-to') return [lead, { k: 'parent-id' }];
  if (key === 'references') return [lead, { k: 'references', fold }];
  if (/^(?:from|to|cc|reply-to|sender|resent-to|resent-from|mail-followup-to)$/.test(key))
    return [lead, { k: 'list', people: listOf(raw, people), fold }];
  // The version of a program is nobody's own, and a made-up one would stand out.
  if (/^(?:user-agent|x-mailer|x-mimeole)$/.test(key)) return [raw];
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

/** Message-ID: a mail program's own habit, minus the random part and the author's domain. */
function idShape(raw: string, common: CommonWords): IdPiece[] {
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
      ? { k: 'domain' }
      : { k: 'random', shape: shapeOf(domain) };
  return ['<', ...left, '@', host, '>'];
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
  return {
    weekday: /^[A-Z]/.test(written),
    padded: /(?:^|, )\s?0\d /.test(written) || /(?:^|, )\d\d /.test(written),
    zone: /\s([+-]\d{4}|GMT|UTC)/.exec(written)?.[1] ?? '+0000',
    seconds: /\d{2}:\d{2}:\d{2}/.test(written),
    gap: /\d{4}(\s{1,9})\d{2}:/.exec(written)?.[1] ?? ' ',
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
    if (HOST.test(word))
      return { k: 'host', shape: shapeOf(word.split('.').slice(0, -2).join('.') || 'mail') };
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

/** Words that the mail of at least three people in three threads has in the same field. */
export function commonWords(mails: readonly Mail[], least: number): CommonWords {
  const seen = new Map<string, { authors: Set<string>; threads: Set<string> } | true>();
  for (const mail of mails) {
    const author = mail.from?.address.toLowerCase() ?? '';
    for (const { name, raw } of [...mail.fields, ...mail.tree.children.flatMap(({ fields }) => fields)]) {
      const key = name.toLowerCase();
      for (const word of wordsOf(key, raw)) {
        const entry = seen.get(`${key} ${word}`) ?? { authors: new Set(), threads: new Set() };
        if (entry === true) continue;
        entry.authors.add(author);
        entry.threads.add(mail.thread);
        const enough = entry.authors.size >= least && entry.threads.size >= least;
        seen.set(`${key} ${word}`, enough || entry);
      }
    }
  }
  return { has: (field, word) => seen.get(`${field} ${word}`) === true };
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
