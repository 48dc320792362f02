import { findCards, findIbans, findRibs, findRibsInCells } from './bank.ts';
import type { Certainty, DatumKind, Detector, PersonalDatum } from './datum.ts';
import { findSirens, findSirets } from './firm.ts';
import { findNirs } from './nir.ts';
import {
  findAddresses,
  findBirthDates,
  findEmails,
  findPassports,
  findPhones,
  findPlates,
} from './person.ts';

/** In the order in which they are believed when two claim the same digits with equal certainty. */
const DETECTORS: Readonly<Record<DatumKind, Detector>> = {
  nir: findNirs,
  iban: findIbans,
  rib: findAllRibs,
  siret: findSirets,
  card: findCards,
  siren: findSirens,
  email: findEmails,
  phone: findPhones,
  plate: findPlates,
  passport: findPassports,
  'birth-date': findBirthDates,
  address: findAddresses,
};

const ORDER = Object.keys(DETECTORS) as readonly DatumKind[];

const BELIEF: Readonly<Record<Certainty, number>> = { valid: 2, shape: 1, review: 0 };

/**
 * Identifiers in a text, in order of place, none over another: of two that overlap the more certain stays, then
 * the longer; but one that reaches over the whole of the other takes its place, so that no digit is left to be
 * read beside a redaction. Check digits are verified; what fails them is kept for review and never cleared.
 * Formats: INSEE (NIR, SIREN), ISO 13616 (IBAN), ISO/IEC 7812 (cards), E.164, the French SIV. With `kinds` only those are
 * looked for, each in its own time.
 */
export function findPersonalData(
  text: string,
  kinds: readonly DatumKind[] = ORDER,
): readonly PersonalDatum[] {
  return withoutOverlap(kinds.flatMap((kind) => [...DETECTORS[kind](text)]));
}

/** Of what detectors found in one text, what stays by the rules above; in order of place. */
export function withoutOverlap(found: readonly PersonalDatum[]): readonly PersonalDatum[] {
  const believed = found.toSorted(
    (a, b) =>
      BELIEF[b.certainty] - BELIEF[a.certainty] ||
      b.found.length - a.found.length ||
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      a.at - b.at,
  );
  // By unit of the text: one more than the index of the hit that has it, or 0.
  const owner = new Uint32Array(Math.max(0, ...found.map((datum) => datum.at + datum.found.length)));
  const kept: (PersonalDatum | null)[] = [];
  for (const datum of believed) {
    const end = datum.at + datum.found.length;
    const under = [...new Set(owner.subarray(datum.at, end))].filter((index) => index > 0);
    if (!under.every((index) => reachesOver(datum, kept[index - 1] ?? null))) continue;
    for (const index of under) kept[index - 1] = null;
    kept.push(datum);
    owner.fill(kept.length, datum.at, end);
  }
  return kept.filter((datum) => datum !== null).sort((a, b) => a.at - b.at);
}

/** Whether `outer` has all of `inner`, and more. */
function reachesOver(outer: PersonalDatum, inner: PersonalDatum | null): boolean {
  if (inner === null) return true;
  return (
    outer.at <= inner.at &&
    outer.at + outer.found.length >= inner.at + inner.found.length &&
    outer.found.length > inner.found.length
  );
}

/** In one piece or in groups, and part by part. */
function* findAllRibs(text: string): Generator<PersonalDatum> {
  yield* findRibs(text);
  yield* findRibsInCells(text);
}
