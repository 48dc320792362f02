import { type Certainty, type DatumKind, findPersonalData } from '../../examine/personal-data/index.ts';
import { isDisguised } from './disguise.ts';
import { hasFigureWords } from './drawn-figures.ts';
import { decodedRuns } from './encoded.ts';
import { findNames, type ListedName } from './names.ts';
import { originalRange, type ReadingWay, readable } from './readable.ts';
import { sameValue } from './same-value.ts';
import { hasSpokenNumbers } from './spoken-numbers.ts';

export type PersonalKind = DatumKind | 'name';

/** Something personal in a text. */
export interface PersonalSpan {
  readonly kind: PersonalKind;
  readonly certainty: Certainty;
  readonly at: number;
  readonly end: number;
  /** As written. */
  readonly found: string;
  /** The same however it is written: what pseudonyms go by. */
  readonly plain: string;
}

/** Kinds with check digits: across a line end nothing else is believed, as columns of figures would be. */
const CHECKED: ReadonlySet<PersonalKind> = new Set(['nir', 'iban', 'rib', 'card', 'siret']);

/** Others are believed across one line end where no column of figures looks so: mobile numbers in pairs, addresses. */
const BROKEN: Readonly<Partial<Record<PersonalKind, RegExp>>> = {
  phone:
    /^(?:(?:\+|00)33[ .-]?(?:\(0\))?[ .-]?[1-9]|0[67])(?:[ .-]?\d\d){0,4}[ .-]?[\r\n> \t]{1,8}\d\d(?:[ .-]?\d\d){0,3}$/u,
  email: /[\p{L}\p{N}]@[ \t]?\r?\n[> \t]{0,8}[^\s>]/u,
};

/**
 * Identifiers and listed names in a text, in order of place, none over another: what overlaps becomes one span under the
 * more certain kind. Numbers broken by a line end, by signs without width or by the edges of cells, in words or with letters
 * for figures, words set letter by letter, and addresses in disguise are found too.
 */
export function findSpans(text: string, names: readonly ListedName[]): readonly PersonalSpan[] {
  const found = [...spansOf(text, 'plain'), ...encodedSpans(text, names), ...namesIn(text, names)];
  for (const { way, worthIt, believed, kinds, hasNames } of OTHER_READINGS) {
    if (!worthIt(text)) continue;
    found.push(...spansOf(text, way, kinds).filter(believed));
    if (hasNames) found.push(...namesRead(text, way, names));
  }
  return merged(found, text);
}

/** A way to read a text beside the plain one. */
interface Reading {
  readonly way: ReadingWay;
  /** Most texts have nothing for it. */
  readonly worthIt: (text: string) => boolean;
  /** What is found by it and by no other is believed where chance does not look so. */
  readonly believed: (span: PersonalSpan) => boolean;
  readonly kinds?: readonly DatumKind[];
  /** Whether listed names are looked for as well. */
  readonly hasNames: boolean;
}

const OTHER_READINGS: readonly Reading[] = [
  { way: 'flow', worthIt: (text) => text.includes('\n'), believed: isSureInFlow, hasNames: false },
  {
    way: 'undisguised',
    worthIt: isDisguised,
    believed: isSureUndisguised,
    hasNames: true,
  },
  { way: 'closed', worthIt: (text) => LETTER_SPACED.test(text), believed: isSure, hasNames: true },
  {
    way: 'regrouped',
    worthIt: (text) => IN_CELLS.test(text),
    believed: isSureInCells,
    kinds: ['iban', 'nir', 'rib', 'card'],
    hasNames: false,
  },
  { way: 'spoken', worthIt: hasSpokenNumbers, believed: isNumberToCall, hasNames: false },
  { way: 'figured', worthIt: hasFigureWords, believed: isNumberToCall, hasNames: false },
];

/** Slashes are read as blanks there, and a day with its hour has as many figures as a telephone number: `08/12/2024 22`. */
function isSureUndisguised({ certainty, kind, found }: PersonalSpan): boolean {
  return certainty !== 'review' && !(kind === 'phone' && DAY.test(found));
}

const DAY = /\d\/\d{1,2}\/\d{4}/u;

function isSureInFlow({ certainty, kind, found }: PersonalSpan): boolean {
  return (certainty === 'valid' && CHECKED.has(kind)) || BROKEN[kind]?.test(found) === true;
}

/** Figures that were made of words and letters: what has check digits that hold, and telephone numbers. */
function isNumberToCall({ certainty, kind }: PersonalSpan): boolean {
  return certainty === 'valid' ? CHECKED.has(kind) : kind === 'phone';
}

function namesIn(text: string, names: readonly ListedName[]): PersonalSpan[] {
  return findNames(text, names).map(({ name, at, end }) => nameSpan(text, name, { at, end }));
}

/** Names in a text that is read another way: letter by letter, or as JSON, HTML, mail and addresses of the web write it. */
function namesRead(text: string, way: ReadingWay, names: readonly ListedName[]): PersonalSpan[] {
  if (names.length === 0) return [];
  const made = readable(text, way);
  return findNames(made.text, names).map(({ name, at, end }) =>
    nameSpan(text, name, originalRange(made, at, end)),
  );
}

function nameSpan(
  text: string,
  name: string,
  { at, end }: { readonly at: number; readonly end: number },
): PersonalSpan {
  return { kind: 'name', certainty: 'valid', at, end, found: text.slice(at, end), plain: name };
}

/** Whether it is worth the while to close a text up: four letters or digits in a row that stand alone. */
const LETTER_SPACED =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][ \u00a0\u2009\u202f]){3}[\p{L}\p{N}](?![\p{L}\p{N}])/u;

/** Closed up, a column of single figures is a long number: only check digits are believed, and mobile numbers. */
function isSure({ certainty, kind, plain }: PersonalSpan): boolean {
  return certainty === 'valid' ? CHECKED.has(kind) : kind === 'phone' && /^0[67]/u.test(plain);
}

/** Whether it is worth the while to take a text's cells together: figures parted by what no number is grouped by. */
const IN_CELLS = /[\p{L}\p{N}](?:\s{0,2}[_|/,;:·•*–]\s{0,2}|[ \t]{2,6}|\s?-\s)\d/u;

/** Of the cells of a table put together one in 97 holds by chance, one in ten as a card: a card must be of four groups. */
function isSureInCells({ certainty, kind, found }: PersonalSpan): boolean {
  return certainty === 'valid' && (kind !== 'card' || /^\d{4}(?:\D{1,6}\d{4}){3}$/u.test(found));
}

function spansOf(text: string, way: ReadingWay, kinds?: readonly DatumKind[]): PersonalSpan[] {
  const made = readable(text, way);
  return findPersonalData(made.text, kinds).map(({ kind, certainty, plain, at, found }) => {
    const range = originalRange(made, at, at + found.length);
    return {
      kind,
      certainty,
      ...range,
      found: text.slice(range.at, range.end),
      plain: sameValue(kind, plain),
    };
  });
}

/** A run of base64 that holds something personal goes whole: it cannot be marked within. */
function encodedSpans(text: string, names: readonly ListedName[]): PersonalSpan[] {
  return [...decodedRuns(text)].flatMap(({ at, end, text: decoded }): PersonalSpan[] => {
    const first = findPersonalData(decoded).find(
      ({ certainty, kind }) => certainty !== 'review' && ENCODED.has(kind),
    );
    const found = text.slice(at, end);
    if (first !== undefined)
      return [
        {
          kind: first.kind,
          certainty: first.certainty,
          at,
          end,
          found,
          plain: sameValue(first.kind, first.plain),
        },
      ];
    const [name] = decoded.length > SHORTEST_NAMED ? findNames(decoded, names) : [];
    return name === undefined ? [] : [{ kind: 'name', certainty: 'valid', at, end, found, plain: name.name }];
  });
}

/** What noise does not look like by accident. */
const ENCODED: ReadonlySet<PersonalKind> = new Set([
  'nir',
  'iban',
  'email',
  'phone',
  'address',
  'birth-date',
]);
const SHORTEST_NAMED = 12;

const BELIEF: Readonly<Record<Certainty, number>> = { valid: 2, shape: 1, review: 0 };

function merged(spans: readonly PersonalSpan[], text: string): readonly PersonalSpan[] {
  const kept: PersonalSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.at - b.at || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || span.at >= last.end) {
      kept.push(span);
      continue;
    }
    // A name within an address is part of the address; of two that cross, the more certain is believed.
    const inside = span.end < last.end || (span.end === last.end && span.at > last.at);
    const believed = !inside && BELIEF[span.certainty] > BELIEF[last.certainty] ? span : last;
    const end = Math.max(last.end, span.end);
    kept[kept.length - 1] = { ...believed, at: last.at, end, found: text.slice(last.at, end) };
  }
  return kept;
}
