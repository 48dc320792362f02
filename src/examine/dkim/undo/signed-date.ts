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
  // A changed date may lie on the other side of the change to summer time.
  const zones = [zone, shifted(zone, 60), shifted(zone, -60)];
  const widths = day.startsWith('0') ? [2] : [1, 2];
  const dates: string[] = [];
  for (let off = 0; off <= BEFORE; off++) {
    for (const seconds of off <= AFTER && off > 0 ? [-off, off] : [-off]) {
      for (const at of zones) {
        for (const width of widths) {
          const written = dateIn(taken + seconds, at, weekday !== undefined, width);
          if (written !== null) dates.push(`${field.name}: ${written}${rest}`);
        }
      }
    }
  }
  return [...new Set(dates)];
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

/** As RFC 5322 section 3.3 writes it; null for a t= beyond all dates. */
function dateIn(seconds: number, zone: string, weekday: boolean, width: number): string | null {
  const date = new Date(1000 * (seconds + 60 * minutesOf(zone)));
  if (Number.isNaN(date.getTime())) return null;
  // "Wed, 25 Mar 2020 01:20:46 GMT"
  const [name = '', day = '', ...others] = date.toUTCString().replace(' GMT', '').split(' ');
  const own = width === 2 ? day : day.replace(/^0/, '');
  return `${weekday ? `${name} ` : ''}${own} ${others.join(' ')} ${zone}`;
}
