import {
  type Certainty,
  type DatumKind,
  findPersonalData,
  type PersonalDatum,
} from '../../examine/personal-data/index.ts';
import { findNames, type ListedName } from './names.ts';
import { originalRange, readable } from './readable.ts';

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
const CHECKED = new Set<DatumKind>(['nir', 'iban', 'rib', 'card', 'siret']);

/**
 * Identifiers and listed names in a text, in order of place, none over another: what overlaps becomes one span under the
 * more certain kind. Numbers broken by a line end or by signs without width are found too.
 */
export function findSpans(text: string, names: readonly ListedName[]): readonly PersonalSpan[] {
  const plain = readable(text);
  const found = findPersonalData(plain.text).map((one) =>
    spanOf(text, one, originalRange(plain, one.at, one.at + one.found.length)),
  );
  if (text.includes('\n')) {
    const flowing = readable(text, true);
    for (const one of findPersonalData(flowing.text)) {
      if (one.certainty !== 'valid' || !CHECKED.has(one.kind)) continue;
      found.push(spanOf(text, one, originalRange(flowing, one.at, one.at + one.found.length)));
    }
  }
  const listed = findNames(text, names).map(
    ({ name, at, end }): PersonalSpan => ({
      kind: 'name',
      certainty: 'valid',
      at,
      end,
      found: text.slice(at, end),
      plain: name,
    }),
  );
  return merged([...found, ...listed], text);
}

function spanOf(
  text: string,
  { kind, certainty, plain }: PersonalDatum,
  range: { at: number; end: number },
): PersonalSpan {
  return { kind, certainty, ...range, found: text.slice(range.at, range.end), plain };
}

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
    const inside = span.end <= last.end;
    const believed = !inside && BELIEF[span.certainty] > BELIEF[last.certainty] ? span : last;
    const end = Math.max(last.end, span.end);
    kept[kept.length - 1] = { ...believed, at: last.at, end, found: text.slice(last.at, end) };
  }
  return kept;
}
