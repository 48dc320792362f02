import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ItemRole, TraceFindings, TraceGroup } from '../../model/index.ts';
import type { StoredDetails, StoredTrace } from '../prepare.ts';
import type { PathRange, TraceGroupOptions, TraceSource } from '../store.ts';
import { inPathOrder } from './pages.ts';
import { integer, json, jsonOr, type Row, text, textOrNull, word } from './row.ts';

/** Anything but containers: only documents have metadata, only messages traces of their own. */
const SOURCES = `
  SELECT i.row, i.id, i.path, i.parent, i.role, i.kind, i.type, i.name, i.sha256, i.date, m.message_id,
    iif(m.row IS NULL, e.json, NULL) AS details, h.json AS traces, j.verdict
  FROM items i
  LEFT JOIN messages m ON m.row = i.row
  LEFT JOIN details e ON e.row = i.row
  LEFT JOIN message_traces h ON h.row = i.row
  LEFT JOIN judgements j ON j.row = i.row
  WHERE i.role = ? AND i.kind NOT IN ('archive', 'mailbox')`;

const IN_ORDER = `
  ORDER BY CASE familiarity WHEN 'unseen' THEN 0 WHEN 'seldom' THEN 1 WHEN 'unknown' THEN 2 ELSE 3 END,
    items DESC, surprise DESC, kind, value`;

const LISTS = ['windows', 'late', 'conflicts', 'derived'] as const;

/** Traces: what the pass over them reads, and what it finds. */
export class TraceTable {
  readonly #database: DatabaseSync;
  readonly #group: StatementSync;
  readonly #read: StatementSync;
  readonly #finding: StatementSync;
  readonly #findings: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#group = database.prepare('INSERT OR REPLACE INTO trace_groups VALUES (?, ?, ?, ?, ?, ?)');
    this.#read = database.prepare('SELECT json FROM trace_groups WHERE kind = ? AND value = ?');
    this.#finding = database.prepare('INSERT OR REPLACE INTO trace_findings VALUES (?, ?, ?)');
    this.#findings = database.prepare('SELECT json FROM trace_findings WHERE type = ? ORDER BY number');
  }

  *sources(role: ItemRole, range?: PathRange): IterableIterator<TraceSource> {
    for (const row of inPathOrder(this.#database, SOURCES, [role], range)) yield toSource(row);
  }

  set(groups: Iterable<TraceGroup>, findings: TraceFindings): void {
    this.#database.exec('DELETE FROM trace_groups; DELETE FROM trace_findings');
    for (const group of groups) {
      const { kind, value, familiarity, items, surprise } = group;
      this.#group.run(kind, value, familiarity, items, surprise, JSON.stringify(group));
    }
    const { usual, lastMessage } = findings;
    this.#finding.run('about', 0, JSON.stringify({ usual, lastMessage }));
    for (const list of LISTS) {
      for (const [number, finding] of findings[list].entries())
        this.#finding.run(list, number, JSON.stringify(finding));
    }
  }

  *groups({ kind, value, limit }: TraceGroupOptions): IterableIterator<TraceGroup> {
    const of = kind === undefined ? '' : 'WHERE kind = ?';
    const most = value === undefined && limit !== undefined ? limit : -1;
    const statement = this.#database.prepare(
      `SELECT kind, value FROM trace_groups ${of} ${IN_ORDER} LIMIT ?`,
    );
    const wanted = value?.toLowerCase();
    let left = limit ?? Number.POSITIVE_INFINITY;
    for (const row of statement.all(...(kind === undefined ? [] : [kind]), most)) {
      // SQLite folds ASCII only, and names are in every script.
      if (wanted !== undefined && !text(row, 'value').toLowerCase().includes(wanted)) continue;
      if (left-- <= 0) return;
      const found = this.#read.get(text(row, 'kind'), text(row, 'value'));
      if (found !== undefined) yield json<TraceGroup>(found, 'json');
    }
  }

  findings(): TraceFindings | null {
    const about = this.#findings.get('about');
    if (about === undefined) return null;
    const [windows, late, conflicts, derived] = LISTS.map((list) =>
      this.#findings.all(list).map((row) => JSON.parse(text(row, 'json'))),
    );
    return {
      ...json<Pick<TraceFindings, 'usual' | 'lastMessage'>>(about, 'json'),
      windows,
      late,
      conflicts,
      derived,
    } as TraceFindings;
  }
}

/** A row as the pass over traces reads it. */
export function toSource(row: Row): TraceSource {
  const details = jsonOr(row, 'details', NO_DETAILS);
  return {
    row: integer(row, 'row'),
    id: text(row, 'id'),
    path: text(row, 'path'),
    parent: textOrNull(row, 'parent'),
    role: word(row, 'role'),
    kind: word(row, 'kind'),
    type: text(row, 'type'),
    name: text(row, 'name'),
    sha256: text(row, 'sha256'),
    date: textOrNull(row, 'date'),
    verdict: row.verdict === null ? null : word(row, 'verdict'),
    metadata: details.metadata ?? [],
    clocks: details.clocks ?? [],
    facts: details.facts ?? {},
    // By place: a list taken apart costs more than all else of a trace.
    traces: jsonOr(row, 'traces', NO_TRACES).map((each) => ({
      kind: each[0],
      value: each[1],
      where: each[2],
    })),
  };
}

const NO_DETAILS: Partial<StoredDetails> = {};
const NO_TRACES: readonly StoredTrace[] = [];
