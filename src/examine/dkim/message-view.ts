import type { SignatureKind } from '../../model/index.ts';
import { asBuffer } from '../../parse/binary/as-buffer.ts';
import { parseAddresses } from '../../parse/mime/address.ts';
import { parseDate } from '../../parse/mime/date.ts';
import { headerValue } from '../../parse/mime/header-value.ts';
import { domainsOf, fromDomainsOf } from './alignment.ts';
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

  /**
   * The domains of every address of every From, strictly read and as Tamis shows it. Attack: a value that the two ways of reading
   * take apart otherwise, so that one house signs and another is shown (`paul@bank.example, <x@elsewhere.example>`).
   */
  get fromDomains(): readonly string[] {
    this.#fromDomains ??= (this.index.get('from') ?? []).flatMap((field) => this.#domainsOfFrom(field));
    return this.#fromDomains;
  }

  #domainsOfFrom(field: SignedHeader): readonly string[] {
    const value = this.valueOf(field);
    const strict = fromDomainsOf(value);
    // Where there is one sign and nothing encoded, both ways find the same one.
    if (value.indexOf('@') === value.lastIndexOf('@') && !value.includes('=?')) return strict;
    const shown = domainsOf(parseAddresses(headerValue(this.bytes, field)));
    return [...strict, ...shown.filter((domain) => !strict.includes(domain))];
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
