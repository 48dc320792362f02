import { ITEM_KINDS, type ItemKind, VERDICTS, type Verdict } from '../../model/index.ts';
import { integer, text } from '../sqlite/row.ts';
import { toTableRow } from '../sqlite/table-reader.ts';
import type { CaseTotals, TableRow } from '../store.ts';
import type { Session } from './session.ts';

/** Characters of a subject by which lists are ordered; beyond them nobody looks. */
const TITLE_CHARS = 120;

/** What the workbench holds of every item, a page of rows at a time. */
export function readTable(session: Session, after: number, limit: number): readonly TableRow[] {
  return session
    .read(
      `SELECT i."row", i.id, i.role, i.kind, i.type, i.parent, i.size, i.failure, i.date,
         left(coalesce(i.subject, i.name), ${TITLE_CHARS}) AS title, i.people, t.thread, d.of_id, j.verdict,
         nullif(array_to_string(j.codes, ' '), '') AS codes,
         coalesce(c.language, i.details_language) AS language, c.topics
       FROM items i
       LEFT JOIN contents c ON c.case_id = i.case_id AND c."row" = i."row"
       LEFT JOIN threads t ON t.case_id = i.case_id AND t."row" = i."row"
       LEFT JOIN duplicates d ON d.case_id = i.case_id AND d."row" = i."row"
       LEFT JOIN judgements j ON j.case_id = i.case_id AND j."row" = i."row"
       WHERE i.case_id = $1 AND i."row" > $2::bigint ORDER BY i."row" LIMIT $3`,
      [after, limit],
    )
    .map(toTableRow);
}

/** Counts over the leak: the reference archive is a measure, not a find. */
export function readTotals(session: Session): CaseTotals {
  const items: Record<ItemKind | 'total', number> = { total: 0, ...zeros(ITEM_KINDS) };
  for (const row of session.read(
    `SELECT kind, count(*) AS n FROM items WHERE case_id = $1 AND role = 'leak' GROUP BY kind`,
  )) {
    const n = integer(row, 'n');
    const kind = ITEM_KINDS.find((known) => known === text(row, 'kind'));
    if (kind) items[kind] = n;
    items.total += n;
  }
  const verdicts: Record<Verdict, number> = zeros(VERDICTS);
  for (const row of session.read(
    `SELECT j.verdict, count(*) AS n FROM judgements j JOIN items i ON i.case_id = j.case_id AND i."row" = j."row"
     WHERE j.case_id = $1 AND i.role = 'leak' GROUP BY j.verdict`,
  )) {
    const verdict = VERDICTS.find((known) => known === text(row, 'verdict'));
    if (verdict) verdicts[verdict] = integer(row, 'n');
  }
  const rest = session.one(
    `SELECT
       (SELECT coalesce(sum(size), 0) FROM sources WHERE case_id = $1 AND role = 'leak') AS bytes,
       (SELECT count(*) FROM items WHERE case_id = $1 AND role = 'leak' AND failure IS NOT NULL) AS failures,
       (SELECT count(*) FROM duplicates d JOIN items i ON i.case_id = d.case_id AND i."row" = d."row"
        WHERE d.case_id = $1 AND i.role = 'leak') AS duplicates`,
  );
  return {
    items,
    bytes: Number(rest?.bytes),
    failures: Number(rest?.failures),
    verdicts,
    duplicates: Number(rest?.duplicates),
  };
}

function zeros<T extends string>(words: readonly T[]): Record<T, number> {
  return Object.fromEntries(words.map((word) => [word, 0])) as Record<T, number>;
}
