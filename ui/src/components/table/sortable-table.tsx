import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import './sortable-table.css';
import { TABLE } from './table-texts.ts';

/** Rows drawn at first: what a person reads, not what a browser can hold. */
const FIRST_ROWS = 50;

export interface Column<Row> {
  readonly name: string;
  readonly title: string;
  /** What the column is sorted by; numbers start with the greatest. */
  readonly value: (row: Row) => string | number;
  readonly cell: (row: Row) => ComponentChildren;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Name of the column sorted by at first. */
  readonly first: string;
  readonly chosen?: string | undefined;
  /** Rows drawn before more are asked for. */
  readonly rowsAtFirst?: number;
}

/** A table that sorts by any of its columns. */
export function SortableTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  first,
  chosen,
  rowsAtFirst = FIRST_ROWS,
}: Props<Row>) {
  const [by, setBy] = useState({ name: first, turned: false });
  const [most, setMost] = useState(rowsAtFirst);
  const lang = language.value;
  const sorted = useMemo(() => {
    const column = columns.find(({ name }) => name === by.name);
    if (column === undefined) return rows;
    const order = new Intl.Collator(lang, { numeric: true });
    const upward = [...rows].sort((a, b) => compare(column.value(a), column.value(b), order));
    return by.turned ? upward.reverse() : upward;
  }, [columns, rows, by, lang]);
  return (
    <>
      <div class="scroll-x">
        <table class="sortable" aria-label={label}>
          <thead>
            <tr>
              {columns.map(({ name, title }) => (
                <th
                  key={name}
                  scope="col"
                  aria-sort={name === by.name ? (by.turned ? 'ascending' : 'descending') : undefined}
                >
                  <button
                    type="button"
                    class="plain"
                    title={t(TABLE.sortBy, { name: title })}
                    onClick={() => setBy({ name, turned: name === by.name && !by.turned })}
                  >
                    {title}
                    <span aria-hidden="true">{name === by.name ? (by.turned ? ' ▴' : ' ▾') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, most).map((row) => (
              <tr key={keyOf(row)} class={keyOf(row) === chosen ? 'chosen' : ''}>
                {columns.map(({ name, cell, value }) => (
                  <td key={name} class={typeof value(row) === 'number' ? 'number' : ''}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > most && (
        <div>
          <button type="button" onClick={() => setMost(most + 10 * FIRST_ROWS)}>
            {t(TABLE.more, { n: sorted.length - most })}
          </button>
        </div>
      )}
    </>
  );
}

/** Text from A to Z, numbers from the greatest. */
function compare(a: string | number, b: string | number, order: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return b - a;
  return order.compare(String(a), String(b));
}
