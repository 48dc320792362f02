import { attributionLine } from '../fit/attribution.ts';
import type { Block } from '../fit/blocks.ts';
import { VIA } from '../fit/mail.ts';
import type { OwnerSignature } from '../fit/signatures.ts';
import { fillSlots } from '../fit/slots.ts';
import { startToken } from '../fit/tokens.ts';
import type { WordsBlock } from '../fit/words.ts';
import { isPersona, type Player } from './cast.ts';
import { type FillContext, textOf } from './fill.ts';
import { linkOf, pathWord } from './made-link.ts';
import type { Mix } from './mix.ts';
import type { Rewording } from './reword.ts';
import type { Sampler } from './sampler.ts';
import { signatureOf } from './signature.ts';
import { wrap } from './wrap.ts';

/** The decoy that is answered; `at` in milliseconds UTC, `zone` as in Date. */
export interface Parent {
  readonly at: number;
  readonly zone: string;
  readonly author: Player;
  readonly text: string;
}

/** What the text of one mail is made of. */
export interface BodyContext extends FillContext {
  /** When the mail is written, milliseconds UTC. */
  readonly at: number;
  readonly zone: string;
  readonly mix: Mix;
  readonly rewording: Rewording;
  readonly prose: Sampler;
  readonly lines: Sampler;
  readonly attributions: readonly string[];
  readonly ownerSignatures: readonly OwnerSignature[];
  /** What a language model wrote instead of the author's own words; null without one. */
  readonly written: string | null;
  /** The message answered, where the thread has it. */
  readonly parent: Parent | null;
  /** Who plays a person that kept words speak of, by number. */
  readonly who: (number: number) => Player;
  /** Who wrote what is answered and not there. */
  readonly stranger: Player;
  /** Whether the answered decoy has the very lines that the words quote. */
  readonly fits: boolean;
}

const WRITTEN_COLUMNS = 72;

function writtenLines(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => (line === '' ? [''] : wrap(line, WRITTEN_COLUMNS)));
}

type Started = BodyContext & { readonly start: string };

/** The text of one mail, block by block: in kept words where there are some, else in words that are made up. */
export function bodyText(blocks: readonly WordsBlock[], context: BodyContext, ends: number): string {
  const quoted = new QuotedLines(context.parent?.text ?? '');
  const pieces: Piece[] = [];
  let before = 'start';
  let written = context.written;
  for (const each of blocks) {
    const { block } = each;
    const isOwn = (block.kind === 'prose' || block.kind === 'lines') && block.quote === '';
    if (isOwn && context.written !== null) {
      if (written !== null) pieces.push({ lines: writtenLines(written), own: false, width: 0, prose: false });
      written = null;
      continue;
    }
    // The blank line behind a quotation that is not there would be a second one in a row, which few mails have.
    if (block.kind === 'blank' && block.quote === '' && before === DROPPED) {
      before = block.kind;
      continue;
    }
    const lines = linesOf(each, { ...context, start: startToken(before) }, quoted);
    if (lines.length === 0 && 'quote' in block && block.quote !== '') {
      before = DROPPED;
      continue;
    }
    const prose = block.kind === 'prose';
    pieces.push({ lines, own: isOwn && each.words !== null, prose, width: prose ? block.width : 0 });
    before = block.kind;
  }
  return inOtherWords(pieces, context).join('\n') + '\n'.repeat(ends);
}

/** Stands for a block of which nothing was said. */
const DROPPED = 'dropped';

interface Piece {
  readonly lines: readonly string[];
  /** Kept words of the author's. */
  readonly own: boolean;
  readonly prose: boolean;
  readonly width: number;
}

/** All lines; kept words of the author's are said in other ones, so that the decoy is told by them. */
function inOtherWords(pieces: readonly Piece[], { rewording, random }: BodyContext): string[] {
  const own = pieces.filter((piece) => piece.own);
  const passages = own.map(({ lines, prose, width }) => ({ text: lines.join('\n'), prose, width }));
  const texts = rewording.reworded(passages, random.fork('reword'));
  return pieces.flatMap((piece) => (piece.own ? (texts.shift() ?? '').split('\n') : piece.lines));
}

function linesOf({ block, words, from }: WordsBlock, context: Started, quoted: QuotedLines): string[] {
  if (block.kind === 'common') return [block.text];
  if (block.kind === 'signature') return ['-- ', ...signatureLines(block.lines, words, context)];
  if (block.kind === 'attribution')
    return attributionText(words, context)
      .split('\n')
      .map((line) => block.quote + line);
  if (block.kind === 'blank') {
    if (block.quote !== '') quoted.skipBlank();
    if (words !== null && block.quote === '') return words.split('\n');
    return Array.from({ length: block.lines }, () => block.quote);
  }
  if (block.quote !== '') {
    const taken = quoted.take(block.quote, block.lines, context.fits ? from : -1);
    if (taken !== null) return taken;
    // What the answered decoy does not say is not quoted from it.
    if (context.parent !== null && words === null && from >= 0) return [];
  }
  const fresh =
    words !== null
      ? keptLines(words, block, context)
      : block.kind === 'prose'
        ? proseLines(block, context)
        : otherLines(block, context);
  return fresh.map((line) => block.quote + line);
}

/** Kept words with the decoy's own people and links, broken into lines where they come as one. */
function keptLines(words: string, block: Block, context: BodyContext): string[] {
  const text = filled(words, context);
  if (block.kind !== 'prose' || block.width === 0 || text.includes('\n')) return text.split('\n');
  return wrap(text, Math.max(20, block.width - block.quote.length));
}

/** Slots of kept words filled with the people of this decoy. */
export function filled(words: string, context: Pick<BodyContext, 'who'> & FillContext): string {
  return fillSlots(words, (kind, number) => {
    if (kind === 'link') return linkOf(number, context);
    if (kind === 'word') return pathWord(number, context);
    if (kind === 'figures') return context.random.letters(number, '123456789');
    if (kind === 'hash') return context.random.letters(number, '0123456789abcdef');
    const who = context.who(number);
    if (kind === 'address') return who.address;
    return (kind === 'family' ? who.family : who.given) || who.given || who.name;
  });
}

function signatureLines(lines: number, words: string | null, context: BodyContext): readonly string[] {
  // What stands below is in a block of its own: an empty line here would be one that no mail has.
  if (lines === 0) return [];
  return words === null ? signatureOf(context.author, lines, context) : filled(words, context).split('\n');
}

function proseLines(block: Extract<Block, { kind: 'prose' }>, context: Started): string[] {
  const tokens = context.prose.sequence(block.characters, context.random, {
    ends: endsSentence,
    start: context.start,
    joint: ' ',
  });
  const text = textOf(tokens, context).trim();
  if (block.width === 0) return [cutAt(text, Math.max(24, block.characters + 8))];
  return wrap(text, Math.max(20, block.width - block.quote.length));
}

function otherLines({ lines, width, quote }: Extract<Block, { kind: 'lines' }>, context: Started): string[] {
  const out: string[] = [];
  for (let tries = 0; out.length < lines && tries < lines + 4; tries++) {
    const wanted = (lines - out.length) * 24;
    const tokens = context.lines.sequence(wanted, context.random, {
      ends: (token) => token === '\n',
      start: context.start,
      joint: '\n',
    });
    const text = textOf(tokens, context).replace(/\n+$/, '');
    if (text !== '') out.push(...text.split('\n'));
  }
  return out.slice(0, lines).map((line) => cutAt(line, Math.max(8, width - quote.length)));
}

/** The line up to the last space that fits. */
function cutAt(line: string, width: number): string {
  if (line.length <= width) return line;
  const space = line.lastIndexOf(' ', width);
  const cut = line.slice(0, space > width / 2 ? space : width);
  // Half an address is another address, and somebody else's.
  return cut.replace(/\S{0,200}(?:https?:|www\.|@)\S{0,200}$/, '').trimEnd();
}

function endsSentence(token: string): boolean {
  return /[.!?:]$/.test(token);
}

/** In a pattern of an attribution. */
const ADDRESS = '{address}';

/** A persona is quoted by name where the mailbox does so at all: its domain is in no real mail. */
function attributionText(
  own: string | null,
  { attributions, parent, stranger, random, ...now }: BodyContext,
): string {
  const who = parent?.author ?? stranger;
  const named = attributions.filter((each) => isPersona(who) && !each.includes(ADDRESS));
  const among = named.length > 0 ? named : attributions;
  const given = own !== null && (named.length === 0 || !own.includes(ADDRESS)) ? own : null;
  const pattern =
    given ??
    among[random.between(0, among.length - 1)] ??
    'On {weekday}, {day} {month} {year}, {name} wrote:';
  const at = parent?.at ?? now.at - random.between(1, 40) * 3_600_000;
  const zone = parent?.zone ?? now.zone;
  return attributionLine(pattern, {
    at,
    zone,
    // The pattern itself says on whose behalf a list writes.
    name: who.name.replace(VIA, ''),
    address: who.address,
  });
}

/** What the answered message says, given out in order as answers quote it. */
class QuotedLines {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#lines = text.replace(/\n-- \n.*$/s, '').split('\n');
  }

  skipBlank(): void {
    while ((this.#lines[this.#at] ?? 'x').trim() === '' && this.#at < this.#lines.length) this.#at++;
  }

  /**
   * The next run of lines one level less deep, quoted, looked for from line `from` where that is known; null when
   * nothing is left of that depth.
   */
  take(quote: string, lines: number, from: number): string[] | null {
    const depth = depthOf(quote) - 1;
    let at = from >= 0 ? from : this.#at;
    const fits = (line: string): boolean => line.trim() !== '' && depthOf(line) === depth;
    while (at < this.#lines.length && !fits(this.#lines[at] ?? '')) at++;
    const start = at;
    while (at < this.#lines.length && at - start < lines && fits(this.#lines[at] ?? '')) at++;
    if (at === start) return null;
    this.#at = at;
    return this.#lines.slice(start, at).map((line) => (depth === 0 ? quote + line : `>${line}`));
  }
}

function depthOf(line: string): number {
  return (/^(?:>[ ]?)*/.exec(line)?.[0].match(/>/g) ?? []).length;
}
