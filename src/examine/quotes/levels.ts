import { attributionEnd, blockHeader, isFooterRule, isSeparator, isSignatureMark } from './marks.ts';

/** What stands at one depth of quotation. Depth 0 is what the sender wrote. */
export interface QuoteLevel {
  readonly lines: readonly string[];
  /** Every line bears a quotation mark; else a header block or an attribution alone shows that it is quoted. */
  readonly marked: boolean;
  /** Behind a header block, under an answer that stands on top of it: nobody has answered between its lines. */
  readonly answeredAbove: boolean;
  /** From and Subject of the header block before it, if there is one (Outlook, forwarding). */
  readonly header: QuotedHeader | null;
  /** Lines that say whose words these are: of attributions and From of header blocks, the first few. */
  readonly authors: readonly string[];
}

/** What the line or block before a quotation says of the message quoted; empty where it says nothing. */
export interface QuotedHeader {
  readonly from: string;
  readonly subject: string;
}

// Attack: lines of a hundred thousand marks. Deeper quotations vouch for nothing.
const DEEPEST_QUOTE = 8;

/**
 * Splits a text by depth of quotation: `>` marks, header blocks ("From: … Sent: …", "De : … Envoyé : …"),
 * separators ("-----Original Message-----") and attributions ("On … wrote:", "Le … a écrit :") without marks
 * behind them. Those lines themselves, signatures behind `-- ` and list footers belong to no depth. Linear.
 */
export function quoteLevels(text: string): readonly QuoteLevel[] {
  const reader = new LevelReader(text.split('\n', MOST_LINES).map(unmarked));
  reader.readAll();
  return reader.levels();
}

interface MarkedLine {
  readonly marks: number;
  /** Without marks and white space around. */
  readonly rest: string;
}

class LevelReader {
  readonly #lines: readonly MarkedLine[];
  readonly #levels: Growing[] = [];
  /** Header blocks and bare attributions seen at each number of marks: what follows them is one deeper. */
  readonly #blocks: number[] = [0];
  /** The depth at which a signature or footer began; it ends where the depth changes. */
  #cut: number | null = null;

  constructor(lines: readonly MarkedLine[]) {
    this.#lines = lines;
  }

  levels(): readonly QuoteLevel[] {
    return Array.from(this.#levels, (each, depth) => {
      if (each === undefined) return NOTHING;
      return {
        ...each,
        answeredAbove: each.header !== null && isAnswer(this.#levels[depth - 1]?.lines ?? []),
      };
    });
  }

  readAll(): void {
    for (let at = 0; at < this.#lines.length; at++) {
      const line = this.#lines[at];
      if (line !== undefined && line.rest !== '') at = this.#read(line, at);
    }
  }

  /** Reads what begins at a line; returns the last line it took. */
  #read(line: MarkedLine, at: number): number {
    const depth = this.#depthOf(line.marks);
    const header = blockHeader(this.#lines, at);
    if (header !== null) {
      const inside = this.#open(line.marks, depth);
      const growing = level(this.#levels, inside);
      growing.header ??= { from: header.from, subject: header.subject };
      addAuthor(growing, header.from);
      return header.end;
    }
    if (isSeparator(line.rest)) {
      // Directly before a header block it opens nothing by itself: the block does.
      if (!this.#isHeaderNext(at)) this.#open(line.marks, depth);
      return at;
    }
    const attribution = attributionEnd(this.#lines, at);
    if (attribution !== null) {
      const inside = this.#isBareNext(attribution, line.marks) ? this.#open(line.marks, depth) : depth + 1;
      const lines = this.#lines.slice(at, attribution + 1);
      addAuthor(level(this.#levels, inside), lines.map(({ rest }) => rest).join(' '));
      return attribution;
    }
    this.#take(line, depth);
    return at;
  }

  #take({ marks, rest }: MarkedLine, depth: number): void {
    if (this.#cut === depth || depth > DEEPEST_QUOTE) return;
    this.#cut = isSignatureMark(rest) || isFooterRule(rest) ? depth : null;
    if (this.#cut !== null) return;
    const growing = level(this.#levels, depth);
    growing.lines.push(rest);
    if (marks < depth) growing.marked = false;
  }

  #depthOf(marks: number): number {
    // Fewer marks than before: the blocks seen inside of the quotation end with it.
    this.#blocks.length = Math.min(this.#blocks.length, marks + 1);
    while (this.#blocks.length <= marks) this.#blocks.push(0);
    return this.#blocks.reduce((total, count) => total + count, marks);
  }

  /**
   * What follows lies one deeper; not where marks have gone deeper just before, as with programs that mark the
   * attribution or the header block too. Returns the depth of what follows.
   */
  #open(marks: number, depth: number): number {
    this.#cut = null;
    if (depth > 0 && (this.#levels[depth]?.lines.length ?? 0) === 0) return depth;
    this.#blocks[marks] = (this.#blocks[marks] ?? 0) + 1;
    return depth + 1;
  }

  #isHeaderNext(at: number): boolean {
    for (let next = at + 1; next <= at + NEAR; next++) {
      if ((this.#lines[next]?.rest ?? '') !== '') return blockHeader(this.#lines, next) !== null;
    }
    return false;
  }

  /** Whether the next line that says something bears no more marks than the attribution. */
  #isBareNext(end: number, marks: number): boolean {
    for (let next = end + 1; next <= end + NEAR; next++) {
      const line = this.#lines[next];
      if (line !== undefined && line.rest !== '') return line.marks <= marks;
    }
    return false;
  }
}

/** Lines between an attribution or separator and what it belongs to. */
const NEAR = 4;
// Attack: a text of four million line ends, each made an object. A quotation beyond this is not compared.
const MOST_LINES = 20_000;

interface Growing {
  readonly lines: string[];
  marked: boolean;
  header: QuotedHeader | null;
  readonly authors: string[];
}

const NOTHING: QuoteLevel = { lines: [], marked: true, answeredAbove: false, header: null, authors: [] };

/** "Merci" on top is no answer yet, and who writes "see below" goes on further down. */
const LEAST_ANSWER = 20;
const GOES_ON =
  /\b(?:below|beneath|in-?line|interspersed|dessous|plus bas|dans (?:le|ton|votre) (?:texte|message|mail)|in (?:red|blue|green|bold|caps)|en (?:rouge|bleu|vert|gras|majuscules)|my (?:answers|comments|remarks)|(?:mes|nos) (?:r[ée]ponses|commentaires|remarques))\b/iu;
/** Attack: a pattern over megabytes. */
const LONGEST_ANSWER = 4000;

function isAnswer(lines: readonly string[]): boolean {
  const text = lines.slice(0, MOST_ANSWER_LINES).join(' ').slice(0, LONGEST_ANSWER);
  return text.length >= LEAST_ANSWER && !GOES_ON.test(text);
}

/** Attack: an answer of millions of lines, joined to be looked at. */
const MOST_ANSWER_LINES = 100;

function level(levels: Growing[], depth: number): Growing {
  const known = levels[depth];
  if (known !== undefined) return known;
  const fresh: Growing = { lines: [], marked: true, header: null, authors: [] };
  if (depth <= DEEPEST_QUOTE) levels[depth] = fresh;
  return fresh;
}

/** Attack: a text of nothing but attributions. */
const MOST_AUTHORS = 4;
/** Characters of an attribution that are kept. */
const LONGEST_AUTHOR = 300;

function addAuthor({ authors }: Growing, text: string): void {
  if (authors.length < MOST_AUTHORS) authors.push(text.slice(0, LONGEST_AUTHOR));
}

/** Quotation marks taken off: `>`, `> >`, `>>`; a space may stand before and between them. */
function unmarked(line: string): MarkedLine {
  let marks = 0;
  let at = 0;
  for (;;) {
    const space = line.charCodeAt(at) === 0x20 ? 1 : 0;
    if (line.charCodeAt(at + space) !== 0x3e) break;
    at += space + 1;
    marks++;
  }
  return { marks, rest: line.slice(at).trim() };
}
