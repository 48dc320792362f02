import { existsSync, rmSync, statSync } from 'node:fs';
import type { CaseStore } from '../../case/index.ts';
import { itemReader } from '../item-bytes.ts';
import { exportCaseUco } from './case-uco.ts';
import { exportCsv } from './csv-table.ts';
import { exportEml } from './eml.ts';
import { familyHeads, withoutDuplicateFamilies } from './families.ts';
import { exportFollowTheMoney } from './follow-the-money.ts';
import { exportGexf } from './gexf.ts';
import { exportJsonLines } from './jsonl.ts';
import { exportDat } from './load-file.ts';
import { exportMbox } from './mbox-file.ts';
import { exportMisp } from './misp.ts';
import { exportStix } from './stix/export-stix.ts';
import type { ExportOptions, ExportReport, ExportSource } from './types.ts';
import { untilAborted } from './until-aborted.ts';

export type { ExportOptions, ExportReport, ExportSource } from './types.ts';

export const EXPORT_FORMATS = [
  'jsonl',
  'csv',
  'mbox',
  'eml',
  'dat',
  'ftm',
  'stix',
  'misp',
  'case-uco',
  'gexf',
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What to write where; when `signal` fires it ends with the signal's reason. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly query: string;
  readonly out: string;
  readonly signal?: AbortSignal;
}

/**
 * Writes what a query finds to `out`: a new or empty folder for eml and dat, a new file for
 * all others, which is taken away again when it cannot be finished. Throws `export-exists` rather than write over anything, `bad-query` for a bad query, and the signal's
 * reason when it is aborted.
 */
export async function exportItems(
  store: CaseStore,
  { format, query, out, signal }: ExportRequest,
  options: ExportOptions = {},
): Promise<{ readonly exported: number; readonly without: readonly string[] }> {
  const source: ExportSource = {
    hits: untilAborted(store.search(query, { role: 'leak' }), signal),
    store,
    bytesOf: itemReader(store.directory),
    ...(signal === undefined ? {} : { signal }),
  };
  const since = options.since ?? madeAt(store);
  const all = since === null ? options : { ...options, since };
  const { written, unfit, unreadable } = await wholeOrNone(out, () => exportTo(format, source, out, all));
  return { exported: written, without: [...unfit, ...unreadable] };
}

/** Half a file would pass for all of it. A folder stays: it may have been there before. */
async function wholeOrNone<T>(out: string, write: () => Promise<T>): Promise<T> {
  const isNew = !existsSync(out);
  try {
    return await write();
  } catch (error) {
    if (isNew && statSync(out, { throwIfNoEntry: false })?.isFile()) rmSync(out);
    throw error;
  }
}

/** When the case was made, by its own log. */
function madeAt(store: CaseStore): Date | null {
  for (const { time } of store.custody()) return new Date(time);
  return null;
}

/** The same over any hits and any way to their bytes. */
export async function exportTo(
  format: ExportFormat,
  source: ExportSource,
  out: string,
  options: ExportOptions = {},
): Promise<ExportReport> {
  const hits = options.deduplicate
    ? withoutDuplicateFamilies(source.hits, familyHeads(source.store))
    : source.hits;
  switch (format) {
    case 'jsonl':
      return exportJsonLines({ ...source, hits }, out);
    case 'csv':
      return exportCsv(hits, options, out);
    case 'mbox':
      return exportMbox({ ...source, hits }, out);
    case 'eml':
      return exportEml({ ...source, hits }, out);
    case 'dat':
      return exportDat({ ...source, hits }, options, out);
    case 'ftm':
      return exportFollowTheMoney({ ...source, hits }, out);
    case 'stix':
      return exportStix({ ...source, hits }, options, out);
    case 'misp':
      return exportMisp({ ...source, hits }, options, out);
    case 'case-uco':
      return exportCaseUco({ ...source, hits }, options, out);
    case 'gexf':
      return exportGexf({ ...source, hits }, out);
  }
}
