import type { Language } from '../../../model/index.ts';
import { csvField } from '../../coordination/edge-csv.ts';
import type { SpreadReport } from '../build.ts';
import type { TestedEdge } from '../tested-edges.ts';
import { type Cell, tables } from './tables.ts';

/** Every table of the report as CSV by file name, and nodes, edges and the posts behind every edge. */
export function csvFiles(report: SpreadReport, lang: Language): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const table of tables(report, lang))
    files.set(`${table.name}.csv`, csv([table.columns.map((column) => column[lang]), ...table.rows]));
  const { edges, evidence, communities } = report.coordination;
  files.set('nodes.csv', csv([['account', 'group'], ...communities.of]));
  files.set('edges.csv', csv(edgeRows(edges)));
  files.set(
    'evidence.csv',
    csv([
      ['kind', 'from', 'to', 'object', 'post_from', 'post_to', 'seconds'],
      ...evidence.map((e) => [e.layer, e.from, e.to, e.object, e.postFrom, e.postTo, e.seconds]),
    ]),
  );
  return files;
}

const EDGE_COLUMNS = [
  ...['kind', 'window', 'from', 'to', 'objects', 'shared', 'mean_seconds', 'p_times', 'q_times'],
  ...['times_blind', 'p_accounts', 'q_accounts', 'support'],
];

/** One after the other: there may be a million. */
function* edgeRows(edges: Iterable<TestedEdge>): IterableIterator<readonly Cell[]> {
  yield EDGE_COLUMNS;
  for (const e of edges)
    yield [
      ...[e.layer, e.window, e.from, e.to, e.objects, e.shared, e.meanSeconds, e.pTimes, e.qTimes],
      ...[String(e.timesBlind), e.pAccounts, e.qAccounts, e.support],
    ];
}

function csv(rows: Iterable<readonly Cell[]>): string {
  let text = '';
  for (const row of rows) text += `${row.map(fieldOf).join(',')}\n`;
  return text;
}

function fieldOf(cell: Cell): string {
  if (typeof cell === 'number') return `${cell}`;
  return csvField(inert(typeof cell === 'string' ? cell : cell.code));
}

/** Attack: a post or name that a spreadsheet would run as a formula (CSV injection). */
function inert(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
