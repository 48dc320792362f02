const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const DAYS_FR = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const LONG_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTHS_FR =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const LONG_MONTHS =
  'January February March April May June July August September October November December'.split(' ');

/** "On Tue, 3 Mar 2020 at 14:01, Ann Lee <ann@x> wrote:" as a pattern with the message's own words taken out. */
export function attributionPattern(text: string): string {
  return text
    .replace(/[\w.+-]{1,64}(?:@| at )[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, '{address}')
    .trim()
    .replace(/\b\d{2}:\d{2}:\d{2}(?=\s?[AP]M\b)/g, '{h12-padded}:{m}:{s}')
    .replace(/\b(\d{1,2}):(\d{2}):(\d{2})\b/g, '{h}:{m}:{s}')
    .replace(/\b\d{1,2}:\d{2}(?=\s?[AP]M\b)/g, '{h12}:{m}')
    .replace(/(?<=[\s}])[AP]M\b/g, '{ampm}')
    .replace(/\b(\d{1,2}):(\d{2})\b/g, '{h}:{m}')
    .replace(/\b(?:19|20)\d{2}\b/g, '{year}')
    .replace(
      /\b(\d{1,2})\/(\d{1,2})\/(?:\d{2}\b)?/g,
      (all, first: string, second: string) =>
        slashed(first, second, /écrit/.test(text)) + (/\d$/.test(all) ? '{year-short}' : ''),
    )
    .replace(/[+-]\d{4}\b/g, '{zone}')
    .replace(wordsPattern(LONG_DAYS), '{weekday-long}')
    .replace(wordsPattern(DAYS), '{weekday}')
    .replace(wordsPattern(DAYS_FR), '{weekday-fr}')
    .replace(wordsPattern(LONG_MONTHS.filter((m) => m.length > 3)), '{month-long}')
    .replace(wordsPattern(MONTHS), '{month}')
    .replace(wordsPattern(MONTHS_FR), '{month-fr}')
    .replace(/\b0\d\b/g, '{day-padded}')
    .replace(/\b\d{1,2}\b/g, '{day}')
    .replace(
      /(?<!\{[a-z-]{0,12})(?:"?\p{Lu}[\p{L}.'-]*"?(?:\s+|(?=\s*[<(]|$)|(?=,))){1,5}(?=[<(,]|wrote|writes|via|(?:a )?écrit|schrieb)/gu,
      (name) => (/^(?:On|Le|At|Am)\s/.test(name) ? name : name.startsWith('"') ? '"{name}" ' : '{name} '),
    );
}

/** `03/14/`: months first, unless the numbers or a French line say otherwise; with zeros where there are some. */
function slashed(first: string, second: string, isFrench: boolean): string {
  const isDayFirst = Number(first) > 12 || (isFrench && Number(second) <= 12);
  const isPadded = first.startsWith('0') || second.startsWith('0');
  const isBare = first.length === 1 || second.length === 1;
  const [day, month] = isPadded && !isBare ? ['{day-padded}', '{month-padded}'] : ['{day}', '{month-number}'];
  return isDayFirst ? `${day}/${month}/` : `${month}/${day}/`;
}

function wordsPattern(words: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${words.join('|')})\\b`, 'g');
}

/** The line for one message answered. `zone` as in Date: `+0200`. */
export function attributionLine(
  pattern: string,
  parent: { readonly at: number; readonly zone: string; readonly name: string; readonly address: string },
): string {
  const date = new Date(parent.at + zoneMinutes(parent.zone) * 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const values: Record<string, string> = {
    address: parent.address,
    name: parent.name,
    h: two(date.getUTCHours()),
    h12: String(date.getUTCHours() % 12 || 12),
    'h12-padded': two(date.getUTCHours() % 12 || 12),
    ampm: date.getUTCHours() < 12 ? 'AM' : 'PM',
    m: two(date.getUTCMinutes()),
    s: two(date.getUTCSeconds()),
    year: String(date.getUTCFullYear()),
    'year-short': two(date.getUTCFullYear() % 100),
    day: String(date.getUTCDate()),
    'day-padded': two(date.getUTCDate()),
    'month-number': String(date.getUTCMonth() + 1),
    'month-padded': two(date.getUTCMonth() + 1),
    zone: parent.zone,
    weekday: DAYS[date.getUTCDay()] ?? '',
    'weekday-long': LONG_DAYS[date.getUTCDay()] ?? '',
    'weekday-fr': DAYS_FR[date.getUTCDay()] ?? '',
    month: MONTHS[date.getUTCMonth()] ?? '',
    'month-long': LONG_MONTHS[date.getUTCMonth()] ?? '',
    'month-fr': MONTHS_FR[date.getUTCMonth()] ?? '',
  };
  const line = pattern.replace(/\{([a-z0-9-]{1,16})\}/g, (all, key: string) => values[key] ?? all);
  return parent.name === '' ? line.replace(/ {2,}/g, ' ') : line;
}

/** `+0130` to 90. */
export function zoneMinutes(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
  return Number.isNaN(minutes) ? 0 : zone.startsWith('-') ? -minutes : minutes;
}
