import { createHash } from 'node:crypto';
import type { MessageRow } from '../case/store.ts';
import { isKnownForm, isOwnTag, isUnlikeBoilerplate } from '../examine/boilerplate/known-forms.ts';
import { type Unit, unitsOf } from '../examine/boilerplate/units.ts';
import type { AddedFinding, ReferenceFinding } from '../judge/evidence.ts';
import type { AddedText, SignatureResult } from '../model/index.ts';

/** A line of boilerplate is on messages of so many authors, days and Message-IDs besides this one. */
const LEAST_AUTHORS = 3;
const LEAST_DAYS = 3;
const LEAST_MESSAGES = 4;
/**
 * And on so large a share of all messages of its route to which anything was added. Software adds its footer to
 * every message; footers change, so that several share a list's years. Attack: one lie under a handful of messages.
 */
const LEAST_SHARE = 0.2;
/** Attack: a hundred thousand messages with eighty new lines each. What comes later is not learnt. */
const MOST_UNITS = 200_000;

interface Seen {
  messages: number;
  readonly authors: Set<string>;
  readonly days: Set<string>;
}

interface Route {
  /** Messages of it to which something was added at this place. */
  messages: number;
  readonly units: Map<string, Seen>;
}

/**
 * What the software on each route adds to every message, learnt from the messages whose signatures verify once
 * it is set aside. An addition counts as harmless only when all of it is known; a footer that a forger wrote once is not.
 */
export class Boilerplate {
  readonly #routes = new Map<string, Route>();
  #units = 0;

  static of(...archives: readonly Iterable<MessageRow>[]): Boilerplate {
    const learnt = new Boilerplate();
    for (const messages of archives) for (const message of messages) learnt.#add(message);
    return learnt;
  }

  #add(message: MessageRow): void {
    const added = message.signatures.flatMap((signature) => signature.undone?.added ?? []);
    if (added.length === 0) return;
    const author = message.fromAddress;
    const day = message.date?.slice(0, 10) ?? '';
    for (const place of new Set(added.map(placeOf))) {
      const here = added.filter((each) => placeOf(each) === place);
      const units = new Set(here.flatMap(({ text }) => unitsOf(text).map(({ normal }) => keyOf(normal))));
      for (const route of routesOf(message, place)) this.#learn(route, units, author, day);
    }
  }

  #learn(name: string, units: ReadonlySet<string>, author: string, day: string): void {
    const route = this.#routes.get(name) ?? { messages: 0, units: new Map<string, Seen>() };
    this.#routes.set(name, route);
    route.messages++;
    for (const unit of units) {
      let seen = route.units.get(unit);
      if (seen === undefined) {
        if (this.#units >= MOST_UNITS) continue;
        this.#units++;
        seen = { messages: 0, authors: new Set(), days: new Set() };
        route.units.set(unit, seen);
      }
      seen.messages++;
      if (seen.authors.size < LEAST_AUTHORS) seen.authors.add(author);
      if (seen.days.size < LEAST_DAYS) seen.days.add(day);
    }
  }

  /** What of the words added to a message is not known boilerplate, by signature; null where none were added. */
  about(
    message: Pick<MessageRow, 'list'>,
    signatures: readonly SignatureResult[],
  ): readonly (AddedFinding | null)[] {
    return signatures.map(({ undone }) => {
      const added = undone?.added ?? [];
      return added.length === 0 ? null : this.#findingOf(message, added);
    });
  }

  /** The same for what a message has more than the victim's own copy; null where nothing was only added. */
  aboutReference(message: Pick<MessageRow, 'list'>, reference: ReferenceFinding): AddedFinding | null {
    if (reference.type !== 'differs') return null;
    const added = reference.differences.flatMap(({ part, changes }) =>
      changes.flatMap(({ type, text }): readonly AddedText[] =>
        type === 'added' ? [{ at: part === 'subject' ? 'subject' : 'end', text, whole: true }] : [],
      ),
    );
    return added.length === 0 ? null : this.#findingOf(message, added);
  }

  #findingOf(message: Pick<MessageRow, 'list'>, added: readonly AddedText[]): AddedFinding {
    const isKnown = (unit: Unit, place: string): boolean =>
      isKnownForm(unit, message.list) ||
      (place === 'subject' && isOwnTag(unit, message.list)) ||
      this.#knows(message, place, keyOf(unit.normal));
    const unknown = added.flatMap((each) =>
      unitsOf(each.text).filter((unit) => !isKnown(unit, placeOf(each))),
    );
    return {
      unreadable: added.some(({ whole }) => !whole),
      unknown: unknown.map(({ written }) => written),
      unlike: unknown.filter(isUnlikeBoilerplate).map(({ written }) => written),
    };
  }

  #knows(message: Pick<MessageRow, 'list'>, place: string, unit: string): boolean {
    return routesOf(message, place).some((name) => {
      const route = this.#routes.get(name);
      const seen = route?.units.get(unit);
      if (route === undefined || seen === undefined) return false;
      const { messages, authors, days } = seen;
      const isOfMany = authors.size >= LEAST_AUTHORS && days.size >= LEAST_DAYS && messages >= LEAST_MESSAGES;
      return isOfMany && messages >= LEAST_SHARE * route.messages;
    });
  }
}

function keyOf(normal: string): string {
  return createHash('sha256').update(normal).digest('base64url').slice(0, 16);
}

function placeOf({ at }: AddedText): string {
  return at === 'part' ? 'end' : at;
}

/**
 * A list, and the host it is run on, whose software puts the same under all its lists. Filters belong to whoever
 * received the mail, which the leak as a whole stands for.
 */
function routesOf({ list }: Pick<MessageRow, 'list'>, place: string): readonly string[] {
  if (list === null) return [`${place} filter`];
  const id = (/<([^<>]{1,200})>/.exec(list)?.[1] ?? list).toLowerCase();
  const host = id.slice(id.indexOf('.') + 1);
  return [`${place} ${id}`, `${place} ${host}`, ...(place === 'end' ? [] : [`${place} filter`])];
}
