import { isUtf8 } from 'node:buffer';
import { attempt } from '../binary/fail.ts';
import { i32, u8, u16, u32, u64 } from '../binary/little-endian.ts';
import { type ByteStream, readAll } from '../binary/stream.ts';
import { decodeText } from './code-page.ts';
import { codePageOfLocale } from './locale.ts';
import type { NamedProperties } from './named-properties.ts';
import { TAG, TYPE } from './tags.ts';

/** One property as a store keeps it: `type` of MS-OXCDATA, and its bytes on demand. */
export interface RawProperty {
  readonly id: number;
  readonly type: number;
  open(): ByteStream;
}

/** Text longer than this is no field of a person's address book. Attack: a 2 GB display name. */
const VALUE_LIMIT = 256 * 2 ** 20;
/** 100-nanosecond ticks from 1601 to 1970, in milliseconds. */
const FILETIME_EPOCH_MS = 11_644_473_600_000;
const MESSAGE_CODE_PAGE_DEFAULT = 1252;
const UTF8 = 65001;

/**
 * The properties of one MAPI object. Every getter gives null for a property that is absent, of another
 * type, or unreadable; the unreadable ones are counted in `unreadable`, so that nothing is lost in silence.
 */
export class PropertyBag {
  readonly unreadable: number[] = [];
  readonly #byId: ReadonlyMap<number, RawProperty>;
  readonly #names: NamedProperties;
  readonly #codePage: number;
  readonly #maybeUtf8: boolean;

  constructor(byId: ReadonlyMap<number, RawProperty>, names: NamedProperties, inheritedCodePage?: number) {
    this.#byId = byId;
    this.#names = names;
    this.#codePage = this.#ownCodePage() ?? inheritedCodePage ?? MESSAGE_CODE_PAGE_DEFAULT;
    this.#maybeUtf8 = this.number(TAG.internetCodePage) === UTF8;
  }

  /** The code page of the 8-bit strings in this object. */
  get codePage(): number {
    return this.#codePage;
  }

  has(id: number): boolean {
    return this.#byId.has(id);
  }

  typeOf(id: number): number | null {
    return this.#byId.get(id)?.type ?? null;
  }

  ids(): IterableIterator<number> {
    return this.#byId.keys();
  }

  /** The id in this store of a named property, by number or by name; null when the store has none. */
  named(set: string, name: number | string): number | null {
    return this.#names.idOf(set, name);
  }

  stream(id: number): ByteStream | null {
    const property = this.#byId.get(id);
    if (property === undefined) return null;
    const opened = attempt(() => property.open());
    if ('ok' in opened) return opened.ok;
    this.unreadable.push(id);
    return null;
  }

  binary(id: number): Uint8Array | null {
    const stream = this.stream(id);
    if (stream === null) return null;
    const read = attempt(() => readAll(stream, VALUE_LIMIT));
    if ('ok' in read) return read.ok;
    this.unreadable.push(id);
    return null;
  }

  /** Text without its closing NULs. */
  text(id: number | null): string | null {
    const type = id === null ? null : this.typeOf(id);
    if (id === null || (type !== TYPE.string8 && type !== TYPE.unicode)) return null;
    const bytes = this.binary(id);
    if (bytes === null) return null;
    return withoutClosingNuls(
      type === TYPE.unicode
        ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length & ~1).toString('utf16le')
        : ((this.#maybeUtf8 ? strictUtf8(bytes) : null) ?? decodeText(bytes, this.#codePage)),
    );
  }

  /**
   * The internet code page is that of the body as sent, not of the strings; it tells about them only where
   * it is an ANSI code page itself.
   */
  #ownCodePage(): number | null {
    const declared = this.number(TAG.messageCodePage);
    if (declared !== null && declared > 0) return declared;
    const byLocale = codePageOfLocale(this.number(TAG.messageLocaleId) ?? 0);
    const internet = this.number(TAG.internetCodePage) ?? 0;
    return byLocale ?? (internet > 0 && internet <= 1258 && internet !== 1252 ? internet : null);
  }

  number(id: number | null): number | null {
    const property = id === null ? undefined : this.#byId.get(id);
    const read = NUMBER_READERS[property?.type ?? 0];
    const bytes = property === undefined || read === undefined ? null : this.binary(property.id);
    if (bytes === null || read === undefined) return null;
    const value = attempt(() => read(bytes));
    return 'ok' in value ? value.ok : null;
  }

  /** ISO 8601 in UTC, of a FILETIME; null for the zero some stores write, and beyond what a date can be. */
  time(id: number | null): string | null {
    if (id === null || this.typeOf(id) !== TYPE.time) return null;
    const bytes = this.binary(id);
    if (bytes === null || bytes.length < 8) return null;
    return filetimeToIso(bytes, 0);
  }
}

/** A FILETIME (64-bit count of 100 ns since 1601, UTC) as ISO 8601; null when zero or not a date. */
export function filetimeToIso(bytes: Uint8Array, at: number): string | null {
  const ticks = u32(bytes, at + 4) * 0x1_0000_0000 + u32(bytes, at);
  const date = new Date(ticks / 10_000 - FILETIME_EPOCH_MS);
  // 0x0CB34557A3DD4000 is 1 January 4501, Outlook's "no date".
  return ticks === 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() >= 4501
    ? null
    : date.toISOString();
}

const NUMBER_READERS: Readonly<Record<number, (bytes: Uint8Array) => number>> = {
  [TYPE.short]: (bytes) => u16(bytes, 0),
  [TYPE.long]: (bytes) => i32(bytes, 0),
  [TYPE.boolean]: (bytes) => (u8(bytes, 0) === 0 ? 0 : 1),
  [TYPE.longLong]: (bytes) => u64(bytes, 0),
  [TYPE.double]: (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getFloat64(0, true),
};

/** Exporters that know only UTF-8 write it into 8-bit strings; other text is hardly ever valid UTF-8. */
function strictUtf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : null;
}

function withoutClosingNuls(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return end === text.length ? text : text.slice(0, end);
}
