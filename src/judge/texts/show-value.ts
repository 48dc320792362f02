import type { ByteRange } from '../../model/bytes.ts';
import type { Language } from '../../model/text.ts';
import { durationText } from './duration.ts';
import { habitValueText } from './habit-value.ts';
import { termText } from './terms.ts';

/** A list longer than this ends in "and n more": a reason is a sentence, the evidence holds the rest. */
const MAX_SHOWN = 6;
/** Values come from the leak; a subject of a megabyte must not become a sentence of a megabyte. */
const MAX_CHARS = 200;

/** Values that are seconds since 1970, as in a signature's t= and x=. */
const SECONDS = new Set(['signedAt', 'expires']);
/** Values that are a length of time in seconds. */
const DURATIONS = new Set(['gap', 'usualLag']);
/** Values that are what a sender usually does, and what is seen instead. */
const HABITS = new Set(['usual', 'seen']);
/** Beyond this, seconds since 1970 are no date that JavaScript has (hostile t=). */
const MAX_SECONDS = 8.64e12;

/** One value of a reason's detail in words. `name` says which list of terms a code belongs to. */
export function showValue(name: string, value: unknown, lang: Language): string {
  if (Array.isArray(value)) return showList(name, value, lang);
  if (typeof value === 'number' && SECONDS.has(name) && Math.abs(value) <= MAX_SECONDS)
    return new Date(value * 1000).toISOString().slice(0, 10);
  if (typeof value === 'number' && DURATIONS.has(name)) return durationText(value, lang);
  // An error bar goes both ways.
  if (typeof value === 'number' && name === 'bar') return durationText(value, lang).slice(1);
  if (typeof value === 'number') return value.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB');
  if (isRange(value)) return `${showValue(name, value.start, lang)}–${showValue(name, value.end, lang)}`;
  if (typeof value === 'string') return showString(name, value, lang);
  return shorten(JSON.stringify(value) ?? '');
}

function showList(name: string, values: readonly unknown[], lang: Language): string {
  const shown = values.slice(0, MAX_SHOWN).map((value) => showValue(name, value, lang));
  const more = values.length - shown.length;
  const rest = { en: ` and ${more} more`, fr: ` et ${more} de plus` }[lang];
  return shown.join(', ') + (more > 0 ? rest : '');
}

function showString(name: string, value: string, lang: Language): string {
  const time = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d/u.exec(value);
  // A day is enough in a sentence; the evidence has the second.
  if (time !== null) return time[1] ?? value;
  const habit = HABITS.has(name) ? habitValueText(value, lang) : null;
  return habit ?? termText(name, value, lang) ?? shorten(value);
}

function shorten(text: string): string {
  return text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text;
}

function isRange(value: unknown): value is ByteRange {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}
