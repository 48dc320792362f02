import type { Familiarity, ItemName, Trace, TraceGroup, TraceKind } from '../../model/index.ts';
import { DaySet } from './day-set.ts';
import { measure } from './familiarity.ts';
import type { HeaderTrace } from './message-traces.ts';
import { RoleCounts } from './role-counts.ts';
import { roleOf } from './role-of.ts';
import type { TraceCounts } from './trace-counts.ts';

/** Values held. Attack: a mail with thirty made-up hosts, a million times. What comes later is not grouped. */
const MOST_VALUES = 200_000;
const MOST_EXAMPLES = 5;
const MOST_ROLES = 4;

interface Growing {
  readonly number: number;
  readonly kind: TraceKind;
  readonly value: string;
  items: number;
  first: string | null;
  last: string | null;
  readonly usual: DaySet;
  readonly all: DaySet;
  readonly roles: RoleCounts;
  readonly examples: ItemName[];
  lastId: string;
}

/** An item with its traces, as it is counted. */
export interface CountedItem extends ItemName {
  /** Those in headers have no time of their own. */
  readonly traces: readonly (HeaderTrace & Partial<Pick<Trace, 'time'>>)[];
  /** For traces without a time of their own: that of the message that carries it. */
  readonly date: string | null;
  /** Of the reference archive: it teaches what is usual and is not itself counted. */
  readonly isReference: boolean;
  /** Known to be the victim's own as it is. */
  readonly isUsual: boolean;
}

/** Gathers the traces of a leak by kind and value. */
export class TraceGroups {
  /** By kind, then by value: a key of both would have to be built for every trace. */
  readonly #values = new Map<TraceKind, Map<string, Growing>>();
  #size = 0;
  readonly #usualDays = new Map<TraceKind, DaySet>();
  readonly #allDays = new Map<TraceKind, DaySet>();
  #usualItems = 0;
  #lastTime: string | null = null;
  #lastDay: number | null = null;

  get usualItems(): number {
    return this.#usualItems;
  }

  add(item: CountedItem): void {
    if (item.isUsual) this.#usualItems++;
    for (const trace of item.traces) {
      const group = this.#groupOf(trace.kind, trace.value);
      const time = trace.time ?? item.date;
      const day = this.#dayOf(time);
      if (day !== null && item.isUsual) {
        group?.usual.add(day);
        daysOf(this.#usualDays, trace.kind).add(day);
      }
      if (item.isReference || group === null) continue;
      if (day !== null) {
        group.all.add(day);
        daysOf(this.#allDays, trace.kind).add(day);
      }
      this.#count(group, item, trace, day === null ? null : time);
    }
  }

  /** All traces of a message have its date. */
  #dayOf(time: string | null): number | null {
    if (time !== this.#lastTime) {
      this.#lastTime = time;
      this.#lastDay = dayOf(time);
    }
    return this.#lastDay;
  }

  #groupOf(kind: TraceKind, value: string): Growing | null {
    let ofKind = this.#values.get(kind);
    const known = ofKind?.get(value);
    if (known !== undefined) return known;
    if (this.#size >= MOST_VALUES) return null;
    const usual = new DaySet();
    const all = new DaySet();
    const group = {
      number: this.#size,
      kind,
      value,
      items: 0,
      first: null,
      last: null,
      usual,
      all,
      roles: new RoleCounts(),
      examples: [],
      lastId: '',
    };
    if (ofKind === undefined) {
      ofKind = new Map();
      this.#values.set(kind, ofKind);
    }
    ofKind.set(value, group);
    this.#size++;
    return group;
  }

  #count(group: Growing, item: CountedItem, { where }: HeaderTrace, time: string | null): void {
    group.roles.add(roleOf(where));
    this.#widen(group, time);
    if (group.lastId === item.id) return;
    group.lastId = item.id;
    group.items++;
    if (group.examples.length < MOST_EXAMPLES) group.examples.push({ id: item.id, name: item.name });
  }

  counts(): TraceCounts {
    const kinds = new Set([...this.#usualDays.keys(), ...this.#allDays.keys()]);
    const days = [...kinds].map(
      (kind) => [kind, [...daysOf(this.#usualDays, kind)], [...daysOf(this.#allDays, kind)]] as const,
    );
    const values = [...this.#all()]
      .sort((a, b) => a.number - b.number)
      .map(({ kind, value, items, first, last, examples, usual, all, roles }) => ({
        kind,
        value,
        items,
        first,
        last,
        examples,
        usual: [...usual],
        all: [...all],
        roles: [...roles],
      }));
    return { usualItems: this.#usualItems, days, values };
  }

  /** Adds what items bear that come after those counted so far, and are none of them. */
  take({ usualItems, days, values }: TraceCounts): void {
    this.#usualItems += usualItems;
    for (const [kind, usual, all] of days) {
      for (const day of usual) daysOf(this.#usualDays, kind).add(day);
      for (const day of all) daysOf(this.#allDays, kind).add(day);
    }
    for (const each of values) {
      const group = this.#groupOf(each.kind, each.value);
      if (group === null) continue;
      for (const day of each.usual) group.usual.add(day);
      for (const day of each.all) group.all.add(day);
      for (const [role, times] of each.roles) group.roles.add(role, times);
      this.#widen(group, each.first);
      this.#widen(group, each.last);
      group.items += each.items;
      group.examples.push(...each.examples.slice(0, MOST_EXAMPLES - group.examples.length));
    }
  }

  #widen(group: Growing, time: string | null): void {
    if (time === null) return;
    if (group.first === null || time < group.first) group.first = time;
    if (group.last === null || time > group.last) group.last = time;
  }

  /** How familiar a value is and how many items bear it, for what is told beside the groups. */
  about(kind: TraceKind, value: string): { readonly familiarity: Familiarity; readonly items: number } {
    const group = this.#values.get(kind)?.get(value);
    if (group === undefined) return { familiarity: 'unknown', items: 0 };
    return { familiarity: this.#measure(group).familiarity, items: group.items };
  }

  /** Every value that an item of the leak bears. Ids that only one item bears are its own business. */
  *groups(): IterableIterator<TraceGroup> {
    for (const group of this.#all()) {
      if (group.items === 0 || (group.items === 1 && ALONE.has(group.kind))) continue;
      const { kind, value, items, first, last, examples } = group;
      yield {
        kind,
        value,
        items,
        first,
        last,
        roles: group.roles.top(MOST_ROLES),
        ...this.#measure(group),
        examples,
      };
    }
  }

  *#all(): IterableIterator<Growing> {
    for (const ofKind of this.#values.values()) yield* ofKind.values();
  }

  #measure({ kind, usual, all }: Growing): ReturnType<typeof measure> {
    return measure({
      usualDays: usual.size,
      ofUsualDays: this.#usualDays.get(kind)?.size ?? 0,
      allDays: all.size,
      ofAllDays: this.#allDays.get(kind)?.size ?? 0,
    });
  }
}

const ALONE: ReadonlySet<TraceKind> = new Set(['guid', 'rsid']);

function daysOf(map: Map<TraceKind, DaySet>, kind: TraceKind): DaySet {
  const known = map.get(kind);
  if (known !== undefined) return known;
  const days = new DaySet();
  map.set(kind, days);
  return days;
}

/** Days since 1970 UTC; null without a date that can be one. */
function dayOf(time: string | null): number | null {
  if (time === null) return null;
  const day = Math.floor(Date.parse(time.slice(0, 10)) / 86_400_000);
  return Number.isFinite(day) && day > 3_650 && day < 50_000 ? day : null;
}
