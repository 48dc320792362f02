import fc from 'fast-check';
import { ibanHolds, nirKey } from '../../examine/personal-data/index.ts';

/** Groups of so many characters, parted by a blank, a no-break space, a full stop, or nothing. */
function grouped(text: string, sizes: readonly number[], gap: string): string {
  const groups: string[] = [];
  let rest = text;
  for (const size of sizes) {
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return [...groups, rest].filter((group) => group !== '').join(gap);
}

const gap = fc.constantFrom(' ', '\u00a0', '');
const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`, 'u'));

const iban = fc.tuple(digits(23), gap).map(([account, sign]) => {
  const checks = Array.from({ length: 97 }, (_, index) => String(index + 2).padStart(2, '0'));
  const check = checks.find((one) => ibanHolds(`FR${one}${account}`)) ?? '00';
  return grouped(`FR${check}${account}`, [4, 4, 4, 4, 4, 4], sign);
});

const nir = fc
  .tuple(
    fc.constantFrom('1', '2'),
    digits(2),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 95 }),
    digits(6),
    gap,
  )
  .map(([sex, year, month, place, rest, sign]) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const number = `${sex}${year}${two(month)}${two(place)}${rest}`;
    return grouped(`${number}${two(nirKey(number))}`, [1, 2, 2, 2, 3, 3], sign);
  });

const phone = fc
  .tuple(fc.integer({ min: 1, max: 9 }), digits(8), fc.constantFrom(' ', '.', ''), fc.boolean())
  .map(
    ([first, rest, sign, abroad]) =>
      `${abroad ? '+33 ' : '0'}${first}${sign}${grouped(rest, [2, 2, 2], sign)}`,
  );

const email = fc
  .tuple(fc.stringMatching(/^[a-z]{2,8}[.][a-z]{2,9}$/u), fc.stringMatching(/^[a-z]{3,10}$/u))
  .map(([local, domain]) => `${local}@${domain}.fr`);

/** Personal identifiers as people write them; all made up. */
export const identifiers = fc.record({ iban, nir, phone, email });
