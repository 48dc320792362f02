import type { SignedHeader } from '../message.ts';
import type { MessageView } from '../message-view.ts';
import type { SignatureTags } from '../signature-tags.ts';

/** Seconds before and after the signing time tried: a server signs within moments of the Date its client wrote. */
const BEFORE = 150;
const AFTER = 20;

/**
 * The Date fields a message may have had when it was signed, nearest to t= (or to when its first server took it) first. Not a harmless change: where one
 * of them makes the signature verify, the Date was changed afterwards, and this is what it was.
 */
export function signedDates(view: MessageView, tags: SignatureTags, field: SignedHeader): readonly string[] {
  const taken = tags.signedAt ?? firstReceived(view);
  if (taken === null) return [];
  const value = view.valueOf(field).trim();
  const form = /^([A-Z][a-z]{2}, )?(\d{1,2}) [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d ([+-]\d{4})(.{0,10})$/.exec(
    value,
  );
  if (form === null) return [];
  const [, weekday, day = '', zone = '', rest = ''] = form;
  const clocksOf = (at: string) =>
    (day.startsWith('0') ? [2] : [1, 2]).map((width) => new WallClock(at, weekday !== undefined, width));
  const own = clocksOf(zone);
  // A changed date may lie on the other side of the change to summer time; one that was not moved far does not.
  const others = [shifted(zone, 60), shifted(zone, -60)].flatMap(clocksOf);
  const shown = Date.parse(value) / 1000;
  const isFar = !(shown >= taken - BEFORE && shown <= taken + AFTER);
  const dates: string[] = [];
  const add = (clocks: readonly WallClock[], seconds: number) => {
    for (const clock of clocks) {
      const written = clock.written(seconds);
      if (written !== null) dates.push(`${field.name}: ${written}${rest}`);
    }
  };
  for (let off = 0; off <= BEFORE; off++) {
    for (const seconds of off <= AFTER && off > 0 ? [taken - off, taken + off] : [taken - off]) {
      add(own, seconds);
      if (isFar || seconds === shown) add(others, seconds);
    }
  }
  return dates;
}

/** When the first server took it, for signers that leave t= out; null when no Received says. */
function firstReceived(view: MessageView): number | null {
  const field = view.index.get('received')?.at(-1);
  const value = field === undefined ? '' : view.valueOf(field);
  const time = Date.parse(
    value
      .slice(value.lastIndexOf(';') + 1)
      .replace(/\([^()]{0,40}\)/g, '')
      .trim(),
  );
  return Number.isNaN(time) ? null : time / 1000;
}

function shifted(zone: string, minutes: number): string {
  const total = minutesOf(zone) + minutes;
  const size = Math.abs(total);
  const hours = String(Math.trunc(size / 60)).padStart(2, '0');
  return `${total < 0 ? '-' : '+'}${hours}${String(size % 60).padStart(2, '0')}`;
}

function minutesOf(zone: string): number {
  const size = 60 * Number(zone.slice(1, 3)) + Number(zone.slice(3, 5));
  return zone.startsWith('-') ? -size : size;
}

/**
 * Writes dates as RFC 5322 section 3.3 does. A search asks for a thousand of one day or two, so that the day is put
 * into words once.
 */
class WallClock {
  readonly #zone: string;
  readonly #offset: number;
  readonly #weekday: boolean;
  readonly #width: number;
  #day = Number.NaN;
  #words = '';

  constructor(zone: string, weekday: boolean, width: number) {
    this.#zone = zone;
    this.#offset = 60 * minutesOf(zone);
    this.#weekday = weekday;
    this.#width = width;
  }

  /** Null for a t= beyond all dates, and where a day of one figure is asked for and it has two. */
  written(seconds: number): string | null {
    const local = Math.floor(seconds + this.#offset);
    if (!(Math.abs(local) <= MOST_SECONDS)) return null;
    const day = Math.floor(local / DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#words = this.#wordsOf(day);
    }
    if (this.#words === '') return null;
    const rest = local - day * DAY;
    const [hour, minute] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60];
    return `${this.#words} ${TWO_DIGITS[hour]}:${TWO_DIGITS[minute]}:${TWO_DIGITS[rest % 60]} ${this.#zone}`;
  }

  #wordsOf(day: number): string {
    // "Wed, 25 Mar 2020 00:00:00 GMT"
    const [name = '', date = '', month = '', year = ''] = new Date(1000 * DAY * day).toUTCString().split(' ');
    if (this.#width === 1 && !date.startsWith('0')) return '';
    const own = date.slice(-this.#width);
    return `${this.#weekday ? `${name} ` : ''}${own} ${month} ${year}`;
  }
}

const DAY = 86_400;
/** ECMAScript's dates end here. */
const MOST_SECONDS = 8.64e12;
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
