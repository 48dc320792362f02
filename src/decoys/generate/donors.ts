import type { MailboxModel, MailShape } from '../fit/mailbox-model.ts';
import type { WordsBlock, WordsMail, WordsThread } from '../fit/words.ts';
import { randomOf } from '../model/random.ts';

/** A mail whose words are said again. */
export interface Donor {
  readonly mail: WordsMail;
  /** Its thread, by index in the model's words. */
  readonly thread: number;
  /** Number of the author of what it answers; -1 where that is not known. */
  readonly parentAuthor: number;
  /** Whether the answered decoy has the words of what this mail answered, so that quotations fit line by line. */
  readonly fits: boolean;
}

/** Where words are wanted. */
export interface Wanted {
  readonly seed: string;
  readonly shape: number;
  /** How often the whole deck of shapes was dealt before. */
  readonly pass: number;
  readonly position: number;
  readonly attempt: number;
}

/** Neighbours in length among which words are exchanged. */
const WINDOW = 6;
/** Share of a body that may be unsayable before its mail gives no words at all. */
const MOST_MISSING = 0.34;

interface Place {
  readonly thread: number;
  readonly index: number;
  readonly characters: number;
}

/**
 * Which mail's words go into which decoy: whole threads go under the headers of other threads of the same shape and
 * of nearly the same length. Every thread gives once and takes once, so a set says what the mailbox says, as often.
 */
export class Donors {
  readonly #model: MailboxModel;
  readonly #threads = new Map<string, Place[]>();
  readonly #mails = new Map<string, Place[]>();
  /** Mails of threads that no other thread is like: they give one by one, as such threads take. */
  readonly #single = new Map<string, Place[]>();
  /** Whoever wrote them: for people who agreed to appear and wrote too little that is like it. */
  readonly #anybodys = new Map<string, Place[]>();

  constructor(model: MailboxModel) {
    this.#model = model;
    model.words.forEach((thread, number) => {
      const characters = thread.mails.reduce((sum, mail) => sum + mail.characters, 0);
      if (thread.mails.every(isSayable))
        push(this.#threads, this.#keyOf(thread.mails), { thread: number, index: 0, characters });
      thread.mails.forEach((mail, index) => {
        if (!isSayable(mail)) return;
        const place = { thread: number, index, characters: mail.characters };
        push(this.#mails, this.#mailKey(mail), place);
        push(this.#anybodys, kindOf(mail), place);
      });
    });
    const paired = new Set([...this.#threads.values()].flatMap((row) => (row.length > 1 ? row : [])));
    const whole = new Set([...paired].map(({ thread }) => thread));
    for (const [key, places] of this.#mails)
      for (const place of places) if (!whole.has(place.thread)) push(this.#single, key, place);
    const rows = [this.#threads, this.#mails, this.#single, this.#anybodys];
    for (const places of rows.flatMap((row) => [...row.values()]))
      places.sort((a, b) => a.characters - b.characters || a.thread - b.thread || a.index - b.index);
  }

  /** Words for one decoy; null where the mailbox has none. */
  donor(wanted: Wanted): Donor | null {
    const { shape, position, attempt } = wanted;
    const mails = this.#model.threads[shape]?.mails ?? [];
    const mail = mails[position];
    if (mail === undefined) return null;
    if (attempt === 0) {
      const number = this.#threadFor(wanted, mails);
      const whole = this.#model.words[number];
      const words = whole?.mails[position];
      if (whole !== undefined && words !== undefined) return donorOf(number, whole, words, true);
    }
    const key = this.#mailKey(mail);
    const near = (places: readonly Place[] | undefined): Place | null =>
      this.#near(places, mail.characters, wanted, position);
    const place =
      (attempt === 0 ? near(this.#single.get(key)) : null) ??
      near(this.#mails.get(key)) ??
      near(this.#anybodys.get(kindOf(mail)));
    const number = place?.thread ?? -1;
    const thread = this.#model.words[number];
    const words = thread?.mails[place?.index ?? 0];
    return thread === undefined || words === undefined ? null : donorOf(number, thread, words, false);
  }

  /** -1 where no thread is like it. */
  #threadFor(wanted: Wanted, mails: readonly MailShape[]): number {
    const characters = mails.reduce((sum, mail) => sum + mail.characters, 0);
    const place = this.#near(this.#threads.get(this.#keyOf(mails)), characters, wanted, null);
    return place?.thread ?? -1;
  }

  #near(
    places: readonly Place[] | undefined,
    characters: number,
    { seed, shape, pass, attempt }: Wanted,
    position: number | null,
  ): Place | null {
    if (places === undefined) return null;
    const own = this.#model.wordsFrom === 'mailbox' ? shape : -1;
    const at = placeOf(places, characters, own, position ?? 0);
    // Another pass and another try cut the row of lengths elsewhere.
    const shift = (pass + attempt) % WINDOW;
    const first = Math.max(0, Math.floor((at + shift) / WINDOW) * WINDOW - shift);
    const start = Math.min(first, Math.max(0, places.length - 2));
    const room = Math.min(WINDOW, places.length - start);
    const random = randomOf(`${seed}/words/${position ?? 'thread'}/${pass}/${attempt}/${start}`);
    const step = room < 2 ? 0 : random.between(1, room - 1);
    for (let tried = 0; tried < room; tried++) {
      const place = places[start + ((at - start + step + tried) % room)];
      if (place !== undefined && place.thread !== own) return place;
    }
    return null;
  }

  #keyOf(mails: readonly (WordsMail | MailShape)[]): string {
    const authors = new Map<number, number>();
    return mails
      .map(({ author, parent, prefix }) => {
        if (!authors.has(author)) authors.set(author, authors.size);
        return `${this.#role(author)}${authors.get(author)}${Math.max(parent, -2)}${hasTag(prefix)}`;
      })
      .join('|');
  }

  #mailKey(mail: WordsMail | MailShape): string {
    return `${this.#role(mail.author)}${kindOf(mail)}`;
  }

  #role(author: number): string {
    // Whoever agreed to appear says what they said themselves.
    return this.#model.people[author]?.role === 'person' ? 'p' : `o${author}.`;
  }
}

function donorOf(thread: number, { mails }: WordsThread, mail: WordsMail, fits: boolean): Donor {
  return { mail, thread, parentAuthor: mails[mail.parent]?.author ?? -1, fits };
}

/** Whether it answers, and what is there or not. */
function kindOf({ parent, prefix }: WordsMail | MailShape): string {
  return `${Math.min(0, Math.max(parent, -2))}${hasTag(prefix)}`;
}

/** `[PATCH v2] ` and the like: what follows is of another kind. */
function hasTag(prefix: string): string {
  return /\[(?:patch|rfc)/i.test(prefix) ? 't' : '';
}

function push(map: Map<string, Place[]>, key: string, place: Place): void {
  const places = map.get(key);
  if (places === undefined) map.set(key, [place]);
  else places.push(place);
}

/** Where a thread or mail stands in the row, or would stand by its length: rows are sorted by length. */
function placeOf(places: readonly Place[], characters: number, own: number, position: number): number {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle]?.characters ?? 0) < characters) from = middle + 1;
    else to = middle;
  }
  for (let at = from; places[at]?.characters === characters; at++)
    if (places[at]?.thread === own && places[at]?.index === position) return at;
  return Math.min(from, places.length - 1);
}

function isSayable({ body }: WordsMail): boolean {
  const sizes = body.filter(isOwn).map(({ block, words }) => ({ size: sizeOf(block), words }));
  const all = sizes.reduce((sum, { size }) => sum + size, 0);
  const missing = sizes.reduce((sum, { size, words }) => sum + (words === null ? size : 0), 0);
  return all > 0 && missing <= MOST_MISSING * all;
}

function isOwn({ block }: WordsBlock): boolean {
  return (block.kind === 'prose' || block.kind === 'lines') && block.quote === '';
}

function sizeOf(block: WordsBlock['block']): number {
  if (block.kind === 'prose') return block.characters;
  return block.kind === 'lines' ? block.lines * 40 : 0;
}
