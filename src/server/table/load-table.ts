import type { CaseStore, TableRow } from '../../case/store.ts';
import { type CaseTable, KINDS, ROLES, TABLE_VERDICTS } from './case-table.ts';
import { Dictionary } from './dictionary.ts';
import { ListBuilder } from './lists.ts';

/** Rows read between two looks at what else is to be done: 10 to 20 ms. */
const PAGE_ROWS = 2_000;

/** Reads the table of a case. Lets other work in between pages, so that a large case can be used meanwhile. */
export async function loadTable(store: CaseStore): Promise<CaseTable> {
  const version = store.dataVersion();
  const builder = new TableBuilder();
  for (let after = 0; ; ) {
    const page = store.table(after, PAGE_ROWS);
    for (const row of page) builder.add(row);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return builder.build(version, new Map(store.decoys()));
    after = last.row;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

class TableBuilder {
  readonly #columns = {
    rows: [] as number[],
    role: [] as number[],
    kind: [] as number[],
    verdict: [] as number[],
    failure: [] as number[],
    type: [] as number[],
    parent: [] as number[],
    language: [] as number[],
    thread: [] as number[],
    date: [] as number[],
    size: [] as number[],
    from: [] as number[],
  };
  readonly #ids: string[] = [];
  readonly #titles: string[] = [];
  readonly #copies: (string | null)[] = [];
  readonly #names: string[] = [];
  readonly #to = new ListBuilder();
  readonly #reasons = new ListBuilder();
  readonly #topics = new ListBuilder();
  readonly #dictionaries = {
    people: new Dictionary(),
    types: new Dictionary(),
    parents: new Dictionary(),
    languages: new Dictionary(),
    threads: new Dictionary(),
    failures: new Dictionary(),
    reasonCodes: new Dictionary(),
    topicNames: new Dictionary(),
  };

  add(item: TableRow): void {
    const columns = this.#columns;
    const { types, parents, languages, threads, failures, reasonCodes, topicNames } = this.#dictionaries;
    columns.rows.push(item.row);
    columns.role.push(ROLES.indexOf(item.role));
    columns.kind.push(KINDS.indexOf(item.kind));
    columns.verdict.push(TABLE_VERDICTS.indexOf(item.verdict ?? 'none'));
    columns.failure.push(numberOr(failures, item.failure));
    columns.type.push(types.number(item.type));
    columns.parent.push(numberOr(parents, item.parent));
    columns.language.push(numberOr(languages, item.language));
    columns.thread.push(numberOr(threads, item.thread));
    columns.date.push(item.date === null ? Number.NaN : Date.parse(item.date));
    columns.size.push(item.size);
    const [sender] = item.from;
    columns.from.push(sender === undefined ? -1 : this.#person(sender.address, sender.name));
    this.#to.add(
      [...new Set(item.to.map(({ address, name }) => this.#person(address, name)))].filter((n) => n >= 0),
    );
    this.#reasons.add(item.reasons.map((code) => reasonCodes.number(code)));
    this.#topics.add(item.topics.map((topic) => topicNames.number(topic)));
    this.#ids.push(item.id);
    this.#titles.push(item.title);
    this.#copies.push(item.duplicateOf);
  }

  build(version: string, decoys: CaseTable['decoys']): CaseTable {
    const { rows, role, kind, verdict, date, size, ...numbers } = this.#columns;
    return {
      ...{ version, decoys },
      count: rows.length,
      rows: Float64Array.from(rows),
      ids: this.#ids,
      titles: this.#titles,
      role: Uint8Array.from(role),
      kind: Uint8Array.from(kind),
      verdict: Uint8Array.from(verdict),
      failure: Int32Array.from(numbers.failure),
      type: Int32Array.from(numbers.type),
      parent: Int32Array.from(numbers.parent),
      language: Int32Array.from(numbers.language),
      thread: Int32Array.from(numbers.thread),
      duplicateOf: this.#duplicates(),
      date: Float64Array.from(date),
      size: Float64Array.from(size),
      from: Int32Array.from(numbers.from),
      to: this.#to.build(),
      reasons: this.#reasons.build(),
      topics: this.#topics.build(),
      names: this.#names,
      ...this.#dictionaries,
    };
  }

  /** -1 for what has no address: names alone are not told apart. */
  #person(address: string, name: string): number {
    if (address === '') return -1;
    const number = this.#dictionaries.people.number(address.toLowerCase());
    if (name.length > (this.#names[number]?.length ?? -1)) this.#names[number] = name;
    return number;
  }

  #duplicates(): Int32Array {
    const wanted = new Set(this.#copies.filter((id) => id !== null));
    const firsts = new Map<string, number>();
    if (wanted.size > 0)
      this.#ids.forEach((id, item) => {
        if (wanted.has(id)) firsts.set(id, item);
      });
    return Int32Array.from(this.#copies, (id) => (id === null ? -1 : (firsts.get(id) ?? -1)));
  }
}

function numberOr(dictionary: Dictionary, value: string | null): number {
  return value === null ? -1 : dictionary.number(value);
}
