import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ItemRole, Judgement, MessageHabits, Reason, SignatureResult } from '../../model/index.ts';
import { type PackedHabits, unpackHabits } from '../packed-habits.ts';
import type { StoredLinks, StoredPeople } from '../prepare.ts';
import { signaturesFromJson } from '../signature-json.ts';
import type { CarriedRow, MessageHead, MessageRecipients, MessageRow, PathRange } from '../store.ts';
import { inPathOrder } from './pages.ts';
import { integer, json, type Row, text, textOrNull, word } from './row.ts';

const ALL_MESSAGES = `
  SELECT i.row, i.id, i.path, i.role, i.sha256, i.date, i.attachments, m.canonical, m.message_id, m.subject, m.rebuilt,
    m.list, m.from_address, m.links
  FROM items i JOIN messages m ON m.row = i.row`;
const MESSAGES = `${ALL_MESSAGES} WHERE i.role IN (?, ?)`;

const ITEM_PATHS = `
  SELECT path FROM (
    SELECT i.path, row_number() OVER (ORDER BY i.path, i.row) AS n FROM items i WHERE i.role = ?
  ) WHERE n % ? = 0 ORDER BY path`;

const CARRIED = `
  SELECT i.row, i.id, i.path, i.parent, i.sha256, i.size, i.kind FROM items i
  WHERE i.role = ? AND i.kind NOT IN ('message', 'archive', 'mailbox')`;

/** What the passes over the whole case read, in path order, and what they find. */
export class Findings {
  readonly #database: DatabaseSync;
  readonly #signatures: StatementSync;
  readonly #links: StatementSync;
  readonly #people: StatementSync;
  readonly #thread: StatementSync;
  readonly #duplicate: StatementSync;
  readonly #single: StatementSync;
  readonly #firstJudgement: StatementSync;
  readonly #judgement: StatementSync;
  readonly #clearReasons: StatementSync;
  readonly #reason: StatementSync;
  readonly #reasonsOf: StatementSync;
  #head: StatementSync | null = null;
  /** Of the message that was read last: whoever asks for habits asks while the messages go by. */
  #habits: { readonly row: number; readonly packed: PackedHabits | undefined } = {
    row: -1,
    packed: undefined,
  };

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#signatures = database.prepare('SELECT json FROM signatures WHERE row = ?');
    this.#links = database.prepare('SELECT links FROM messages WHERE row = ?');
    this.#people = database.prepare('SELECT people FROM messages WHERE row = ?');
    this.#thread = database.prepare('INSERT OR REPLACE INTO threads VALUES (?, ?)');
    this.#duplicate = database.prepare('INSERT OR REPLACE INTO duplicates VALUES (?, ?)');
    this.#single = database.prepare('DELETE FROM duplicates WHERE row = ?');
    this.#firstJudgement = database.prepare('INSERT OR IGNORE INTO judgements VALUES (?, ?, ?)');
    this.#judgement = database.prepare('INSERT OR REPLACE INTO judgements VALUES (?, ?, ?)');
    this.#clearReasons = database.prepare('DELETE FROM reasons WHERE row = ?');
    this.#reasonsOf = database.prepare('SELECT verdict, reasons FROM judgements WHERE row = ?');
    this.#reason = database.prepare('INSERT OR IGNORE INTO reasons VALUES (?, ?)');
  }

  *messages(role: ItemRole | undefined, range?: PathRange): IterableIterator<MessageRow> {
    const roles = [role ?? 'leak', role ?? 'reference'];
    const known = new Map<string, string>();
    const shared = (value: string): string => {
      const one = known.get(value);
      if (one === undefined) known.set(value, value);
      return one ?? value;
    };
    for (const row of inPathOrder(this.#database, MESSAGES, roles, range)) {
      const links = json<StoredLinks>(row, 'links');
      this.#habits = { row: integer(row, 'row'), packed: links.habits };
      yield toMessageRow(row, this, links, shared);
    }
  }

  headsOf(rows: readonly number[]): readonly MessageHead[] {
    this.#head ??= this.#database.prepare(`${ALL_MESSAGES} WHERE i.row = ?`);
    return rows.flatMap((row) => {
      const found = this.#head?.get(row);
      return found === undefined ? [] : [toMessageRow(found, this)];
    });
  }

  itemPaths(role: ItemRole, every: number): readonly string[] {
    return this.#database
      .prepare(ITEM_PATHS)
      .all(role, every)
      .map((row) => text(row, 'path'));
  }

  *carried(role: ItemRole, range?: PathRange): IterableIterator<CarriedRow> {
    for (const row of inPathOrder(this.#database, CARRIED, [role], range)) {
      yield {
        row: integer(row, 'row'),
        id: text(row, 'id'),
        path: text(row, 'path'),
        parent: textOrNull(row, 'parent'),
        sha256: text(row, 'sha256'),
        size: integer(row, 'size'),
        kind: word(row, 'kind'),
      };
    }
  }

  habitsOf(row: number): MessageHabits | null {
    const packed = this.#habits.row === row ? this.#habits.packed : this.#packedHabitsOf(row);
    return packed === undefined ? null : unpackHabits(packed);
  }

  #packedHabitsOf(row: number): PackedHabits | undefined {
    const found = this.#links.get(row);
    return found && json<StoredLinks>(found, 'links').habits;
  }

  signaturesOf(row: number): readonly SignatureResult[] {
    const found = this.#signatures.get(row);
    return found ? signaturesFromJson(text(found, 'json')) : [];
  }

  recipientsOf(row: number): MessageRecipients {
    const found = this.#people.get(row);
    return found === undefined ? NO_RECIPIENTS : recipientsIn(text(found, 'people'));
  }

  setThreads(rows: Iterable<readonly [row: number, thread: string]>): void {
    for (const [row, thread] of rows) this.#thread.run(row, thread);
  }

  setDuplicates(rows: Iterable<readonly [row: number, ofId: string | null]>): void {
    for (const [row, ofId] of rows) {
      if (ofId === null) this.#single.run(row);
      else this.#duplicate.run(row, ofId);
    }
  }

  judgementsOf(rows: readonly number[]): ReadonlyMap<number, Judgement> {
    const found = new Map<number, Judgement>();
    for (const row of rows) {
      const known = this.#reasonsOf.get(row);
      if (known !== undefined)
        found.set(row, {
          verdict: word(known, 'verdict'),
          reasons: json<readonly Reason[]>(known, 'reasons'),
        });
    }
    return found;
  }

  addReasons(rows: Iterable<readonly [row: number, reasons: readonly Reason[]]>): void {
    for (const [row, reasons] of rows) {
      const found = this.#reasonsOf.get(row);
      if (found === undefined) continue;
      const all = [...json<readonly Reason[]>(found, 'reasons'), ...reasons].sort(
        (a, b) => b.weight - a.weight,
      );
      const { verdict } = found;
      this.#judgement.run(row, String(verdict), JSON.stringify(all));
      for (const { code } of reasons) this.#reason.run(row, code);
    }
  }

  setJudgements(rows: Iterable<readonly [row: number, judgement: Judgement]>): void {
    for (const [row, { verdict, reasons }] of rows) {
      const written = JSON.stringify(reasons);
      // At a first sift there is nothing to clear.
      if (this.#firstJudgement.run(row, verdict, written).changes === 0) {
        this.#judgement.run(row, verdict, written);
        this.#clearReasons.run(row);
      }
      for (const { code } of reasons) this.#reason.run(row, code);
    }
  }
}

/**
 * Signatures are half of what a case knows of a message, and the passes hold all messages at once: they are read
 * when they are looked at, and not kept.
 *
 * @param shared gives one string for all equal ones: a thread names the same few Message-IDs in each of its messages
 */
export function toMessageRow(
  row: Row,
  findings: Pick<Findings, 'signaturesOf' | 'habitsOf' | 'recipientsOf'>,
  links = json<StoredLinks>(row, 'links'),
  shared = (value: string): string => value,
): MessageRow {
  const number = integer(row, 'row');
  const { inReplyTo, references, clockGap = null } = links;
  const messageId = textOrNull(row, 'message_id');
  const list = textOrNull(row, 'list');
  return {
    row: number,
    id: text(row, 'id'),
    path: text(row, 'path'),
    role: word(row, 'role'),
    sha256: text(row, 'sha256'),
    canonical: text(row, 'canonical'),
    messageId: messageId === null ? null : shared(messageId),
    inReplyTo: inReplyTo.map(shared),
    references: references.map(shared),
    clockGap,
    subject: text(row, 'subject'),
    date: textOrNull(row, 'date'),
    rebuilt: integer(row, 'rebuilt') === 1,
    attachments: integer(row, 'attachments'),
    list: list === null ? null : shared(list),
    fromAddress: shared(text(row, 'from_address')),
    get signatures() {
      return findings.signaturesOf(number);
    },
    get habits() {
      return findings.habitsOf(number);
    },
    get recipients() {
      return findings.recipientsOf(number);
    },
  };
}

export const NO_RECIPIENTS: MessageRecipients = { to: [], cc: [] };

/** @param people as `StoredPeople` in JSON */
export function recipientsIn(people: string): MessageRecipients {
  const { to, cc } = JSON.parse(people) as Partial<StoredPeople>;
  const addressesOf = (mailboxes: StoredPeople['to'] = []) =>
    mailboxes.map(({ address }) => address.toLowerCase());
  return { to: addressesOf(to), cc: addressesOf(cc) };
}
