import { hash } from 'node:crypto';
import type { Defect, DocumentClock, Failure, MetadataField } from '../../model/index.ts';
import { detectBytes } from '../detect/index.ts';
import type { Moment } from './clock.ts';

/** A file inside of a document. */
export interface EmbeddedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** An earlier state of the document itself. */
  readonly earlier: boolean;
}

/** A file inside of a document that is not there to be opened, and why. */
export interface UnopenedFile {
  readonly name: string;
  readonly failure: Failure;
}

/** Fields of one document. Attack: a million custom properties, each a row in every report. */
const MOST_FIELDS = 2_000;
/** Characters of one value: a title or path, not a book. */
const LONGEST_VALUE = 2_000;
/** Files in one document; a portfolio holds hundreds. */
const MOST_EMBEDDED = 2_000;
/** Those not opened that are told one by one. Attack: a million empty parts, each a row of the case. */
const MOST_UNOPENED = 1_000;
/** Attack: a PDF with a million links, each told as one finding. */
const MOST_FINDINGS = 200;

/** Gathers what a reader finds about a document, within bounds. Equal fields at one place count once. */
export class Collector {
  readonly metadata: MetadataField[] = [];
  readonly clocks: DocumentClock[] = [];
  readonly embedded: EmbeddedFile[] = [];
  readonly unopened: UnopenedFile[] = [];
  readonly findings: Defect[] = [];
  readonly #seen = new Set<string>();
  #bytes = 0;
  #pictures = 0;
  readonly #mostBytes: number;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  field(field: string, value: string | null | undefined, where: string, most = LONGEST_VALUE): void {
    const clean = (value ?? '').replaceAll('\0', '').trim().toWellFormed().slice(0, most);
    if (clean === '' || this.metadata.length >= MOST_FIELDS || !this.#first(`${field}\0${clean}\0${where}`))
      return;
    this.metadata.push({ field, value: clean, where });
  }

  /** A field that is a time: kept as written, and as a clock when it can be read. */
  time(field: string, written: string, moment: Moment | null, where: string): void {
    this.field(field, written, where);
    this.clock(where, moment);
  }

  clock(source: string, moment: Moment | null): void {
    if (moment === null || this.clocks.length >= MOST_FIELDS) return;
    if (this.#first(`clock\0${source}\0${moment.time}`)) this.clocks.push({ source, ...moment });
  }

  /** @param bytes null for a part that is damaged or expands beyond the limits: it is told as not opened */
  embed(name: string, bytes: Uint8Array | null, earlier = false): void {
    if (bytes?.length === 0) return;
    const failure = this.#refusal(bytes);
    if (bytes === null || failure !== null) {
      this.finding('embedded-files-not-opened', name);
      if (failure !== null && this.unopened.length < MOST_UNOPENED) this.unopened.push({ name, failure });
      return;
    }
    this.#bytes += bytes.length;
    this.embedded.push({ name, bytes, earlier });
  }

  /**
   * A picture that has no name where it lies; `extension` is what it is said to be. Equal ones count once: headers repeat
   * theirs in every section, and drawings keep theirs in two streams.
   */
  picture(extension: string, bytes: Uint8Array | null): void {
    if (bytes !== null && !this.#first(`picture\0${hash('sha256', bytes)}`)) return;
    const bare = `picture-${++this.#pictures}`;
    const name = `${bare}.${extension}`;
    // Office for the Macintosh keeps a PDF where a metafile is announced; a name of our own must not disagree with it.
    this.embed(bytes === null || detectBytes(bytes, name).mismatch === null ? name : bare, bytes);
  }

  #refusal(bytes: Uint8Array | null): Failure | null {
    if (bytes === null) return { code: 'malformed', detail: 'It cannot be taken out of its document.' };
    if (this.embedded.length >= MOST_EMBEDDED)
      return { code: 'too-many', detail: `More than ${MOST_EMBEDDED} files in one document.` };
    if (this.#bytes + bytes.length <= this.#mostBytes) return null;
    return {
      code: 'too-large',
      detail: `The files in this document have more than ${this.#mostBytes} bytes together.`,
    };
  }

  /** What the files inside may still have together. */
  get bytesLeft(): number {
    return this.#mostBytes - this.#bytes;
  }

  finding(code: string, detail: string): void {
    const short = detail.replaceAll('\0', '').toWellFormed().slice(0, 300);
    if (this.findings.length >= MOST_FINDINGS || !this.#first(`finding\0${code}\0${short}`)) return;
    this.findings.push({ code, detail: short });
  }

  #first(key: string): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}
