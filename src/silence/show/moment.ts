import type { Language } from '../../model/text.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Sat 6 May 2017 00:00`; in French `sam. 6 mai 2017 00 h 00`, with spaces that do not break. */
export function moment(ms: number, zone: string, lang: Language): string {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone, lang).formatToParts(ms)) parts[type] = value;
  const { weekday = '', day = '', month = '', year = '', hour = '', minute = '' } = parts;
  const time = lang === 'fr' ? `${hour}\u00a0h\u00a0${minute}` : `${hour}:${minute}`;
  return `${weekday} ${day} ${month} ${year} ${time}`;
}

/** `2 d 3 h`, `3 h 05 min`; in French with spaces that do not break. Down to the minute, never rounded up. */
export function span(ms: number, lang: Language): string {
  const minutes = Math.floor(ms / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const space = lang === 'fr' ? '\u00a0' : ' ';
  const unit = (count: number, name: string): string => `${count}${space}${name}`;
  if (days > 0) return `${unit(days, lang === 'fr' ? 'j' : 'd')} ${unit(hours, 'h')}`;
  if (hours > 0) return `${unit(hours, 'h')} ${String(rest).padStart(2, '0')}${space}min`;
  return unit(rest, 'min');
}

function formatOf(zone: string, lang: Language): Intl.DateTimeFormat {
  const key = `${zone} ${lang}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(key, made);
  return made;
}
