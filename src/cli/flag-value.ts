import type { Flag } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { UsageError } from './usage-error.ts';

/** The value of a flag that takes one, by its type. Throws UsageError that points at word `at`. */
export function readFlagValue(flag: Flag, word: string, at: number): string | number {
  switch (flag.type) {
    case 'number':
      return readNumber(flag, word, at);
    case 'bytes':
      return readBytes(flag, word, at);
    case 'enum':
      return readEnum(flag, word, at);
    default:
      return word;
  }
}

function readNumber(flag: Flag & { type: 'number' }, word: string, at: number): number {
  const value = /^-?\d+(?:\.\d+)?$/u.test(word) ? Number(word) : Number.NaN;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, fraction = false } = flag;
  // Beyond 2^53 a number is no longer the one that was typed, and SQLite refuses it as a count.
  const exact = fraction || Number.isSafeInteger(value);
  if (exact && value >= min && value <= max) return value;
  const bounds = Number.isFinite(max) ? `${min}–${max}` : `≥ ${min}`;
  const wanted = Number.isFinite(min) ? ` (${bounds})` : '';
  throw new UsageError(
    {
      en: `--${flag.name} takes a ${fraction ? '' : 'whole '}number${wanted}.`,
      fr: `--${flag.name} demande un nombre${fraction ? '' : ' entier'}${wanted}.`,
    },
    at,
  );
}

const UNITS = ['', 'K', 'M', 'G', 'T'];

function readBytes(flag: Flag, word: string, at: number): number {
  const match = /^(\d+(?:\.\d+)?)([KMGT]?)(?:i?B)?$/iu.exec(word);
  const power = UNITS.indexOf((match?.[2] ?? '').toUpperCase());
  if (match !== null && power >= 0) return Math.round(Number(match[1]) * 1024 ** power);
  throw new UsageError(
    {
      en: `--${flag.name} takes a size, such as 64M or 2G.`,
      fr: `--${flag.name} demande une taille, par exemple 64M ou 2G.`,
    },
    at,
  );
}

function readEnum(flag: Flag & { type: 'enum' }, word: string, at: number): string {
  if (flag.values.includes(word)) return word;
  const near = didYouMean(word, flag.values);
  const all = flag.values.join(', ');
  throw new UsageError(
    {
      en: `--${flag.name} takes one of: ${all}.${near === null ? '' : ` Did you mean ${near}?`}`,
      fr: `--${flag.name} demande l’une de ces valeurs\u00a0: ${all}.${near === null ? '' : ` Vouliez-vous dire ${near}\u202f?`}`,
    },
    at,
  );
}
