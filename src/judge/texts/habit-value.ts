import type { Language } from '../../model/text.ts';
import { durationText } from './duration.ts';

const SEASONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  summer: { en: 'summer', fr: 'été' },
  winter: { en: 'winter', fr: 'hiver' },
};

/**
 * A habit as a person reads it: `+0200 summer` with the season in the reader's language, seconds as hours and days. Null for what
 * is written the same for everybody.
 */
export function habitValueText(value: string, lang: Language): string | null {
  const zone = /^(\S{1,6}) (summer|winter)$/.exec(value);
  if (zone !== null) return `${zone[1]} ${SEASONS[zone[2] ?? '']?.[lang] ?? zone[2]}`;
  const lag = /^(-?\d{1,12}) s(?: ± (\d{1,12}) s)?$/.exec(value);
  if (lag === null) return null;
  const [time, bar] = [lag[1], lag[2]].map((each) => (each === undefined ? null : bare(Number(each), lang)));
  return bar === null ? (time ?? null) : `${time} ± ${bar}`;
}

/** Later is what is expected; only an arrival before the sending needs its sign. */
function bare(seconds: number, lang: Language): string {
  return durationText(seconds, lang).replace(/^\+/, '');
}
