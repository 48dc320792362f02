import { DATUM_KINDS } from '../../examine/personal-data/index.ts';
import type { Text } from '../../model/text.ts';
import type { PersonalKind } from './find-spans.ts';

export const PERSONAL_KINDS: readonly PersonalKind[] = [...DATUM_KINDS, 'name'];

/** What an identifier is called, in the middle of a sentence and in a mark. */
export const KIND_WORDS: Readonly<Record<PersonalKind, Text>> = {
  nir: { en: 'French social security number', fr: 'n° de sécurité sociale' },
  iban: { en: 'IBAN', fr: 'IBAN' },
  rib: { en: 'bank account', fr: 'RIB' },
  siret: { en: 'SIRET', fr: 'SIRET' },
  siren: { en: 'SIREN', fr: 'SIREN' },
  card: { en: 'card number', fr: 'n° de carte' },
  phone: { en: 'phone', fr: 'téléphone' },
  email: { en: 'e-mail address', fr: 'adresse e-mail' },
  plate: { en: 'number plate', fr: 'plaque' },
  passport: { en: 'passport number', fr: 'n° de passeport' },
  'birth-date': { en: 'date of birth', fr: 'date de naissance' },
  address: { en: 'postal address', fr: 'adresse postale' },
  name: { en: 'name', fr: 'nom' },
};

/** Enough to find it again, not enough to use it: the first and the last character of what is long. */
export function masked(found: string): string {
  const signs = [...found.trim()];
  if (signs.length <= 3) return '•'.repeat(signs.length);
  const inner = signs.slice(1, -1).map((sign) => (/[\p{L}\p{N}]/u.test(sign) ? '•' : sign));
  return [signs[0], ...inner, signs.at(-1)].join('');
}
