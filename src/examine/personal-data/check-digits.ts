/** Luhn's check (ISO/IEC 7812-1, annex B) over a string of digits. */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** Remainder of a number of any length by 97. */
export function mod97(digits: string): number {
  let rest = 0;
  for (let at = 0; at < digits.length; at++) rest = (rest * 10 + (digits.charCodeAt(at) - 48)) % 97;
  return rest;
}

/** ISO 13616: the first four characters go to the end, letters become 10 to 35, and the rest by 97 is 1. */
export function ibanHolds(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4);
  return mod97(turned.replace(/[A-Z]/gu, (letter) => String(letter.charCodeAt(0) - 55))) === 1;
}

/** Key of a French NIR of 13 characters: 97 less the rest by 97; Corsica's 2A counts as 19, 2B as 18. */
export function nirKey(nir: string): number {
  return 97 - mod97(nir.replace('2A', '19').replace('2B', '18'));
}

/** Letters of an account number as digits: A and J are 1, B, K and S are 2, and so on to I, R and Z, 9. */
const RIB_LETTERS = '12345678912345678923456789';

/** Key of a French RIB: 97 less the rest of 89 × bank + 15 × branch + 3 × account by 97. */
export function ribKey(bank: string, branch: string, account: string): number {
  const digits = account.replace(/[A-Z]/gu, (letter) => RIB_LETTERS.charAt(letter.charCodeAt(0) - 65));
  return 97 - ((89 * mod97(bank) + 15 * mod97(branch) + 3 * mod97(digits)) % 97);
}

/** La Poste's own SIREN. Its branches outgrew Luhn: for them the sum of digits is a multiple of five. */
const LA_POSTE = '356000000';
/** The head office keeps to Luhn. */
const LA_POSTE_HEAD = '35600000000048';

/** Whether a SIREN (9 digits) or a SIRET (14) holds. */
export function sirenHolds(digits: string): boolean {
  if (!digits.startsWith(LA_POSTE) || digits.length === 9 || digits === LA_POSTE_HEAD)
    return luhnHolds(digits);
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}
