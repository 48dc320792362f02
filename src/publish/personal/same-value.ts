import type { PersonalKind } from './find-spans.ts';

/** A value in one form, however it was written: what pseudonyms go by, so that one person has one number. */
export function sameValue(kind: PersonalKind, plain: string): string {
  // A number of France is the same from abroad.
  if (kind === 'phone') return plain.replace(/^(?:\+|00)330?/u, '0');
  return kind === 'birth-date' ? dayOf(plain) : plain;
}

/** `12031975` for `12MARS1975`, `MARCH121975` and `19750312`; what is no such date stays as it is. */
function dayOf(plain: string): string {
  const flat = plain.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
  const yearFirst = /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/u.exec(flat);
  if (yearFirst !== null && !/(?:19|20)\d\d$/u.test(flat))
    return `${yearFirst[3]}${yearFirst[2]}${yearFirst[1]}`;
  const [, before = '', name = '', after = '', year = ''] =
    /^(\d{0,2})(?:ER|ST|ND|RD|TH)?([A-Z]{3,9})(\d{0,2})(?:ST|ND|RD|TH)?((?:19|20)\d\d)$/u.exec(flat) ?? [];
  const month = MONTHS.findIndex((names) => names.split(' ').includes(name)) + 1;
  const day = before || after;
  return month === 0 || day === ''
    ? plain
    : `${day.padStart(2, '0')}${String(month).padStart(2, '0')}${year}`;
}

/** In French and English, with the short forms of either. */
const MONTHS: readonly string[] = [
  'JANVIER JANV JANUARY JAN',
  'FEVRIER FEVR FEV FEBRUARY FEB',
  'MARS MARCH MAR',
  'AVRIL AVR APRIL APR',
  'MAI MAY',
  'JUIN JUNE JUN',
  'JUILLET JUIL JULY JUL',
  'AOUT AUGUST AUG',
  'SEPTEMBRE SEPT SEP SEPTEMBER',
  'OCTOBRE OCT OCTOBER',
  'NOVEMBRE NOV NOVEMBER',
  'DECEMBRE DEC DECEMBER',
];
