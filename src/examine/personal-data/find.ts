import { findCards, findIbans, findRibs } from './bank.ts';
import type { Certainty, Detector, PersonalDatum } from './datum.ts';
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
const DETECTORS: readonly Detector[] = [
  findNirs,
  findIbans,
  findRibs,
  findSirets,
  findCards,
  findSirens,
  findEmails,
  findPhones,
  findPlates,
  findPassports,
  findBirthDates,
  findAddresses,
];

const BELIEF: Readonly<Record<Certainty, number>> = { valid: 2, shape: 1, review: 0 };

/**
 * Identifiers in a text, in order of place, none over another: of two that overlap the more certain stays, then
 * the longer; but one that reaches over the whole of the other takes its place, so that no digit is left to be
 * read beside a redaction. Check digits are verified; what fails them is kept for review and never cleared.
 * Formats: INSEE (NIR, SIREN), ISO 13616 (IBAN), ISO/IEC 7812 (cards), E.164, the French SIV.
 */
export function findPersonalData(text: string): readonly PersonalDatum[] {
  const found = DETECTORS.flatMap((detect, order) => [...detect(text)].map((datum) => ({ datum, order })));
  const believed = found.sort(
    (a, b) =>
      BELIEF[b.datum.certainty] - BELIEF[a.datum.certainty] ||
      b.datum.found.length - a.datum.found.length ||
      a.order - b.order ||
      a.datum.at - b.datum.at,
  );
  // By unit of the text: one more than the index of the hit that has it, or 0.
  const owner = new Uint32Array(text.length);
  const kept: (PersonalDatum | null)[] = [];
  for (const { datum } of believed) {
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
