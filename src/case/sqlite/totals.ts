import type { DatabaseSync } from 'node:sqlite';
import { ITEM_KINDS, type ItemKind, VERDICTS, type Verdict } from '../../model/index.ts';
import type { CaseTotals } from '../store.ts';
import { integer, text } from './row.ts';

/** Counts over the leak: the reference archive is a measure, not a find. */
export function readTotals(database: DatabaseSync): CaseTotals {
  const items: Record<ItemKind | 'total', number> = { total: 0, ...zeros(ITEM_KINDS) };
  const kinds = database.prepare(`SELECT kind, count(*) AS n FROM items WHERE role = 'leak' GROUP BY kind`);
  for (const row of kinds.all()) {
    const n = integer(row, 'n');
    const kind = ITEM_KINDS.find((known) => known === text(row, 'kind'));
    if (kind) items[kind] = n;
    items.total += n;
  }
  const verdicts: Record<Verdict, number> = zeros(VERDICTS);
  const given = database.prepare(
    `SELECT j.verdict, count(*) AS n FROM judgements j JOIN items i ON i.row = j.row
     WHERE i.role = 'leak' GROUP BY j.verdict`,
  );
  for (const row of given.all()) {
    const verdict = VERDICTS.find((known) => known === text(row, 'verdict'));
    if (verdict) verdicts[verdict] = integer(row, 'n');
  }
  return {
    items,
    bytes: number(database, `SELECT coalesce(sum(size), 0) AS n FROM sources WHERE role = 'leak'`),
    failures: number(database, `SELECT count(*) AS n FROM items WHERE failure IS NOT NULL AND role = 'leak'`),
    verdicts,
    duplicates: number(
      database,
      `SELECT count(*) AS n FROM duplicates d JOIN items i ON i.row = d.row WHERE i.role = 'leak'`,
    ),
  };
}

function zeros<T extends string>(words: readonly T[]): Record<T, number> {
  return Object.fromEntries(words.map((word) => [word, 0])) as Record<T, number>;
}

function number(database: DatabaseSync, sql: string): number {
  return integer(database.prepare(sql).get() ?? {}, 'n');
}
