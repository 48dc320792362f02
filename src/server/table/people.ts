import type { PeopleJson, PersonEdge, PersonJson } from '../api/people.ts';
import { type CaseTable, MESSAGE, TABLE_VERDICTS } from './case-table.ts';
import { isoDay } from './date-facet.ts';
import { personQuery } from './facets.ts';
import { listOf } from './lists.ts';
import { named } from './timeline.ts';

const DAY_MS = 86_400_000;
/** People listed; the graph has no use for more. */
const MOST_PEOPLE = 2_000;
/** Attack: a message to ten thousand addresses, again and again. A list of that size is no correspondence. */
const MOST_RECIPIENTS = 500;

export interface PeopleQuestion {
  readonly items: Uint32Array;
  /** Milliseconds, from included, to not. */
  readonly from: number;
  readonly to: number;
  readonly mostEdges: number;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  count: number;
  first: number;
  last: number;
  readonly verdicts: Uint32Array;
}

interface Person {
  sent: number;
  received: number;
  first: number;
  last: number;
}

/** Who wrote to whom. */
export function peopleOf(table: CaseTable, question: PeopleQuestion): PeopleJson {
  const { items, mostEdges } = question;
  const sent = messagesIn(table, question);
  const people = new Map<number, Person>();
  const counts = new Map<number, number>();
  for (const item of sent) {
    const ms = table.date[item] ?? Number.NaN;
    const sender = table.from[item] ?? -1;
    if (sender >= 0) seen(personOf(people, sender), ms).sent++;
    for (const recipient of recipientsOf(table, item)) {
      seen(personOf(people, recipient), ms).received++;
      const name = edgeName(table, sender, recipient);
      if (sender >= 0) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return {
    messages: sent.length,
    people: [...people]
      .sort(([, a], [, b]) => b.sent + b.received - a.sent - a.received)
      .slice(0, MOST_PEOPLE)
      .map(([number, person]) => personJson(table, number, person)),
    edges: strongest(table, sent, counts, mostEdges).map((edge) => edgeJson(table, edge)),
    more: counts.size > mostEdges || people.size > MOST_PEOPLE,
    months: monthsOf(table, items),
  };
}

/** A filter of time leaves out what tells no time. */
function messagesIn(table: CaseTable, { items, from, to }: PeopleQuestion): Uint32Array {
  const always = from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY;
  return items.filter((item) => {
    const ms = table.date[item] ?? Number.NaN;
    return table.kind[item] === MESSAGE && (always || (ms >= from && ms < to));
  });
}

function recipientsOf(table: CaseTable, item: number): Uint32Array {
  return listOf(table.to, item).subarray(0, MOST_RECIPIENTS);
}

function edgeName({ people }: CaseTable, from: number, to: number): number {
  return from * people.size + to;
}

/** Everything about the edges that are shown; of the others, of which there may be a million, only their number. */
function strongest(
  table: CaseTable,
  messages: Uint32Array,
  counts: ReadonlyMap<number, number>,
  most: number,
): readonly Edge[] {
  const chosen = [...counts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, most);
  const edges = new Map<number, Edge>();
  for (const [name] of chosen) {
    const [from, to] = [Math.floor(name / table.people.size), name % table.people.size];
    const bounds = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
    edges.set(name, { from, to, count: 0, ...bounds, verdicts: new Uint32Array(TABLE_VERDICTS.length) });
  }
  for (const item of messages) {
    const sender = table.from[item] ?? -1;
    if (sender < 0) continue;
    for (const recipient of recipientsOf(table, item)) {
      const edge = edges.get(edgeName(table, sender, recipient));
      if (edge === undefined) continue;
      seen(edge, table.date[item] ?? Number.NaN).count++;
      const verdict = table.verdict[item] ?? 0;
      edge.verdicts[verdict] = (edge.verdicts[verdict] ?? 0) + 1;
    }
  }
  return [...edges.values()];
}

function monthsOf(table: CaseTable, items: Uint32Array): PeopleJson['months'] {
  const days = new Map<number, number>();
  for (const item of items) {
    const day = Math.floor((table.date[item] ?? Number.NaN) / DAY_MS);
    if (table.kind[item] === MESSAGE && !Number.isNaN(day)) days.set(day, (days.get(day) ?? 0) + 1);
  }
  const months = new Map<string, number>();
  for (const [day, count] of days) {
    const month = isoDay(day * DAY_MS).slice(0, 7);
    if (month !== '') months.set(month, (months.get(month) ?? 0) + count);
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, count]) => ({ month, count }));
}

function personOf(people: Map<number, Person>, number: number): Person {
  const known = people.get(number);
  if (known !== undefined) return known;
  const person = { sent: 0, received: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  people.set(number, person);
  return person;
}

function seen<T extends { first: number; last: number }>(thing: T, ms: number): T {
  if (Number.isNaN(ms)) return thing;
  thing.first = Math.min(thing.first, ms);
  thing.last = Math.max(thing.last, ms);
  return thing;
}

function personJson(table: CaseTable, number: number, { sent, received, first, last }: Person): PersonJson {
  const address = table.people.value(number);
  return {
    ...{ address, name: table.names[number] ?? '', sent, received },
    ...{ first: iso(first), last: iso(last), query: personQuery(address) },
  };
}

function edgeJson(table: CaseTable, { from, to, count, first, last, verdicts }: Edge): PersonEdge {
  return {
    from: table.people.value(from),
    to: table.people.value(to),
    ...{ count, first: iso(first), last: iso(last), verdicts: named(verdicts) },
  };
}

function iso(ms: number): string | null {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}
