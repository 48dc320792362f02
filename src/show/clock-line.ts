import type { Language } from '../model/text.ts';
import type { ClockJson } from './json/clocks-json.ts';
import { formatNumber } from './number-text.ts';

/** More stamps than this are counted: a message of twenty hops has fifty. */
const MOST_SHOWN = 16;

/**
 * The clocks of a message on one line of time, as `2017-05-05 20:15:28Z outlook-message-id −2s · date 0s`:
 * the earliest in full, then each as its distance from Date (from the earliest where there is no Date).
 * Empty without any clock beside the dates shown.
 */
export function clockLine(clocks: readonly ClockJson[], lang: Language): string {
  const first = clocks[0];
  if (first === undefined || clocks.every((each) => each.shown)) return '';
  const zero = Date.parse((clocks.find((each) => each.source === 'date') ?? first).time);
  const stamps = grouped(
    clocks.map((each) => `${nameOf(each)} ${distance(Date.parse(each.time) - zero, lang)}`),
  );
  const more = stamps.length - MOST_SHOWN;
  const start = `${first.time.slice(0, 19).replace('T', ' ')}${first.zone === 'utc' ? 'Z' : ''}`;
  return `${start} ${stamps.slice(0, MOST_SHOWN).join(' · ')}${more > 0 ? ` · … +${more}` : ''}`;
}

function nameOf({ source, zone }: ClockJson): string {
  return zone === 'utc' ? source : `${source} (${zone})`;
}

/** Neighbours that read the same are one, with their number. */
function grouped(stamps: readonly string[]): string[] {
  const groups: { text: string; count: number }[] = [];
  for (const text of stamps) {
    const last = groups.at(-1);
    if (last?.text === text) last.count++;
    else groups.push({ text, count: 1 });
  }
  return groups.map(({ text, count }) => (count === 1 ? text : `${text} ×${count}`));
}

const UNITS = [
  [86_400_000, { en: 'd', fr: 'j' }],
  [3_600_000, { en: 'h', fr: 'h' }],
  [60_000, { en: 'min', fr: 'min' }],
] as const;

function distance(milliseconds: number, lang: Language): string {
  const size = Math.abs(milliseconds);
  if (size < 1000) return '0s';
  const sign = milliseconds < 0 ? '−' : '+';
  const [unit, name] = UNITS.find(([each]) => size >= 2 * each) ?? [1000, { en: 's', fr: 's' }];
  const amount = size / unit;
  const shown = formatNumber(amount, lang, amount < 10 && unit > 1000 ? 1 : 0);
  return `${sign}${shown}${name[lang]}`;
}
