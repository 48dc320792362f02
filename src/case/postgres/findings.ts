import type { ItemRole, Judgement, MessageHabits, Reason, SignatureResult } from '../../model/index.ts';
import { unpackHabits } from '../packed-habits.ts';
import type { StoredLinks } from '../prepare.ts';
import { signaturesFromJson } from '../signature-json.ts';
import { NO_RECIPIENTS, recipientsIn, toMessageRow } from '../sqlite/findings.ts';
import { integer, json, text, textOrNull, word } from '../sqlite/row.ts';
import type { CarriedRow, MessageHead, MessageRecipients, MessageRow, PathRange } from '../store.ts';
import { pagesInPathOrder } from './pages.ts';
import type { Session } from './session.ts';

const COLUMNS = `
  SELECT i."row", i.id, i.path, i.role, i.sha256, i.date, i.attachments, i.canonical, i.message_id, i.subject,
    i.rebuilt, i.list, i.from_address, i.links
  FROM items i WHERE i.case_id = $1 AND i.people IS NOT NULL`;
const MESSAGES = `${COLUMNS} AND i.role = ANY ($2)`;
const HEADS = `${COLUMNS} AND i."row" = ANY ($2::bigint[])`;

const ITEM_PATHS = `
  SELECT path FROM (
    SELECT i.path, row_number() OVER (ORDER BY i.path, i."row") AS n FROM items i
    WHERE i.case_id = $1 AND i.role = $2
  ) AS numbered WHERE n % $3::bigint = 0 ORDER BY path`;

const CARRIED = `
  SELECT i."row", i.id, i.path, i.parent, i.sha256, i.size, i.kind FROM items i
  WHERE i.case_id = $1 AND i.role = $2 AND i.kind NOT IN ('message', 'archive', 'mailbox')`;

/** Pages of messages whose signatures are held: the passes go through the messages in order, again and again. */
const HELD_PAGES = 8;

/** What the passes over the whole case read, in path order, and what they find. */
export class Findings {
  readonly #session: Session;
  /** The last used at the end. */
  readonly #held: MessagePage[] = [];

  constructor(session: Session) {
    this.#session = session;
  }

  *messages(role: ItemRole | undefined, range?: PathRange): IterableIterator<MessageRow> {
    const roles = role === undefined ? ['leak', 'reference'] : [role];
    for (const rows of pagesInPathOrder(this.#session, MESSAGES, [roles], range)) {
      const numbers = rows.map((row) => integer(row, 'row'));
      const page = new MessagePage(this.#session, numbers, (used) => this.#hold(used));
      for (const row of rows) yield toMessageRow(row, page);
    }
  }

  headsOf(rows: readonly number[]): readonly MessageHead[] {
    if (rows.length === 0) return [];
    const page = new MessagePage(this.#session, rows, (used) => this.#hold(used));
    return this.#session.read(HEADS, [rows]).map((row) => toMessageRow(row, page));
  }

  itemPaths(role: ItemRole, every: number): readonly string[] {
    return this.#session.read(ITEM_PATHS, [role, every]).map((row) => text(row, 'path'));
  }

  *carried(role: ItemRole, range?: PathRange): IterableIterator<CarriedRow> {
    for (const rows of pagesInPathOrder(this.#session, CARRIED, [role], range)) {
      for (const row of rows) {
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
  }

  /** Signatures were written: nobody may be given the old ones. */
  forgetPages(): void {
    for (const page of this.#held.splice(0)) page.release();
  }

  setThreads(rows: Iterable<readonly [row: number, thread: string]>): void {
    const all = [...new Map(rows)];
    this.#session.write(
      `INSERT INTO threads SELECT $1, * FROM unnest($2::bigint[], $3::text[])
       ON CONFLICT (case_id, "row") DO UPDATE SET thread = excluded.thread`,
      [all.map(([row]) => row), all.map(([, thread]) => thread)],
    );
  }

  setDuplicates(rows: Iterable<readonly [row: number, ofId: string | null]>): void {
    const all = [...new Map(rows)];
    const copies = all.filter(([, ofId]) => ofId !== null);
    this.#session.write('DELETE FROM duplicates WHERE case_id = $1 AND "row" = ANY ($2::bigint[])', [
      all.map(([row]) => row),
    ]);
    this.#session.write('INSERT INTO duplicates SELECT $1, * FROM unnest($2::bigint[], $3::text[])', [
      copies.map(([row]) => row),
      copies.map(([, ofId]) => ofId),
    ]);
  }

  setJudgements(rows: Iterable<readonly [row: number, judgement: Judgement]>): void {
    const all = [...new Map(rows)];
    this.#session.write(
      `INSERT INTO judgements SELECT $1, r, v, j, string_to_array(c, ' ')
       FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) AS n (r, v, j, c)
       ON CONFLICT (case_id, "row")
       DO UPDATE SET verdict = excluded.verdict, reasons = excluded.reasons, codes = excluded.codes`,
      [
        all.map(([row]) => row),
        all.map(([, { verdict }]) => verdict),
        all.map(([, { reasons }]) => JSON.stringify(reasons)),
        all.map(([, { reasons }]) => codesOf(reasons)),
      ],
    );
  }

  judgementsOf(rows: readonly number[]): ReadonlyMap<number, Judgement> {
    if (rows.length === 0) return new Map();
    const found = this.#session.read(
      'SELECT "row", verdict, reasons FROM judgements WHERE case_id = $1 AND "row" = ANY ($2::bigint[])',
      [rows],
    );
    return new Map(
      found.map((row) => [
        integer(row, 'row'),
        { verdict: word(row, 'verdict'), reasons: json<readonly Reason[]>(row, 'reasons') },
      ]),
    );
  }

  addReasons(rows: Iterable<readonly [row: number, reasons: readonly Reason[]]>): void {
    const added = new Map<number, readonly Reason[]>();
    for (const [row, reasons] of rows) added.set(row, [...(added.get(row) ?? []), ...reasons]);
    const found = this.judgementsOf([...added.keys()]);
    this.setJudgements(
      [...found].map(([row, { verdict, reasons }]) => {
        const all = [...reasons, ...(added.get(row) ?? [])];
        return [row, { verdict, reasons: all.sort((a, b) => b.weight - a.weight) }];
      }),
    );
  }

  #hold(page: MessagePage): void {
    const at = this.#held.indexOf(page);
    if (at >= 0) this.#held.splice(at, 1);
    this.#held.push(page);
    if (this.#held.length > HELD_PAGES) this.#held.shift()?.release();
  }
}

/** Codes are words of letters and dashes. */
function codesOf(reasons: readonly Reason[]): string {
  return [...new Set(reasons.map(({ code }) => code))].join(' ');
}

/** Signatures, habits and recipients of a page of messages, read at the first access to any of them. */
class MessagePage {
  readonly #session: Session;
  readonly #rows: readonly number[];
  readonly #used: (page: MessagePage) => void;
  #signatures: ReadonlyMap<number, string> | null = null;
  #links: ReadonlyMap<number, string> | null = null;
  #people: ReadonlyMap<number, string> | null = null;

  constructor(session: Session, rows: readonly number[], used: (page: MessagePage) => void) {
    this.#session = session;
    this.#rows = rows;
    this.#used = used;
  }

  release(): void {
    this.#signatures = null;
    this.#links = null;
    this.#people = null;
  }

  signaturesOf(row: number): readonly SignatureResult[] {
    this.#used(this);
    this.#signatures ??= this.#read(
      'SELECT "row", json AS value FROM signatures WHERE case_id = $1 AND "row" = ANY ($2::bigint[])',
    );
    const found = this.#signatures.get(row);
    return found === undefined ? [] : signaturesFromJson(found);
  }

  habitsOf(row: number): MessageHabits | null {
    this.#used(this);
    this.#links ??= this.#read(
      'SELECT "row", links AS value FROM items WHERE case_id = $1 AND "row" = ANY ($2::bigint[])',
    );
    const found = this.#links.get(row);
    const habits = found === undefined ? undefined : (JSON.parse(found) as StoredLinks).habits;
    return habits ? unpackHabits(habits) : null;
  }

  recipientsOf(row: number): MessageRecipients {
    this.#used(this);
    this.#people ??= this.#read(
      'SELECT "row", people AS value FROM items WHERE case_id = $1 AND "row" = ANY ($2::bigint[])',
    );
    const found = this.#people.get(row);
    return found === undefined ? NO_RECIPIENTS : recipientsIn(found);
  }

  #read(sql: string): ReadonlyMap<number, string> {
    return new Map(
      this.#session.read(sql, [this.#rows]).map((row) => [integer(row, 'row'), text(row, 'value')]),
    );
  }
}
