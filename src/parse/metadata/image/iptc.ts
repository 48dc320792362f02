import { asBuffer } from '../../binary/as-buffer.ts';
import { decodeUnlabelled } from '../../text/charset.ts';
import { isoMoment } from '../clock.ts';
import type { Collector } from '../collector.ts';
import { collectThumbnail, photoshopResources, THUMBNAIL_RESOURCES } from './photoshop.ts';

/** Datasets of the application record (IPTC IIM 4.2, 6), by number. */
const FIELDS: Readonly<Record<number, string>> = {
  5: 'title',
  15: 'category',
  25: 'keywords',
  40: 'instructions',
  65: 'application',
  70: 'application-version',
  80: 'author',
  85: 'author-title',
  90: 'city',
  101: 'country',
  105: 'headline',
  110: 'credit',
  115: 'source',
  116: 'rights',
  120: 'description',
  122: 'description-author',
};

/** Attack: a picture of millions of data sets of five bytes. */
const MOST_SETS = 1_000;

/** IPTC by itself, or as number 0x0404 of Photoshop's image resources. */
export function collectIptc(source: Uint8Array, place: string, out: Collector, thumbnails = false): void {
  const bytes = asBuffer(source);
  if (bytes[0] === 0x1c) collectSets(bytes, place, out);
  else
    for (const { id, body } of photoshopResources(bytes)) {
      if (id === 0x0404) collectSets(body, place, out);
      else if (thumbnails && THUMBNAIL_RESOURCES.has(id)) collectThumbnail(body, out);
    }
}

function collectSets(bytes: Buffer, place: string, out: Collector): void {
  const dates = new Map<number, string>();
  for (let at = 0, count = 0; at + 5 <= bytes.length && count < MOST_SETS; count++) {
    if (bytes[at] !== 0x1c) break;
    const [record = 0, number = 0] = bytes.subarray(at + 1, at + 3);
    const length = bytes.readUInt16BE(at + 3);
    if (length > 0x7fff) break;
    const text = decodeUnlabelled(bytes.subarray(at + 5, Math.min(bytes.length, at + 5 + length)));
    if (record === 2) {
      const field = FIELDS[number];
      if (field !== undefined) out.field(field, text, `${place} dataset 2:${number}`);
      dates.set(number, text);
    }
    at += 5 + length;
  }
  collectDate(dates.get(55), dates.get(60), 'created', `${place} dataset 2:55`, out);
  collectDate(dates.get(62), dates.get(63), 'digitized', `${place} dataset 2:62`, out);
}

/** Dates are CCYYMMDD, times HHMMSS±HHMM. */
function collectDate(
  date: string | undefined,
  time: string | undefined,
  field: string,
  where: string,
  out: Collector,
): void {
  const day = /^(\d{4})(\d{2})(\d{2})/.exec(date ?? '');
  if (day === null) return;
  const clock = /^(\d{2})(\d{2})(\d{2})([+-]\d{4})?/.exec(time ?? '');
  const written = `${day[1]}-${day[2]}-${day[3]}${clock === null ? '' : `T${clock[1]}:${clock[2]}:${clock[3]}${clock[4] ?? ''}`}`;
  out.time(field, written, isoMoment(written), where);
}
