/** Was the place that was changed named? By its part ("the subject"), and by its words or bytes. */
import type { Reason } from '../../model/index.ts';
import type { Region, RegionPart } from '../truth.ts';

/** Whether there is a place to name: a signature made anew from end to end has neither words nor bytes of its own. */
export function hasPlace({ before, after, bytes }: Region): boolean {
  return before !== '' || after !== '' || bytes !== null;
}

/** What of a change was named. */
export interface Localised {
  readonly part: boolean;
  readonly place: boolean;
}

/** Whether the reasons name the part of a change, and the very place. */
export function localise(region: Region, reasons: readonly Reason[]): Localised {
  const part = reasons.some((reason) => partsOf(reason).has(region.part));
  const place = reasons.some(({ detail }) => namesPlace(detail, region, 0));
  return { part: part || place, place };
}

/** What the code of a reason says by itself. `header-changed` says that some field was, not which: nothing. */
const BY_CODE: Readonly<Record<string, RegionPart>> = {
  'extra-from': 'from',
  'extra-subject': 'subject',
  'extra-date': 'date',
  'extra-content-type': 'content-type',
  'header-good-body-changed': 'body',
  'header-good-body-changed-in-transit': 'body',
  'body-beyond-length': 'body',
  'text-added': 'body',
  'key-mismatch': 'signature',
  'two-keys': 'signature',
};

const BY_CHANGE: Readonly<Record<string, RegionPart>> = {
  'list-footer': 'body',
  'list-header': 'body',
  'list-wrapping': 'body',
  'security-banner': 'body',
  'from-stuffing': 'body',
  'subject-tag': 'subject',
  'from-munging': 'from',
};

function partsOf({ code, detail }: Reason): ReadonlySet<string> {
  const parts = new Set<string>();
  const own = BY_CODE[code];
  if (own !== undefined) parts.add(own);
  for (const name of strings(detail.parts)) parts.add(name);
  for (const name of strings(detail.fields)) parts.add(name.toLowerCase());
  for (const change of strings(detail.changes)) {
    const part = BY_CHANGE[change];
    if (part !== undefined) parts.add(part);
  }
  return parts;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

// A finding that points at half the message points at nothing.
const WIDEST = 4;
const WIDEST_MARGIN = 400;
/** Details are nested no deeper: differences, changes, text. */
const DEEPEST = 6;
const WORD_KEYS = new Set(['text', 'removed', 'added', 'before', 'after', 'words', 'value', 'stamp']);

function namesPlace(value: unknown, region: Region, depth: number): boolean {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((each) => namesPlace(each, region, depth + 1));
  const object = value as Readonly<Record<string, unknown>>;
  if (overlaps(object, region)) return true;
  return Object.entries(object).some(([key, inner]) =>
    WORD_KEYS.has(key) && (typeof inner === 'string' || isStrings(inner))
      ? [inner].flat().some((text) => sharesWords(text, region))
      : namesPlace(inner, region, depth + 1),
  );
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function overlaps({ start, end }: Readonly<Record<string, unknown>>, { bytes }: Region): boolean {
  if (typeof start !== 'number' || typeof end !== 'number' || bytes === null) return false;
  const length = bytes.end - bytes.start;
  return end - start <= WIDEST * length + WIDEST_MARGIN && start < bytes.end && end > bytes.start;
}

/** At least half of the words named are words that were changed. */
function sharesWords(text: string, { before, after }: Region): boolean {
  const named = wordsOf(text);
  const changed = new Set(wordsOf(`${before} ${after}`));
  const shared = named.filter((word) => changed.has(word)).length;
  return shared > 0 && shared * 2 >= named.length;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
