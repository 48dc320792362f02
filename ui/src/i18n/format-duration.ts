import { numberFormat } from './format-number.ts';
import { language } from './language.ts';

const UNITS = [
  [86_400_000 * 365.25, 'year'],
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
] as const;

/** A length of time in its two greatest units, as `3 days 4 hr`; the exact figure is the caller's to give. */
export function formatDuration(milliseconds: number): string {
  let rest = Math.abs(milliseconds);
  const parts: string[] = [];
  for (const [size, unit] of UNITS) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount === 0) {
      if (parts.length > 0) break;
      continue;
    }
    parts.push(inUnit(amount, unit));
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? inUnit(0, 'second') : parts.join(' ');
}

function inUnit(amount: number, unit: string): string {
  return numberFormat(language.value, { style: 'unit', unit, unitDisplay: 'short' }).format(amount);
}
