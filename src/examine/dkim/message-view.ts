import type { SignatureKind } from '../../model/index.ts';
import { asBuffer } from '../../parse/binary/as-buffer.ts';
import { parseDate } from '../../parse/mime/date.ts';
import { fromDomainsOf } from './alignment.ts';
import { BodyHashes } from './body-hashes.ts';
import { type HeaderIndex, indexHeaders } from './covered-headers.ts';
import { trimLineEnd } from './header-canonicalizer.ts';
import type { SignedHeader, SignedMessage } from './message.ts';

/** Fields that are signatures, by name in lower case. */
export const SIGNATURE_KINDS: ReadonlyMap<string, SignatureKind> = new Map([
  ['dkim-signature', 'dkim'],
  ['x-google-dkim-signature', 'google-dkim'],
  ['arc-message-signature', 'arc-message'],
  ['arc-seal', 'arc-seal'],
]);

/** One message while its signatures are checked: what several of them need is computed once. */
export class MessageView {
  readonly bytes: Buffer;
  readonly bodyStart: number;
  readonly isCut: boolean;
  readonly headers: readonly SignedHeader[];
  readonly index: HeaderIndex;
  readonly bodyHashes: BodyHashes;
  #fromDomains: readonly string[] | null = null;
  #date: number | null | undefined;

  constructor(message: SignedMessage) {
    const { bytes } = message;
    this.bytes = asBuffer(bytes);
    this.bodyStart = Math.min(message.bodyStart, bytes.length);
    this.isCut = message.isCut === true;
    this.headers = message.headers;
    this.index = indexHeaders(message.headers);
    this.bodyHashes = new BodyHashes(this.bytes, this.bodyStart);
  }

  /** A field's value, one character per byte, folding kept, so that offsets in it are offsets in the field. */
  valueOf(field: SignedHeader): string {
    return this.bytes.toString(
      'latin1',
      field.colon + 1,
      trimLineEnd(this.bytes, field.colon + 1, field.range.end),
    );
  }

  /** The domains of every address of every From. */
  get fromDomains(): readonly string[] {
    this.#fromDomains ??= (this.index.get('from') ?? []).flatMap((field) =>
      fromDomainsOf(this.valueOf(field)),
    );
    return this.#fromDomains;
  }

  /** Seconds since 1970 of the lowest Date, the one a signature covers; null when absent or unreadable. */
  get date(): number | null {
    if (this.#date === undefined) {
      const field = this.index.get('date')?.at(-1);
      const iso = field === undefined ? null : parseDate(this.valueOf(field).slice(0, 200).trim());
      const time = iso === null ? Number.NaN : Date.parse(iso);
      this.#date = Number.isNaN(time) ? null : Math.floor(time / 1000);
    }
    return this.#date;
  }
}
