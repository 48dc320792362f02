/** Personal data in text: what has to go before anything is published. */
export { ibanHolds, luhnHolds, nirKey, ribKey, sirenHolds } from './check-digits.ts';
export { countPersonalData, type PersonalCount } from './count.ts';
export { type Certainty, DATUM_KINDS, type DatumKind, type PersonalDatum } from './datum.ts';
export { findPersonalData } from './find.ts';
