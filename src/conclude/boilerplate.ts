import { parse } from 'tldts';
import type { MessageRow } from '../case/store.ts';
import {
  isFirstContact,
  isGroupFooter,
  isKnownForm,
  isOwnTag,
  isUnlikeBoilerplate,
} from '../examine/boilerplate/known-forms.ts';
import { isScannerForm } from '../examine/boilerplate/scanner-forms.ts';
import { type Unit, unitsOf } from '../examine/boilerplate/units.ts';
import type { AddedFinding, ReferenceFinding } from '../judge/evidence.ts';
import type { AddedText, SignatureResult } from '../model/index.ts';
import { type BoilerplateSummary, LearntUnits, unitKey } from './learnt-units.ts';
import { idOf, listWrittenTo, routesOf } from './list-routes.ts';

/**
 * What the software on each route adds to every message, learnt from the messages whose signatures verify once
 * it is set aside. An addition counts as harmless only when all of it is known; a footer that a forger wrote once is not.
 */
export class Boilerplate {
  readonly #learnt = new LearntUnits();

  /** Learns from a message whose signature verifies, or states the hash of the text that is there. */
  add(
    message: Pick<MessageRow, 'list' | 'fromAddress' | 'date'>,
    signatures: readonly SignatureResult[],
  ): void {
    const authors = signatures.filter((signature) => !isOfList(signature, message));
    const isVerifying = authors.some(isVerified);
    if (!isVerifying && !authors.some(isUncheckable)) return;
    const added = signatures.flatMap((signature) => signature.undone?.added ?? []);
    const units = new Set(
      added.flatMap((each) => unitsOf(each.text).map((unit) => unitKey(placeOf(each), unit))),
    );
    const told = { units, author: message.fromAddress, day: message.date?.slice(0, 10) ?? '' };
    for (const route of routesOf(message.list)) this.#learnt.learn(!isVerifying, route, told);
  }

  /** What was learnt, to be handed on and added up with what was learnt elsewhere. */
  summary(): BoilerplateSummary {
    return this.#learnt.summary();
  }

  /** Adds what was learnt from messages that come after those learnt from so far. */
  take(summary: BoilerplateSummary): void {
    this.#learnt.take(summary);
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
      this.#learnt.knows(false, list, place, unit) ||
      (isOpen && this.#learnt.knows(true, list, place, unit)) ||
      isPartHeader(unit) ||
      isScannerForm(unit) ||
      isKnownForm(unit, writtenTo) ||
      (place === 'top' && isFirstContact(unit, fromAddress)) ||
      (place === 'subject' && isOwnTag(unit, writtenTo()));
    const units = added.flatMap((each) => unitsOf(each.text));
    const unreadable = added.some(({ whole }) => !whole);
    if (list === null && !unreadable && isGroupFooter(units, recipientsOf(message)))
      return { unreadable, isOfScanner: false, isOfGroup: true, unknown: [], unlike: [] };
    const unknown = added.flatMap((each) =>
      unitsOf(each.text).filter((unit) => !isKnown(unit, placeOf(each))),
    );
    return {
      unreadable,
      isOfScanner: !unreadable && units.length > 0 && units.every(isScannerForm),
      unknown: unknown.map(({ written }) => written),
      unlike: unknown.filter(isUnlikeBoilerplate).map(({ written }) => written),
    };
  }
}

function recipientsOf({ recipients }: Asked): readonly string[] {
  return [...recipients.to, ...recipients.cc];
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

function placeOf({ at }: AddedText): string {
  return at === 'part' ? 'end' : at;
}
