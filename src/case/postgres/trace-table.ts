import type { ItemRole, TraceFindings, TraceGroup } from '../../model/index.ts';
import { json, text } from '../sqlite/row.ts';
import { toSource } from '../sqlite/trace-table.ts';
import type { PathRange, TraceGroupOptions, TraceSource } from '../store.ts';
import { pagesInPathOrder } from './pages.ts';
import type { Session } from './session.ts';

/** Anything but containers: only documents have metadata, only messages traces of their own. */
const SOURCES = `
  SELECT i."row", i.id, i.path, i.parent, i.role, i.kind, i.type, i.name, i.sha256, i.date, i.message_id,
    CASE WHEN i.people IS NULL THEN i.details END AS details, i.traces, j.verdict
  FROM items i LEFT JOIN judgements j ON j.case_id = i.case_id AND j."row" = i."row"
  WHERE i.case_id = $1 AND i.role = $2 AND i.kind NOT IN ('archive', 'mailbox')`;

const IN_ORDER = `
  ORDER BY CASE familiarity WHEN 'unseen' THEN 0 WHEN 'seldom' THEN 1 WHEN 'unknown' THEN 2 ELSE 3 END,
    items DESC, surprise DESC, kind, value`;

const LISTS = ['windows', 'late', 'conflicts', 'derived'] as const;

/** Groups read at once by their numbers. */
const PAGE_ROWS = 200;

/** Traces: what the pass over them reads, and what it finds. */
export class TraceTable {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  *sources(role: ItemRole, range?: PathRange): IterableIterator<TraceSource> {
    for (const rows of pagesInPathOrder(this.#session, SOURCES, [role], range)) yield* rows.map(toSource);
  }

  set(groups: Iterable<TraceGroup>, findings: TraceFindings): void {
    this.#session.write('DELETE FROM trace_groups WHERE case_id = $1');
    this.#session.write('DELETE FROM trace_findings WHERE case_id = $1');
    const all = [...new Map([...groups].map((group) => [`${group.kind} ${group.value}`, group])).values()];
    this.#session.write(
      `INSERT INTO trace_groups
       SELECT $1, * FROM unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::float8[], $8::text[])`,
      [
        all.map((_, number) => number),
        all.map(({ kind }) => kind),
        all.map(({ value }) => value),
        all.map(({ familiarity }) => familiarity),
        all.map(({ items }) => items),
        all.map(({ surprise }) => surprise),
        all.map((group) => JSON.stringify(group)),
      ],
    );
    const { usual, lastMessage } = findings;
    const written = [
      ['about', 0, { usual, lastMessage }] as const,
      ...LISTS.flatMap((list) =>
        [...findings[list].entries()].map(([number, each]) => [list, number, each] as const),
      ),
    ];
    this.#session.write(
      'INSERT INTO trace_findings SELECT $1, * FROM unnest($2::text[], $3::integer[], $4::text[])',
      [
        written.map(([type]) => type),
        written.map(([, number]) => number),
        written.map(([, , finding]) => JSON.stringify(finding)),
      ],
    );
  }

  *groups({ kind, value, limit }: TraceGroupOptions): IterableIterator<TraceGroup> {
    const rows = this.#session.read(
      `SELECT number, value FROM trace_groups WHERE case_id = $1 AND ($2::text IS NULL OR kind = $2) ${IN_ORDER}`,
      [kind ?? null],
    );
    const wanted = value?.toLowerCase();
    // Case folds by JavaScript: names are in every script, and both stores must find the same.
    const numbers = rows
      .filter((row) => wanted === undefined || text(row, 'value').toLowerCase().includes(wanted))
      .slice(0, limit)
      .map((row) => Number(row.number));
    for (let at = 0; at < numbers.length; at += PAGE_ROWS) {
      const page = this.#session.read(
        `SELECT g.json FROM unnest($2::integer[]) WITH ORDINALITY AS w (number, place)
         JOIN trace_groups g ON g.case_id = $1 AND g.number = w.number ORDER BY w.place`,
        [numbers.slice(at, at + PAGE_ROWS)],
      );
      for (const row of page) yield json<TraceGroup>(row, 'json');
    }
  }

  findings(): TraceFindings | null {
    const rows = this.#session.read(
      'SELECT type, json FROM trace_findings WHERE case_id = $1 ORDER BY type, number',
    );
    const about = rows.find((row) => row.type === 'about');
    if (about === undefined) return null;
    const of = (list: string) => rows.filter((row) => row.type === list).map((row) => json(row, 'json'));
    const [windows, late, conflicts, derived] = LISTS.map(of);
    return {
      ...json<Pick<TraceFindings, 'usual' | 'lastMessage'>>(about, 'json'),
      windows,
      late,
      conflicts,
      derived,
    } as TraceFindings;
  }
}
