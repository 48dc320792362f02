/** Kinds of personal data that are counted. */
export const DATUM_KINDS = [
  'nir',
  'iban',
  'rib',
  'siret',
  'siren',
  'card',
  'phone',
  'email',
  'plate',
  'passport',
  'birth-date',
  'address',
] as const;

/** `nir` is the French social security number; the others are called as in English. */
export type DatumKind = (typeof DATUM_KINDS)[number];

/**
 * How sure a hit is. `valid`: its check digits hold. `shape`: it has none, and looks right. `review`: it looks
 * right and its check digits do not hold: a slip of the pen is still somebody's number, so it is never cleared.
 */
export type Certainty = 'valid' | 'shape' | 'review';

/** Something in a text that points at a person, or at an account or a firm. */
export interface PersonalDatum {
  readonly kind: DatumKind;
  readonly certainty: Certainty;
  /** Offset in UTF-16 units. */
  readonly at: number;
  /** As written. */
  readonly found: string;
  /** Without separators, in capitals: the same number written in two ways compares equal. */
  readonly plain: string;
}

/** Finds one family of identifiers. Linear in the text; never throws. */
export type Detector = (text: string) => Iterable<PersonalDatum>;
