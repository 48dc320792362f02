import type { PeopleJson, PersonEdge, PersonJson } from '../api/people.ts';
import { type CaseTable, MESSAGE, TABLE_VERDICTS } from './case-table.ts';
import { isoDay } from './date-facet.ts';
import { personQuery } from './facets.ts';
import { listOf } from './lists.ts';
import { named } from './timeline.ts';

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
export function peopleOf(table: CaseTable, { items, from, to, mostEdges }: PeopleQuestion): PeopleJson {
  const people = new Map<number, Person>();
  const edges = new Map<number, Edge>();
  const months = new Map<string, number>();
  let messages = 0;
  for (const item of items) {
    if (table.kind[item] !== MESSAGE) continue;
    const ms = table.date[item] ?? Number.NaN;
    if (!Number.isNaN(ms)) {
      const month = isoDay(ms).slice(0, 7);
      if (month !== '') months.set(month, (months.get(month) ?? 0) + 1);
    }
    // A filter of time leaves out what tells no time.
    if ((from > Number.NEGATIVE_INFINITY || to < Number.POSITIVE_INFINITY) && !(ms >= from && ms < to))
      continue;
    messages++;
    const sender = table.from[item] ?? -1;
    if (sender >= 0) seen(personOf(people, sender), ms).sent++;
    for (const recipient of listOf(table.to, item).subarray(0, MOST_RECIPIENTS)) {
      seen(personOf(people, recipient), ms).received++;
      if (sender >= 0) addTo(edges, table, sender, recipient, ms, table.verdict[item] ?? 0);
    }
  }
  const ranked = [...edges.values()].sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
  return {
    messages,
    people: [...people]
      .sort(([, a], [, b]) => b.sent + b.received - a.sent - a.received)
      .slice(0, MOST_PEOPLE)
      .map(([number, person]) => personJson(table, number, person)),
    edges: ranked.slice(0, mostEdges).map((edge) => edgeJson(table, edge)),
    more: ranked.length > mostEdges || people.size > MOST_PEOPLE,
    months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, count]) => ({ month, count })),
  };
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

function addTo(
  edges: Map<number, Edge>,
  table: CaseTable,
  from: number,
  to: number,
  ms: number,
  verdict: number,
): void {
  const name = from * table.people.size + to;
  let edge = edges.get(name);
  if (edge === undefined) {
    edge = {
      ...{ from, to, count: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
      verdicts: new Uint32Array(TABLE_VERDICTS.length),
    };
    edges.set(name, edge);
  }
  seen(edge, ms).count++;
  edge.verdicts[verdict] = (edge.verdicts[verdict] ?? 0) + 1;
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
