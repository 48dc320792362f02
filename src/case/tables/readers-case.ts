import type { ItemRole } from '../../model/index.ts';
import type { QueryNode } from '../query/index.ts';
import { readableText } from '../readable-text.ts';
import type { ItemReading, SearchHit, SearchOptions, SearchStore, StoredItem } from '../store.ts';
import { PassesCase } from './passes-case.ts';
import type { CaseTables } from './tables.ts';

/** What people and the passes read of a case, item by item and by queries. */
export abstract class ReadersCase<T extends CaseTables = CaseTables>
  extends PassesCase<T>
  implements ItemReading, Pick<SearchStore, 'search' | 'count' | 'failures' | 'matches' | 'scores' | 'hits'>
{
  item(id: string): StoredItem | null {
    return this.tables.reader.byId(id);
  }

  itemByRow(row: number): StoredItem | null {
    return this.tables.reader.byRow(row);
  }

  itemByPath(role: ItemRole, path: string): StoredItem | null {
    return this.tables.reader.byPath(role, path);
  }

  childrenOf(path: string, role: ItemRole): readonly SearchHit[] {
    return this.tables.reader.childrenOf(path, role);
  }

  textOf(row: number): string {
    return this.tables.reader.textOf(row);
  }

  textsOf(rows: readonly number[]): ReadonlyMap<number, string> {
    return this.tables.reader.textsOf(rows);
  }

  readableText(row: number): string {
    return readableText(this.tables.reader.textOf(row), this.tables.ocr.get(row));
  }

  search(query: string, options: SearchOptions): IterableIterator<SearchHit> {
    return this.tables.search.run(query, options);
  }

  count(query: string, options: SearchOptions): number {
    return this.tables.search.count(query, options);
  }

  abstract failures(): IterableIterator<SearchHit>;

  matches(query: string | QueryNode, order: 'search' | 'none'): Float64Array {
    return order === 'search' ? this.tables.search.rows(query, {}) : this.tables.search.unordered(query);
  }

  scores(query: QueryNode, rows: Float64Array): Float64Array | null {
    return this.tables.search.scores(query, rows);
  }

  hits(rows: Iterable<number>, snippetsOf: string | null): readonly SearchHit[] {
    return this.tables.search.hits(rows, snippetsOf);
  }
}
