/** How many of the pieces of one text are looked at: the longest footers and notices have some forty lines. */
const MOST_UNITS = 80;
/** A line without end, in a text that is bounded elsewhere. */
const LONGEST_UNIT = 400;

/**
 * A sentence or a line of a text, as it is written and in the form in which two are compared. The same text gives the same
 * objects, so that what was found of one may be kept beside it.
 */
export interface Unit {
  readonly written: string;
  readonly normal: string;
}

/**
 * The pieces of a text that software or a person added: its lines, and the sentences in them. A piece is
 * compared without case, spaces and punctuation, an address by its domain and a link by its host, because lists
 * put a reader's own address and key there; words that such a link or address says are kept. Rules of dashes and MIME delimiters are no pieces.
 */
export function unitsOf(text: string): readonly Unit[] {
  if (text.length > LONGEST_KNOWN) return readUnits(text);
  const before = known.get(text);
  if (before !== undefined) return before;
  const units = readUnits(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, units);
  return units;
}

/** A list puts the same footer under all its messages. Attack: a footer of its own under each; what is kept stays small. */
const known = new Map<string, readonly Unit[]>();
/** Footers kept; when there are more, all are forgotten. */
const MOST_KNOWN = 500;
/** Longer texts are seldom footers. */
const LONGEST_KNOWN = 2000;

function readUnits(text: string): readonly Unit[] {
  const units: Unit[] = [];
  for (const line of text.split(/\r?\n/)) {
    for (const piece of line.split(SENTENCE_END)) {
      const written = piece.trim().slice(0, LONGEST_UNIT);
      const normal = normalOf(written);
      if (normal === '' || DELIMITER.test(written)) continue;
      if (units.length >= MOST_UNITS) return units;
      units.push({ written, normal });
    }
  }
  return units;
}

/** After a full stop and the like with a space behind it (an address has none), and after a mark: `[EXT]`, `CAUTION:`. */
const SENTENCE_END = /(?<=[.!?\u2026]|^\[[^\]]{1,40}\]|^\p{Lu}{3,12}:)[ \t\u00a0]+/u;
/** What a raw cut through a multipart leaves. */
const DELIMITER = /^(?:--\S{6,80}|(?:content-[a-z-]{2,30}|mime-version): ?\S{1,60})$/i;

function normalOf(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /https?:\/\/([^\s/>)\]"']{1,100})([^\s>)\]"']*)/g,
      (_, host: string, path: string) => ` link ${dots(host)} ${saidIn(path)} `,
    )
    .replace(
      /([^\s<>()[\]"':;,]{1,80})@([a-z0-9.-]{1,100})/g,
      (_, local: string, host: string) => ` address ${dots(host)} ${saidIn(local)} `,
    )
    .replace(/[^\p{L}\p{N}\uE000\uE001]+/gu, ' ')
    .trim();
}

/**
 * What the path of a link or the local part of an address says in words: four and more in a row (`/the-mayor-took-the-bribe`).
 * Attack: a footer of the list's own form and host, whose link says what its writer wants read. Keys and ids have figures in them.
 */
function saidIn(text: string): string {
  return text.replace(LIST_PATH, '').match(WORDS_IN_LINK)?.join(' ') ?? '';
}

/** Where Mailman has its pages, before the name of the list. */
const LIST_PATH =
  /^\/(?:(?:cgi-bin|lists|mailman3?)\/){0,3}(?:listinfo|options|pipermail|postorius\/lists|hyperkitty\/list)\//;
const WORDS_IN_LINK = /(?<![a-z0-9])(?:[a-z]{1,15}(?:[-_+/~,]|%20)){3,20}[a-z]{1,15}(?![a-z0-9@])/g;

/** Keeps a host together when punctuation goes; `hostOf` gives it back. */
function dots(host: string): string {
  return host.replace(/\.+$/, '').replaceAll('.', '\uE000').replaceAll('-', '\uE001');
}

/** The host in a piece's normal form as it is written. */
export function hostOf(normal: string): string {
  return normal.replaceAll('\uE000', '.').replaceAll('\uE001', '-');
}
