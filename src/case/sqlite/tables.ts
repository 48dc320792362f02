import type { DatabaseSync } from 'node:sqlite';
import type { CaseTables } from '../tables/tables.ts';
import { Contents } from './contents.ts';
import { DecoyMarks } from './decoy-marks.ts';
import { Findings } from './findings.ts';
import { ItemReader } from './item-reader.ts';
import { ItemWriter } from './item-writer.ts';
import { KeyTable } from './key-table.ts';
import { Manifest } from './manifest.ts';
import { OcrTable } from './ocr-table.ts';
import { Search } from './search.ts';
import { Tasks } from './tasks.ts';
import { TraceTable } from './trace-table.ts';

/** Those of SQLite, whose reader also gives the lines of lists. */
export interface SqliteTables extends CaseTables {
  readonly reader: ItemReader;
}

/** The tables of a case in one SQLite database. */
export function tablesOf(database: DatabaseSync): SqliteTables {
  const reader = new ItemReader(database);
  return {
    manifest: new Manifest(database),
    tasks: new Tasks(database),
    writer: new ItemWriter(database),
    reader,
    ocr: new OcrTable(database),
    keys: new KeyTable(database),
    findings: new Findings(database),
    contents: new Contents(database),
    decoys: new DecoyMarks(database),
    traces: new TraceTable(database),
    search: new Search(database, reader),
  };
}
