import { findIbans, findRibs } from '../../examine/personal-data/bank.ts';

/**
 * Account numbers in a text whose check digits are right, each once as written: IBANs of every country (ISO 13616, ISO
 * 7064 MOD 97-10) and the French numbers of before. They are somebody's, perhaps.
 */
export function validAccountNumbers(text: string): string[] {
  const found = [...findIbans(text), ...findRibs(text)].filter(({ certainty }) => certainty === 'valid');
  return [...new Set(found.map((datum) => datum.found))];
}
