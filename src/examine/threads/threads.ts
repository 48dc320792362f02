import { PackedRecords, unpacked } from '../../spill/packed-records.ts';
import { type RecordCursor, RecordList } from '../../spill/record-list.ts';
import { RecordSort } from '../../spill/record-sort.ts';
import { Scratch } from '../../spill/scratch.ts';
import { hashText, type TextHash } from '../../spill/text-hash.ts';
import { MessageSets } from './message-sets.ts';

/** What threading needs of a message. */
export interface ThreadInput {
  readonly row: number;
  readonly id: string;
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly subject: string;
  /** ISO 8601 UTC or null. */
  readonly date: string | null;
}

/** Which of two messages came first, by numbers in the order in which they were added. */
export interface MessageOrder {
  /** Milliseconds since 1970; NaN without a date. */
  dateOf(number: number): number;
  idOf(number: number): string;
}

/** Threads of messages that are all there is in memory. By row, the id of the earliest message of its thread. */
export function findThreads(messages: Iterable<ThreadInput>): Map<number, string> {
  const all = [...messages];
  const names = new ThreadNames();
  for (const message of all) names.add(message);
  const finder = new ThreadFinder(Scratch.inMemory());
  finder.take(names.packed(), all.length);
  const firsts = finder.firsts({
    dateOf: (number) => Date.parse(all[number]?.date ?? ''),
    idOf: (number) => all[number]?.id ?? '',
  });
  return new Map(all.map(({ row, id }, at) => [row, all[firsts[at] ?? at]?.id ?? id]));
}

/** What is read of a message; its number is that of the messages added before it. */
type Threaded = Pick<ThreadInput, 'messageId' | 'inReplyTo' | 'references' | 'subject'>;

/** What joins messages of a piece to each other and to others, as plain data. */
export interface PackedThreads {
  /** Each Message-ID that some of them name or bear, and the first of those. */
  readonly names: string;
  /** Messages of the piece that hang together already: one, and the first of its set. */
  readonly joins: string;
  /** The subject of each, and whether it answers something that it does not name. */
  readonly subjects: string;
}

const WIDTHS = { names: 3, joins: 2, subjects: 4 } as const;

/** Messages of a piece, threaded among themselves, so that each name is told once however many of them bear it. */
export class ThreadNames {
  readonly #names = new RecordSort(Scratch.inMemory(), WIDTHS.names, 2);
  readonly #subjects = new PackedRecords(WIDTHS.subjects);
  readonly #hash: TextHash = { high: 0, low: 0 };
  #messages = 0;

  add(message: Threaded): void {
    const number = this.#messages++;
    if (message.messageId !== null) this.#addName(message.messageId, number);
    for (const other of message.references) this.#addName(other, number);
    for (const other of message.inReplyTo) this.#addName(other, number);
    const { base, orphanReply } = subjectOf(message);
    if (base.length < SHORTEST_SUBJECT) return;
    const { high, low } = hashText(base, this.#hash);
    this.#subjects.add(high, low, number, orphanReply ? 1 : 0);
  }

  packed(): PackedThreads {
    const sets = new MessageSets(this.#messages);
    const names = new PackedRecords(WIDTHS.names);
    joinByName(this.#names.read(), sets, (high, low, first) => names.add(high, low, first));
    const joins = new PackedRecords(WIDTHS.joins);
    for (let number = 0; number < this.#messages; number++) {
      const root = sets.root(number);
      if (root !== number) joins.add(number, root);
    }
    return { names: `${names}`, joins: `${joins}`, subjects: `${this.#subjects}` };
  }

  #addName(name: string, number: number): void {
    const { high, low } = hashText(name, this.#hash);
    this.#names.add(high, low, number);
  }
}

/**
 * Threads by References and In-Reply-To, of any depth, then by subject for replies whose parent is not there.
 * Messages need no parent in the leak: two replies to the same missing message share a thread. All that is held of a
 * message is its set, 4 bytes: the Message-IDs it names, and the subjects, are sorted by their hashes, so that
 * messages with a name in common come together. Messages come in pieces, each threaded among themselves.
 */
export class ThreadFinder {
  readonly #names: RecordSort;
  readonly #joins: RecordList;
  readonly #subjects: RecordSort;
  #messages = 0;

  constructor(scratch: Scratch) {
    this.#names = new RecordSort(scratch, WIDTHS.names, 2);
    this.#joins = new RecordList(scratch, WIDTHS.joins);
    this.#subjects = new RecordSort(scratch, WIDTHS.subjects, 2);
  }

  /** Adds a piece, whose messages come after those added so far. @param messages how many they are */
  take(piece: PackedThreads, messages: number): void {
    const first = this.#messages;
    this.#messages += messages;
    const names = unpacked(piece.names, WIDTHS.names);
    while (names.next()) this.#names.add(names.word(0), names.word(1), first + names.word(2));
    const joins = unpacked(piece.joins, WIDTHS.joins);
    while (joins.next()) this.#joins.add(first + joins.word(0), first + joins.word(1));
    const subjects = unpacked(piece.subjects, WIDTHS.subjects);
    while (subjects.next())
      this.#subjects.add(subjects.word(0), subjects.word(1), first + subjects.word(2), subjects.word(3));
  }

  /** For each message, by number, the number of the earliest of its thread. */
  firsts(order: MessageOrder): Int32Array {
    const sets = new MessageSets(this.#messages);
    const joins = this.#joins.read();
    while (joins.next()) sets.join(joins.word(0), joins.word(1));
    joinByName(this.#names.read(), sets);
    joinBySubject(this.#subjects.read(), sets, order);
    const firsts = new Int32Array(this.#messages).fill(-1);
    for (let number = 0; number < this.#messages; number++) {
      const root = sets.root(number);
      const known = firsts[root] ?? -1;
      if (known === -1 || isBefore(number, known, order)) firsts[root] = number;
    }
    // Roots come before the others of their sets.
    for (let number = this.#messages - 1; number >= 0; number--) {
      const root = sets.root(number);
      if (root !== number) firsts[number] = firsts[root] ?? number;
    }
    return firsts;
  }
}

/** Messages that name one Message-ID, or bear it. @param told each of these, and the first of the messages */
function joinByName(
  names: RecordCursor,
  sets: MessageSets,
  told: (high: number, low: number, first: number) => void = () => {},
): void {
  let [high, low, first] = [0, 0, -1];
  while (names.next()) {
    if (first !== -1 && names.word(0) === high && names.word(1) === low) {
      sets.join(names.word(2), first);
      continue;
    }
    [high, low, first] = [names.word(0), names.word(1), names.word(2)];
    told(high, low, first);
  }
}

// "Re: " in the languages of the field's mail programs, with Outlook's and mutt's counters; Lotus Notes writes "Réf. :".
const REPLY =
  /^(?:re|aw|sv|r\u00e9p|ref|r\u00e9f|antw|r|vs|odp|ynt|\u56de\u590d|\u7b54\u590d|\u56de\u8986|\u7b54\u8986)\.?\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:\uff1a]\s*/i;
// "Fwd: " in the same, and the tag of a list: they stand before and behind "Re: ".
const OTHER_MARK =
  /^(?:(?:fwd?|tr|wg|rv|vb|doorst|i|enc|\u8f6c\u53d1|\u8f49\u5bc4)\s*[:\uff1a]|\[[^\]]{1,60}\])\s*/i;
/** Marks taken off. Attack: a subject of nothing else. */
const MOST_MARKS = 50;
// A subject shorter than this joins strangers ("Hello", "Question").
const SHORTEST_SUBJECT = 8;
/** A reply without a trace of its parent is put with the same subject within this time, not beyond. */
const SUBJECT_DAYS = 30;

function subjectOf(message: Pick<ThreadInput, 'subject' | 'references' | 'inReplyTo'>): {
  base: string;
  orphanReply: boolean;
} {
  let rest = message.subject.trimStart();
  let isReply = false;
  for (let marks = 0; marks < MOST_MARKS; marks++) {
    const reply = REPLY.exec(rest)?.[0];
    const mark = reply ?? OTHER_MARK.exec(rest)?.[0];
    if (mark === undefined) break;
    isReply ||= reply !== undefined;
    rest = rest.slice(mark.length);
  }
  const base = rest.replace(/\s+/g, ' ').trim().toLowerCase();
  const pointsNowhere = message.references.length === 0 && message.inReplyTo.length === 0;
  return { base, orphanReply: isReply && pointsNowhere };
}

/** RFC 5256 section 3 threads by subject alone; here only replies that name no parent, and only near in time. */
function joinBySubject(subjects: RecordCursor, sets: MessageSets, order: MessageOrder): void {
  let [high, low] = [0, 0];
  let same: SubjectRecord[] = [];
  const close = () => {
    if (same.length > 1 && same.some(({ orphanReply }) => orphanReply)) joinNear(same, sets, order);
    same = [];
  };
  while (subjects.next()) {
    if (subjects.word(0) !== high || subjects.word(1) !== low) close();
    [high, low] = [subjects.word(0), subjects.word(1)];
    same.push({ number: subjects.word(2), orphanReply: subjects.word(3) === 1 });
  }
  close();
}

interface SubjectRecord {
  readonly number: number;
  readonly orphanReply: boolean;
}

function joinNear(same: SubjectRecord[], sets: MessageSets, order: MessageOrder): void {
  same.sort((a, b) => (isBefore(a.number, b.number, order) ? -1 : 1));
  for (const [i, { number, orphanReply }] of same.entries()) {
    const before = same[i - 1];
    if (orphanReply && before !== undefined && areNear(before.number, number, order))
      sets.join(number, before.number);
  }
}

/** Never where one of the two has no date. */
function areNear(a: number, b: number, order: MessageOrder): boolean {
  return Math.abs(order.dateOf(a) - order.dateOf(b)) <= SUBJECT_DAYS * 86_400_000;
}

/** Undated messages come last; the id decides between equals, so that order of reading never shows. */
function isBefore(a: number, b: number, order: MessageOrder): boolean {
  const [x, y] = [order.dateOf(a), order.dateOf(b)];
  if (x !== y && !(Number.isNaN(x) && Number.isNaN(y))) return x < y || Number.isNaN(y);
  return order.idOf(a) < order.idOf(b);
}
