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

/**
 * Threads by References and In-Reply-To, of any depth, then by subject for replies whose parent is not there.
 * Every message gets the id of its thread: the id of the thread's earliest message. Messages need no parent
 * in the leak: two replies to the same missing message share a thread.
 */
export function findThreads(messages: Iterable<ThreadInput>): Map<number, string> {
  const groups = new Groups();
  const heads: Head[] = [];
  for (const message of messages) {
    const node = message.messageId === null ? groups.nameless() : groups.node(message.messageId);
    for (const other of message.references) groups.join(node, groups.node(other));
    for (const other of message.inReplyTo) groups.join(node, groups.node(other));
    heads.push({ node, row: message.row, id: message.id, date: message.date, ...subjectOf(message) });
  }
  joinBySubject(groups, heads);
  return nameThreads(groups, heads);
}

interface Head {
  readonly node: number;
  readonly row: number;
  readonly id: string;
  readonly date: string | null;
  readonly base: string;
  readonly orphanReply: boolean;
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

function subjectOf(message: ThreadInput): { base: string; orphanReply: boolean } {
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
function joinBySubject(groups: Groups, heads: readonly Head[]): void {
  const bySubject = new Map<string, Head[]>();
  const wanted = new Set(
    heads.filter((head) => head.orphanReply && head.base.length >= SHORTEST_SUBJECT).map((h) => h.base),
  );
  for (const head of heads) {
    if (!wanted.has(head.base)) continue;
    const same = bySubject.get(head.base);
    if (same === undefined) bySubject.set(head.base, [head]);
    else same.push(head);
  }
  for (const same of bySubject.values()) {
    same.sort(byDate);
    for (const [i, head] of same.entries()) {
      const before = same[i - 1];
      if (head.orphanReply && before !== undefined && areNear(before, head))
        groups.join(head.node, before.node);
    }
  }
}

function areNear(a: Head, b: Head): boolean {
  if (a.date === null || b.date === null) return false;
  return Math.abs(Date.parse(a.date) - Date.parse(b.date)) <= SUBJECT_DAYS * 86_400_000;
}

function nameThreads(groups: Groups, heads: readonly Head[]): Map<number, string> {
  const first = new Map<number, Head>();
  for (const head of heads) {
    const root = groups.root(head.node);
    const old = first.get(root);
    if (old === undefined || byDate(head, old) < 0) first.set(root, head);
  }
  return new Map(heads.map((head) => [head.row, first.get(groups.root(head.node))?.id ?? head.id]));
}

/** Undated messages come last; the id decides between equals, so that order of reading never shows. */
function byDate(a: Head, b: Head): number {
  const x = a.date ?? '9999';
  const y = b.date ?? '9999';
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Disjoint sets with path halving (Tarjan and van Leeuwen 1984): forests, so any depth costs no stack. */
class Groups {
  readonly #numbers = new Map<string, number>();
  readonly #parents: number[] = [];

  node(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.nameless();
    this.#numbers.set(name, number);
    return number;
  }

  nameless(): number {
    return this.#parents.push(this.#parents.length) - 1;
  }

  root(node: number): number {
    let at = node;
    for (;;) {
      const parent = this.#parents[at] ?? at;
      if (parent === at) return at;
      const grand = this.#parents[parent] ?? parent;
      this.#parents[at] = grand;
      at = grand;
    }
  }

  join(a: number, b: number): void {
    const x = this.root(a);
    const y = this.root(b);
    if (x !== y) this.#parents[Math.max(x, y)] = Math.min(x, y);
  }
}
