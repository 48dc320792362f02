import { zoneMinutes } from '../fit/attribution.ts';
import { type FieldTemplate, fillShape, type IdPiece, type Piece, type TimeForm } from '../fit/template.ts';
import type { Random } from '../model/random.ts';
import type { Player } from './cast.ts';

export interface HeaderContext {
  readonly at: number;
  readonly player: (slot: number) => Player;
  readonly author: Player;
  readonly subject: string;
  readonly messageId: string;
  readonly parentId: string;
  readonly references: readonly string[];
  readonly random: Random;
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
      return encodeWords(context.subject);
    case 'host':
      return `${fillShape(piece.shape, letters)}.${domainOf(context.author)}`;
    case 'ip':
      return `${random.pick(DOCUMENTATION)}.${random.between(1, 254)}`;
    case 'random':
    case 'boundary':
      return fillShape(piece.shape, letters);
  }
}

/** RFC 5737: addresses that are nobody's. */
const DOCUMENTATION = ['192.0.2', '198.51.100', '203.0.113'];

function domainOf({ address }: Player): string {
  return address.slice(address.indexOf('@') + 1);
}

/** A new Message-ID in the manner of the author's mail program. */
export function newMessageId(shape: readonly IdPiece[], author: Player, random: Random): string {
  return shape
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.k === 'domain') return domainOf(author);
      return fillShape(piece.shape, (length, alphabet) => random.letters(length, alphabet));
    })
    .join('');
}

const LINE = 76;

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
  const weekday = form.weekday ? `${DAYS[date.getUTCDay()]}, ` : '';
  const seconds = form.seconds ? `:${two(date.getUTCSeconds())}` : '';
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}${seconds}`;
  const comment = form.comment === '' ? '' : ` ${form.comment}`;
  return `${weekday}${day} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}${form.gap}${time} ${form.zone}${comment}`;
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
