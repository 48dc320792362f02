import { hash } from 'node:crypto';
import type { Unit } from '../examine/boilerplate/units.ts';
import { FILTER, routesOf } from './list-routes.ts';

/** A line of boilerplate is on messages of so many authors, days and Message-IDs besides this one. */
const LEAST_AUTHORS = 3;
const LEAST_DAYS = 3;
const LEAST_MESSAGES = 4;
/**
 * And on so large a share of all messages of its list that verify. Software adds its footer to every message;
 * footers change, so that several share a list's years. Attack: one lie under a handful of messages.
 */
const LEAST_SHARE = 0.2;
/** A filter marks what comes from outside, in some of the mailboxes of a leak, from some day on. */
const LEAST_SHARE_OF_FILTER = 0.05;
/** Attack: a hundred thousand messages with eighty new lines each. What comes later is not learnt. */
const MOST_UNITS = 200_000;
/** Attack: a list of its own for each message. Of those that come later nothing is learnt. */
const MOST_ROUTES = 50_000;

interface Seen {
  /** In the order in which they were first seen. */
  readonly number: number;
  messages: number;
  readonly authors: Set<string>;
  readonly days: Set<string>;
}

interface Route {
  /** Messages of it that verify, as they lie or without something. */
  messages: number;
  /** What was added to them, by place. */
  readonly units: Map<string, Seen>;
}

/** What was learnt from some messages, as plain data. */
export interface BoilerplateSummary {
  readonly routes: readonly (readonly [isOpen: boolean, name: string, messages: number])[];
  /** In the order in which they were first seen; `at` is the place of the route. */
  readonly units: readonly (readonly [
    at: number,
    unit: string,
    messages: number,
    authors: readonly string[],
    days: readonly string[],
  ])[];
}

/**
 * Units of text that software adds on a route, with who sent messages that bear them and when. What is learnt of messages that no
 * key can check is `open` and kept apart: it explains others of their kind alone.
 */
export class LearntUnits {
  readonly #routes = new Map<string, Route>();
  readonly #openRoutes = new Map<string, Route>();
  #units = 0;

  /** One message of a route, with the keys (`unitKey`) of what was added to it. */
  learn(
    isOpen: boolean,
    name: string,
    {
      units,
      author,
      day,
    }: { readonly units: ReadonlySet<string>; readonly author: string; readonly day: string },
  ): void {
    const routes = isOpen ? this.#openRoutes : this.#routes;
    const route = routeIn(routes, name);
    if (route === null) return;
    route.messages++;
    for (const unit of units) {
      const seen = this.#seenIn(route, unit);
      if (seen === null) continue;
      seen.messages++;
      if (seen.authors.size < LEAST_AUTHORS) seen.authors.add(author);
      if (seen.days.size < LEAST_DAYS) seen.days.add(day);
    }
  }

  /** Whether enough messages of the list, or of what a filter passes, bear this unit at this place. */
  knows(isOpen: boolean, list: string | null, place: string, unit: Unit): boolean {
    const known = isOpen ? this.#openRoutes : this.#routes;
    const key = unitKey(place, unit);
    return routesOf(list).some((name) => {
      // At the end of what shows no list, only a forger's handful would be found.
      if (place === 'end' && name === FILTER) return false;
      const route = known.get(name);
      const seen = route?.units.get(key);
      if (route === undefined || seen === undefined) return false;
      const { messages, authors, days } = seen;
      const isOfMany = authors.size >= LEAST_AUTHORS && days.size >= LEAST_DAYS && messages >= LEAST_MESSAGES;
      const share = name === FILTER ? LEAST_SHARE_OF_FILTER : LEAST_SHARE;
      return isOfMany && messages >= share * route.messages;
    });
  }

  /** What was learnt, to be handed on and added up with what was learnt elsewhere. */
  summary(): BoilerplateSummary {
    const routes: [isOpen: boolean, name: string, messages: number][] = [];
    const units: { readonly at: number; readonly unit: string; readonly seen: Seen }[] = [];
    for (const [isOpen, known] of [[false, this.#routes] as const, [true, this.#openRoutes] as const]) {
      for (const [name, route] of known) {
        const at = routes.push([isOpen, name, route.messages]) - 1;
        for (const [unit, seen] of route.units) units.push({ at, unit, seen });
      }
    }
    units.sort((a, b) => a.seen.number - b.seen.number);
    return {
      routes,
      units: units.map(({ at, unit, seen: { messages, authors, days } }) => [
        at,
        unit,
        messages,
        [...authors],
        [...days],
      ]),
    };
  }

  /** Adds what was learnt from messages that come after those learnt from so far. */
  take({ routes, units }: BoilerplateSummary): void {
    const places = routes.map(([isOpen, name, messages]) => {
      const known = isOpen ? this.#openRoutes : this.#routes;
      const route = routeIn(known, name);
      if (route !== null) route.messages += messages;
      return route;
    });
    for (const [at, unit, messages, authors, days] of units) {
      const route = places[at];
      const seen = route == null ? null : this.#seenIn(route, unit);
      if (seen === null) continue;
      seen.messages += messages;
      for (const author of authors) if (seen.authors.size < LEAST_AUTHORS) seen.authors.add(author);
      for (const day of days) if (seen.days.size < LEAST_DAYS) seen.days.add(day);
    }
  }

  #seenIn(route: Route, unit: string): Seen | null {
    const known = route.units.get(unit);
    if (known !== undefined) return known;
    if (this.#units >= MOST_UNITS) return null;
    const seen = { number: this.#units++, messages: 0, authors: new Set<string>(), days: new Set<string>() };
    route.units.set(unit, seen);
    return seen;
  }
}

/** Null for one too many. */
function routeIn(routes: Map<string, Route>, name: string): Route | null {
  const known = routes.get(name);
  if (known !== undefined) return known;
  if (routes.size >= MOST_ROUTES) return null;
  const route = { messages: 0, units: new Map<string, Seen>() };
  routes.set(name, route);
  return route;
}

/** A unit at a place (`top`, `subject`, `end`), as it is looked up. */
export function unitKey(place: string, unit: Unit): string {
  const known = keys.get(unit) ?? new Map<string, string>();
  keys.set(unit, known);
  const before = known.get(place);
  if (before !== undefined) return before;
  const key = hash('sha256', `${place} ${unit.normal}`, 'base64url').slice(0, 16);
  known.set(place, key);
  return key;
}

/** By unit, then by place: there are three. */
const keys = new WeakMap<Unit, Map<string, string>>();
