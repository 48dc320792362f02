import { hash } from 'node:crypto';
import { parse } from 'tldts';
import type { MessageRow } from '../case/store.ts';
import {
  isFirstContact,
  isKnownForm,
  isOwnTag,
  isUnlikeBoilerplate,
} from '../examine/boilerplate/known-forms.ts';
import { isScannerForm } from '../examine/boilerplate/scanner-forms.ts';
import { type Unit, unitsOf } from '../examine/boilerplate/units.ts';
import type { AddedFinding, ReferenceFinding } from '../judge/evidence.ts';
import type { AddedText, SignatureResult } from '../model/index.ts';
import { FILTER, idOf, listWrittenTo, routesOf } from './list-routes.ts';

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
 * What the software on each route adds to every message, learnt from the messages whose signatures verify once
 * it is set aside. An addition counts as harmless only when all of it is known; a footer that a forger wrote once is not.
 */
export class Boilerplate {
  readonly #routes = new Map<string, Route>();
  /** From messages that no key can check and whose text has its stated hash: it explains others of their kind alone. */
  readonly #openRoutes = new Map<string, Route>();
  #units = 0;

  add(
    message: Pick<MessageRow, 'list' | 'fromAddress' | 'date'>,
    signatures: readonly SignatureResult[],
  ): void {
    const authors = signatures.filter((signature) => !isOfList(signature, message));
    const routes = authors.some(isVerified)
      ? this.#routes
      : authors.some(isUncheckable)
        ? this.#openRoutes
        : null;
    if (routes === null) return;
    const added = signatures.flatMap((signature) => signature.undone?.added ?? []);
    const units = new Set(
      added.flatMap((each) => unitsOf(each.text).map((unit) => keyOf(placeOf(each), unit))),
    );
    for (const route of routesOf(message.list)) {
      this.#learn(routes, route, units, message.fromAddress, message.date?.slice(0, 10) ?? '');
    }
  }

  #learn(
    routes: Map<string, Route>,
    name: string,
    units: ReadonlySet<string>,
    author: string,
    day: string,
  ): void {
    const route = routes.get(name) ?? { messages: 0, units: new Map<string, Seen>() };
    routes.set(name, route);
    route.messages++;
    for (const unit of units) {
      const seen = this.#seenIn(route, unit);
      if (seen === null) continue;
      seen.messages++;
      if (seen.authors.size < LEAST_AUTHORS) seen.authors.add(author);
      if (seen.days.size < LEAST_DAYS) seen.days.add(day);
    }
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
      const route = known.get(name) ?? { messages: 0, units: new Map<string, Seen>() };
      known.set(name, route);
      route.messages += messages;
      return route;
    });
    for (const [at, unit, messages, authors, days] of units) {
      const route = places[at];
      const seen = route === undefined ? null : this.#seenIn(route, unit);
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

  /** What of the words added to a message is not known boilerplate, by signature; null where none were added. */
  about(message: Asked, signatures: readonly SignatureResult[]): readonly (AddedFinding | null)[] {
    return signatures.map((signature) => {
      const added = signature.undone?.added ?? [];
      return added.length === 0 ? null : this.#findingOf(message, added, isUncheckable(signature));
    });
  }

  /** The same for what a message has more than the victim's own copy; null where nothing was only added. */
  aboutReference(message: Asked, reference: ReferenceFinding): AddedFinding | null {
    if (reference.type !== 'differs') return null;
    const added = reference.differences.flatMap(({ part, changes }) =>
      changes.flatMap(({ type, text }): readonly AddedText[] =>
        type === 'added' ? [{ at: part === 'subject' ? 'subject' : 'end', text, whole: true }] : [],
      ),
    );
    return added.length === 0 ? null : this.#findingOf(message, added);
  }

  #findingOf(message: Asked, added: readonly AddedText[], isOpen = false): AddedFinding {
    const { list, fromAddress } = message;
    // Read from the case, and only few pieces need it.
    let written: string | null | undefined;
    const writtenTo = () => {
      if (written === undefined) written = listWrittenTo(message);
      return written;
    };
    // What most pieces are first: the footer of their list.
    const isKnown = (unit: Unit, place: string): boolean =>
      this.#knows(this.#routes, list, place, unit) ||
      (isOpen && this.#knows(this.#openRoutes, list, place, unit)) ||
      isPartHeader(unit) ||
      isScannerForm(unit) ||
      isKnownForm(unit, writtenTo) ||
      (place === 'top' && isFirstContact(unit, fromAddress)) ||
      (place === 'subject' && isOwnTag(unit, writtenTo()));
    const units = added.flatMap((each) => unitsOf(each.text));
    const unknown = added.flatMap((each) =>
      unitsOf(each.text).filter((unit) => !isKnown(unit, placeOf(each))),
    );
    const unreadable = added.some(({ whole }) => !whole);
    return {
      unreadable,
      isOfScanner: !unreadable && units.length > 0 && units.every(isScannerForm),
      unknown: unknown.map(({ written }) => written),
      unlike: unknown.filter(isUnlikeBoilerplate).map(({ written }) => written),
    };
  }

  #knows(known: ReadonlyMap<string, Route>, list: string | null, place: string, unit: Unit): boolean {
    const key = keyOf(place, unit);
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
}

type Asked = Pick<MessageRow, 'list' | 'fromAddress' | 'recipients'>;

function isVerified({ kind, header, body }: SignatureResult): boolean {
  return kind === 'dkim' && header.type === 'good' && body.type === 'match';
}

/** Lists glue their footer behind the last part, header and all: 6 of 3,610 real messages. Nothing but a type has a place in it. */
function isPartHeader({ written }: Unit): boolean {
  return (
    written.length <= 120 &&
    /^content-type: *text\/(?:plain|html)(?:; *charset="?[\w-]{1,40}"?)?$/i.test(written)
  );
}

/** No key is known, and the text has the hash that the signature states, as it lies or without something. */
function isUncheckable({ kind, header, body }: SignatureResult): boolean {
  const isUnknown = header.type === 'not-checkable' && header.why === 'no-key';
  return kind === 'dkim' && isUnknown && body.type === 'match';
}

/** The list's own signature covers its footer, so that nothing is set aside under it. */
function isOfList({ domain }: SignatureResult, { list }: Pick<MessageRow, 'list'>): boolean {
  return list !== null && idOf(list).endsWith(parse(domain).domain ?? domain);
}

function keyOf(place: string, unit: Unit): string {
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

function placeOf({ at }: AddedText): string {
  return at === 'part' ? 'end' : at;
}
