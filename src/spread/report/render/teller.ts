import type { Language } from '../../../model/index.ts';
import { numberText, percentText } from './number-text.ts';

/** How a report says things in one language: sentences, numbers, shares, lists of counts. */
export interface Teller {
  readonly lang: Language;
  readonly say: (en: string, fr: string) => string;
  readonly n: (value: number) => string;
  readonly percent: (share: number) => string;
  /** `1 group`, `2 groups`; French makes nought and one singular. */
  readonly count: (value: number, noun: Noun) => string;
  /** The first six of counts by name, named by `named`. */
  readonly list: (
    rows: readonly { readonly name: string; readonly n: number }[],
    named: (code: string, lang: Language) => string,
  ) => string;
}

/** What is counted: English and French, one and many. */
export type Noun = readonly [one: string, many: string, un: string, plusieurs: string];

/** A post, in both numbers and languages. */
export const POSTS: Noun = ['post', 'posts', 'publication', 'publications'];
/** An account. */
export const ACCOUNTS: Noun = ['account', 'accounts', 'compte', 'comptes'];
/** How often. */
export const TIMES: Noun = ['time', 'times', 'fois', 'fois'];

const MINUTES: Noun = ['minute', 'minutes', 'minute', 'minutes'];
const HOURS: Noun = ['hour', 'hours', 'heure', 'heures'];
const DAYS: Noun = ['day', 'days', 'jour', 'jours'];

/** How long something takes: minutes up to three hours, hours up to three days, and days. */
export function lasting(minutes: number, { count }: Teller): string {
  if (minutes <= 180) return count(minutes, MINUTES);
  return minutes <= 3 * 1440 ? count(minutes / 60, HOURS) : count(minutes / 1440, DAYS);
}

/** What says a report in this language. */
export function tellerOf(lang: Language): Teller {
  const n = (value: number): string => numberText(value, lang, 1);
  return {
    lang,
    say: (en, fr) => (lang === 'fr' ? fr : en),
    n,
    percent: (share) => percentText(share, lang),
    count: (value, [one, many, un, plusieurs]) => {
      const word = lang === 'fr' ? (value < 2 ? un : plusieurs) : value === 1 ? one : many;
      return `${n(value)} ${word}`;
    },
    list: (rows, named) =>
      rows
        .slice(0, 6)
        .map((row) => `${named(row.name, lang)} ${n(row.n)}`)
        .join(', '),
  };
}
