import { asBuffer } from '../../binary/as-buffer.ts';
import { decodeUnlabelled } from '../../text/charset.ts';
import { isoMoment } from '../clock.ts';
import type { Collector } from '../collector.ts';
import { collectXmp } from '../xmp.ts';
import { collectIptc } from './iptc.ts';
import { collectMakerNote } from './maker-note.ts';
import { type IfdEntry, readIfd, type TiffReader, tiffReader } from './tiff.ts';

/** Tags of TIFF 6 and Exif 2.32 that tell somebody or something. */
const FIELDS: ReadonlyMap<number, string> = new Map([
  [0x010e, 'description'],
  [0x010f, 'camera-make'],
  [0x0110, 'camera-model'],
  [0x0131, 'application'],
  [0x013b, 'author'],
  [0x013c, 'host'],
  [0x8298, 'rights'],
  [0x010d, 'document-name'],
  [0x9286, 'comment'],
  [0xa420, 'image-id'],
  [0xa430, 'owner'],
  [0xa431, 'camera-serial'],
  [0xa433, 'lens-make'],
  [0xa434, 'lens'],
  [0xa435, 'lens-serial'],
  [0x9c9b, 'title'],
  [0x9c9c, 'comment'],
  [0x9c9d, 'author'],
  [0x9c9e, 'keywords'],
  [0x9c9f, 'subject'],
]);

/** Times, with the tags that hold their fractions and, since Exif 2.31, their offsets. */
const TIMES: ReadonlyMap<number, readonly [field: string, fraction: number, offset: number]> = new Map([
  [0x0132, ['modified', 0x9290, 0x9010]],
  [0x9003, ['created', 0x9291, 0x9011]],
  [0x9004, ['digitized', 0x9292, 0x9012]],
]);

const EXIF_POINTER = 0x8769;
const GPS_POINTER = 0x8825;
const XMP = 0x02bc;
const IPTC = 0x83bb;
const PHOTOSHOP = 0x8649;
const MAKER_NOTE = 0x927c;
const THUMBNAIL_AT = 0x0201;
const THUMBNAIL_LENGTH = 0x0202;
/** Directories of one file: pages of a fax, previews. Attack: a chain in a circle. */
const MOST_DIRECTORIES = 64;

/** Everything an EXIF block or TIFF file says of camera, place, time and people. */
export function collectExif(bytes: Uint8Array, place: string, out: Collector, thumbnails: boolean): void {
  const tiff = tiffReader(bytes);
  if (tiff === null) return;
  const seen = new Set<number>();
  const waiting: { at: number; name: string }[] = [{ at: tiff.word(tiff.big ? 8 : 4), name: 'IFD0' }];
  for (let next = waiting.pop(); next !== undefined && seen.size < MOST_DIRECTORIES; next = waiting.pop()) {
    if (next.at === 0 || seen.has(next.at)) continue;
    seen.add(next.at);
    const { entries, following } = readIfd(tiff, next.at);
    collectDirectory(tiff, entries, `${place} ${next.name}`, out, thumbnails);
    const pointer = (tag: number) => entries.get(tag)?.numbers[0] ?? 0;
    waiting.push({ at: pointer(EXIF_POINTER), name: 'ExifIFD' });
    if (next.name.startsWith('IFD'))
      waiting.push({ at: following, name: `IFD${Number(next.name.slice(3)) + 1}` });
    const gps = pointer(GPS_POINTER);
    if (gps !== 0) collectGps(readIfd(tiff, gps).entries, `${place} GPS`, out);
  }
}

type Entries = ReadonlyMap<number, IfdEntry>;

function collectDirectory(
  tiff: TiffReader,
  entries: Entries,
  place: string,
  out: Collector,
  thumbnails: boolean,
): void {
  for (const [tag, entry] of entries) {
    const where = `${place} tag 0x${tag.toString(16).padStart(4, '0')}`;
    const field = FIELDS.get(tag);
    const time = TIMES.get(tag);
    if (field !== undefined) out.field(field, textOf(tag, entry.bytes), where);
    else if (time !== undefined) collectTime(entries, entry, time, where, out);
    else if (tag === XMP) collectXmp(entry.bytes, `XMP, ${where}`, out);
    else if (tag === MAKER_NOTE) collectMakerNote(tiff, entry, place, out);
    else if (tag === IPTC || tag === PHOTOSHOP) collectIptc(entry.bytes, `IPTC, ${where}`, out, thumbnails);
  }
  const [at, length] = [
    entries.get(THUMBNAIL_AT)?.numbers[0] ?? 0,
    entries.get(THUMBNAIL_LENGTH)?.numbers[0] ?? 0,
  ];
  if (thumbnails && at > 0 && length > 0) {
    const picture = tiff.slice(at, length);
    if (picture[0] === 0xff && picture[1] === 0xd8) out.embed('thumbnail.jpg', picture);
  }
}

function collectTime(
  entries: Entries,
  entry: IfdEntry,
  time: readonly [string, number, number],
  where: string,
  out: Collector,
): void {
  const [field, fractionTag, offsetTag] = time;
  const written = textOf(0, entry.bytes);
  const fraction = /^\d{1,9}/.exec(textOf(0, entries.get(fractionTag)?.bytes ?? new Uint8Array()))?.[0];
  const offset = textOf(0, entries.get(offsetTag)?.bytes ?? new Uint8Array());
  const zone = /^(?:[+-]\d{2}:\d{2}|Z)$/.test(offset) ? offset : '';
  out.time(
    field,
    written,
    isoMoment(`${written}${fraction === undefined ? '' : `.${fraction}`}${zone}`),
    where,
  );
}

/** Degrees, minutes and seconds as decimal degrees; the time of the satellites is UTC. Exif 2.32, 4.6.6. */
function collectGps(entries: Entries, place: string, out: Collector): void {
  const degrees = (tag: number, reference: number, negative: string): string => {
    const [d, m = 0, s = 0] = entries.get(tag)?.numbers ?? [];
    if (d === undefined || !Number.isFinite(d + m + s)) return '';
    const value = d + m / 60 + s / 3600;
    return (
      (textOf(0, entries.get(reference)?.bytes ?? new Uint8Array()) === negative ? -1 : 1) * value
    ).toFixed(6);
  };
  out.field('gps-latitude', degrees(2, 1, 'S'), `${place} tag 0x0002`);
  out.field('gps-longitude', degrees(4, 3, 'W'), `${place} tag 0x0004`);
  const altitude = entries.get(6)?.numbers[0];
  if (altitude !== undefined && Number.isFinite(altitude))
    out.field('gps-altitude', String(altitude), `${place} tag 0x0006`);
  const day = textOf(0, entries.get(29)?.bytes ?? new Uint8Array()).replaceAll(':', '-');
  const [hour, minute, second] = entries.get(7)?.numbers ?? [];
  if (day === '' || hour === undefined || minute === undefined || second === undefined) return;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  out.clock(`${place} time stamp`, isoMoment(`${day}T${two(hour)}:${two(minute)}:${two(second)}Z`));
}

/** ASCII by the standard, anything in truth; Windows' own tags are UTF-16; user comments have a code in front. */
function textOf(tag: number, bytes: Uint8Array): string {
  const buffer = asBuffer(bytes);
  if (tag >= 0x9c9b && tag <= 0x9c9f)
    return buffer.toString('utf16le', 0, buffer.length & ~1).split('\0')[0] ?? '';
  const body = tag === 0x9286 ? buffer.subarray(8) : buffer;
  if (tag === 0x9286 && buffer.toString('latin1', 0, 7) === 'UNICODE') return unicodeComment(body);
  return (decodeUnlabelled(body).split('\0')[0] ?? '').trim();
}

function unicodeComment(body: Buffer): string {
  const even = Buffer.from(body.subarray(0, body.length & ~1));
  const little = even.length > 1 && even[1] === 0;
  return (little ? even : even.swap16()).toString('utf16le').replaceAll('\0', '').trim();
}
