import type { ReviewEvent } from '../review/event.ts';
import type { CaseTables } from '../tables/tables.ts';
import { Contents } from './contents.ts';
import { Findings } from './findings.ts';
import { ItemReader } from './item-reader.ts';
import { ItemWriter } from './item-writer.ts';
import { KeyTable } from './key-table.ts';
import { Manifest } from './manifest.ts';
import { Search } from './search.ts';
import type { Session } from './session.ts';
import { Tasks } from './tasks.ts';
import { TraceTable } from './trace-table.ts';

/** Those of PostgreSQL, and what only it has: lines of lists, upkeep of the tables, pages to be let go of. */
export interface PostgresTables extends CaseTables {
  readonly reader: ItemReader;
  readonly writer: ItemWriter;
  readonly findings: Findings;
}

/** The tables of a case in PostgreSQL. @param reviewEvents what a search for reviewed items goes through */
export function tablesOf(session: Session, reviewEvents: () => Iterable<ReviewEvent>): PostgresTables {
  const reader = new ItemReader(session);
  const writer = new ItemWriter(session);
  const contents = new Contents(session);
  return {
    manifest: new Manifest(session),
    tasks: new Tasks(session),
    writer,
    reader,
    ocr: {
      candidates: (types) => reader.ocrCandidates(types),
      get: (row) => reader.ocrOf(row),
      set: (item, read) => writer.setOcr(item, read),
    },
    keys: new KeyTable(session),
    findings: new Findings(session),
    contents,
    decoys: { set: (rows) => contents.setDecoys(rows), all: () => contents.decoys() },
    traces: new TraceTable(session),
    search: new Search(session, reader, reviewEvents),
  };
}
