import { zoneMinutes } from '../fit/attribution.ts';
import {
  type FieldTemplate,
  fillShape,
  type HostPiece,
  type IdPiece,
  type Piece,
  type TimeForm,
} from '../fit/template.ts';
import { type Random, randomOf } from '../model/random.ts';
import type { Player } from './cast.ts';

/** What the fields of one message are filled with; `at` is its Date in milliseconds UTC. */
export interface HeaderContext {
  readonly at: number;
  readonly player: (slot: number) => Player;
  readonly author: Player;
  readonly subject: string;
  readonly messageId: string;
  readonly parentId: string;
  readonly references: readonly string[];
  readonly random: Random;
  /** Of the whole set. */
  readonly seed: string;
}

/** One field as it is written, folding and all, without its last line end. */
export function fieldText({ name, value }: FieldTemplate, context: HeaderContext): string {
  const text = value.map((piece) => pieceText(piece, context)).join('');
  return `${name}:${text}`;
}

function pieceText(piece: Piece, context: HeaderContext): string {
  if (typeof piece === 'string') return piece;
  const { random } = context;
  const letters = (length: number, alphabet: string): string => random.letters(length, alphabet);
  switch (piece.k) {
    case 'list':
      return listText(piece.people, piece.fold, context.player);
    case 'address':
      return context.player(piece.n).address;
    case 'time':
      return dateText(context.at + piece.lag * 1000, piece.form);
    case 'epoch':
      return String(Math.floor(context.at / 1000) + piece.lag);
    case 'own-id':
      return context.messageId;
    case 'parent-id':
      return context.parentId;
    case 'references':
      return context.references.join(piece.fold);
    case 'subject':
      return subjectText(context.subject, piece.folds);
    case 'topic':
      return subjectText(context.subject.replace(ANSWERS, ''), piece.folds);
    case 'host':
      return hostName(piece, context);
    case 'ip':
      return `${random.pick(DOCUMENTATION)}.${random.between(1, 254)}`;
    case 'random':
    case 'boundary':
      return fillShape(piece.shape, letters);
  }
}

/** What programs put before the subject of an answer; a list's name in brackets is part of the topic. */
const ANSWERS = /^(?:\s{0,3}(?:re|fwd?|tr|aw|rép|ref)\s?:\s{0,3}){1,6}/i;

function subjectText(subject: string, folds: boolean): string {
  return folds ? foldWords(encodeWords(subject)) : encodeWords(subject);
}

/** RFC 5737: addresses that are nobody's. */
const DOCUMENTATION = ['192.0.2', '198.51.100', '203.0.113'];

/** The same machine of the same house has the same name in every mail, about as long as the real one's. */
function hostName(
  { n, shape, length, suffix }: HostPiece,
  { author, seed }: Pick<HeaderContext, 'author' | 'seed'>,
): string {
  const domain = suffix === '' ? domainOf(author) : suffix;
  const random = randomOf(`${seed}/host/${n}`);
  const name = fillShape(shape, (count, alphabet) => random.letters(count, alphabet));
  const spare = length - name.length - 1 - domain.length;
  if (spare > 0)
    return `${name.replace(/^[^.]*/, (first) => first + random.letters(spare, HOST_LETTERS))}.${domain}`;
  return `${name.slice(0, Math.max(2, name.length + spare)).replace(/[.-]+$/, '')}.${domain}`;
}

const HOST_LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function domainOf({ address }: Player): string {
  return address.slice(address.indexOf('@') + 1);
}

/** A new Message-ID in the manner of the author's mail program. */
export function newMessageId(
  shape: readonly IdPiece[],
  { author, seed }: Pick<HeaderContext, 'author' | 'seed'>,
  random: Random,
): string {
  return shape
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.k === 'domain') return domainOf(author);
      if (piece.k === 'host') return hostName(piece, { author, seed });
      return fillShape(piece.shape, (length, alphabet) => random.letters(length, alphabet));
    })
    .join('');
}

const LINE = 76;

/** At white space before column 76, as RFC 5322 section 2.1.1 wants it. */
function foldWords(value: string): string {
  let column = 'Subject: '.length;
  return value
    .split(' ')
    .map((word, index) => {
      const breaks = index > 0 && column + word.length > LINE;
      column = breaks ? word.length + 2 : column + word.length + 1;
      return index === 0 ? word : `${breaks ? '\n ' : ' '}${word}`;
    })
    .join('');
}

function listText(people: readonly string[], fold: string, player: (slot: number) => Player): string {
  let column = 8;
  return people
    .map((each, index) => {
      const [who = '', open] = each.split('=', 2);
      const { name: usual, address } = player(Number.parseInt(who, 10));
      const name = open ?? usual;
      const bare = who.endsWith('!') || name === '';
      const shown = who.endsWith('"') || /[,.()@:]/.test(name) ? `"${name}"` : encodeWords(name);
      const text = bare ? address : `${shown} <${address}>`;
      const breaks = index > 0 && fold.startsWith('\n') && column + text.length > LINE;
      column = breaks ? text.length : column + text.length + 2;
      return `${index === 0 ? '' : breaks ? `,${fold}` : ', '}${text}`;
    })
    .join('');
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment (milliseconds UTC) as RFC 5322 writes it, in the given form. */
export function dateText(at: number, form: TimeForm): string {
  const date = new Date(at + zoneMinutes(form.zone) * 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = form.padded ? two(date.getUTCDate()) : String(date.getUTCDate());
  const [afterWeekday = ' ', afterDay = ' ', afterMonth = ' ', afterYear = ' ', beforeZone = ' '] = form.gaps;
  const weekday = form.weekday ? `${DAYS[date.getUTCDay()]},${afterWeekday}` : '';
  const seconds = form.seconds ? `:${two(date.getUTCSeconds())}` : '';
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}${seconds}`;
  const comment = form.comment === '' ? '' : ` ${form.comment}`;
  const month = MONTHS[date.getUTCMonth()];
  return `${weekday}${day}${afterDay}${month}${afterMonth}${date.getUTCFullYear()}${afterYear}${time}${beforeZone}${form.zone}${comment}`;
}

/** RFC 2047 where a value is not ASCII: one word, or several of at most 45 bytes each. */
export function encodeWords(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  const words: string[] = [];
  let held = '';
  for (const character of value) {
    if (Buffer.byteLength(held + character) > 42) {
      words.push(held);
      held = '';
    }
    held += character;
  }
  return [...words, held].map((w) => `=?UTF-8?B?${Buffer.from(w).toString('base64')}?=`).join(' ');
}
