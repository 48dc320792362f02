import type { Facet, FacetName, FacetValue } from '../api/search.ts';
import { type CaseTable, KINDS, MESSAGE, TABLE_VERDICTS } from './case-table.ts';
import { countColumn, mostFrequent } from './count.ts';
import { dateFacet } from './date-facet.ts';
import type { Dictionary } from './dictionary.ts';
import type { Lists } from './lists.ts';

/** Values listed of one facet; a person looks for the rest by typing. */
const MOST_VALUES = 30;

/** Counts one facet over hits. `tag` is of the review and counted there, `mark` in mark-facet.ts. */
export function facetOf(
  table: CaseTable,
  items: Uint32Array,
  name: Exclude<FacetName, 'tag' | 'mark'>,
): Facet {
  switch (name) {
    case 'verdict':
      return fixed(name, countColumn(items, table.verdict, TABLE_VERDICTS.length), TABLE_VERDICTS);
    case 'kind':
      return fixed(name, countColumn(items, table.kind, KINDS.length), KINDS);
    case 'reason':
      return ofLists(name, items, table.reasons, table.reasonCodes, 'reason');
    case 'topic':
      return ofLists(name, items, table.topics, table.topicNames, 'topic');
    case 'type':
      return ofColumn(name, items, table.type, table.types, 'type');
    case 'language':
      return ofColumn(name, items, table.language, table.languages, 'lang');
    case 'mailbox':
      return mailboxes(table, items);
    case 'person':
      return people(table, items);
    case 'date':
      return dateFacet(table, items);
  }
}

function fixed(name: FacetName, counts: Uint32Array, words: readonly string[]): Facet {
  const values = words.flatMap((value, at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? [] : [{ value, count, query: `${name}:${value}` }];
  });
  return { name, values: values.sort((a, b) => b.count - a.count), more: false };
}

function ofColumn(
  name: FacetName,
  items: Uint32Array,
  column: Int32Array,
  dictionary: Dictionary,
  field: string,
): Facet {
  return listed(name, countColumn(items, column, dictionary.size), dictionary, field);
}

function ofLists(
  name: FacetName,
  items: Uint32Array,
  lists: Lists,
  dictionary: Dictionary,
  field: string,
): Facet {
  const counts = new Uint32Array(dictionary.size);
  const { starts, values } = lists;
  for (const item of items) {
    const end = starts[item + 1] ?? 0;
    for (let at = starts[item] ?? 0; at < end; at++) {
      const value = values[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return listed(name, counts, dictionary, field);
}

function listed(name: FacetName, counts: Uint32Array, dictionary: Dictionary, field: string): Facet {
  const { top, more } = mostFrequent(counts, MOST_VALUES);
  const values = top.map(({ number, count }) => {
    const value = dictionary.value(number);
    return { value, count, query: `${field}:${quotedValue(value)}` };
  });
  return { name, values, more };
}

/** Where messages lie: the mailbox, archive or folder. */
function mailboxes(table: CaseTable, items: Uint32Array): Facet {
  const counts = new Uint32Array(table.parents.size);
  for (const item of items) {
    const parent = table.kind[item] === MESSAGE ? (table.parent[item] ?? -1) : -1;
    if (parent >= 0) counts[parent] = (counts[parent] ?? 0) + 1;
  }
  const { top, more } = mostFrequent(counts, MOST_VALUES);
  const values = top.map(({ number, count }) => {
    const value = table.parents.value(number);
    return { value, count, query: `in:"/${withoutQuotes(value)}"` };
  });
  return { name: 'mailbox', values, more };
}

function people(table: CaseTable, items: Uint32Array): Facet {
  const counts = new Uint32Array(table.people.size);
  const { starts, values: to } = table.to;
  for (const item of items) {
    const from = table.from[item] ?? -1;
    if (from >= 0) counts[from] = (counts[from] ?? 0) + 1;
    const end = starts[item + 1] ?? 0;
    for (let at = starts[item] ?? 0; at < end; at++) {
      const person = to[at] ?? 0;
      if (person !== from) counts[person] = (counts[person] ?? 0) + 1;
    }
  }
  const { top, more } = mostFrequent(counts, MOST_VALUES);
  const values = top.map(({ number, count }): FacetValue => {
    const value = table.people.value(number);
    const label = table.names[number] || value;
    return { value, label, count, query: personQuery(value) };
  });
  return { name: 'person', values, more };
}

/** Messages from or to an address. */
export function personQuery(address: string): string {
  const value = quotedValue(address);
  return `(from:${value} OR to:${value})`;
}

/** A value as the query language takes it after a colon: nothing of the leak may end the quotation. */
export function quotedValue(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}@._/+-]*$/u.test(value) ? value : `"${withoutQuotes(value)}"`;
}

function withoutQuotes(value: string): string {
  return value.replace(/["“”]/g, ' ');
}
