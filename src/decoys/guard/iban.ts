import type { Random } from '../model/random.ts';

const LENGTHS: Readonly<Record<string, number>> = {
  FR: 27,
  DE: 22,
  GB: 22,
  BE: 16,
  ES: 24,
  IT: 27,
  LU: 20,
  CH: 21,
};
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/g;

/** An account number that looks right and that every bank's form refuses: its check digits are wrong. */
export function brokenIban(country: keyof typeof LENGTHS, random: Random): string {
  const digits = random.letters((LENGTHS[country] ?? 22) - 4, '0123456789');
  const right = 98 - remainder(`${digits}${country}00`);
  // Off by 1 to 96, never by 97: 97 would be right again.
  const wrong = ((right - 2 + random.between(1, 95)) % 96) + 2;
  return `${country}${String(wrong).padStart(2, '0')}${digits}`.replace(/.{4}(?=.)/g, '$& ');
}

/** Account numbers in a text whose check digits are right (ISO 13616, ISO 7064 MOD 97-10): somebody's, perhaps. */
export function validIbans(text: string): string[] {
  return [...new Set(text.match(IBAN) ?? [])].filter((written) => {
    const iban = written.replaceAll(' ', '');
    return iban.length === LENGTHS[iban.slice(0, 2)] && remainder(iban.slice(4) + iban.slice(0, 4)) === 1;
  });
}

/** Of the number in which letters stand for 10 to 35, by 97. */
function remainder(written: string): number {
  let rest = 0;
  for (const character of written) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
