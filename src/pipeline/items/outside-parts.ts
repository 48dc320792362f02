import { basename, dirname } from 'node:path';
import type { Failure, Limits, Locator } from '../../model/index.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { type ParsedMessage, type Part, parseMessage } from '../../parse/mime/message.ts';
import { filesBelow, openFile } from '../../source/index.ts';

/** The body of a part that lies outside of its message. */
export interface OutsidePart {
  readonly bytes: Uint8Array;
  /** Null where it is not there as it is. */
  readonly locator: Locator | null;
}

/** Where the parts of a message lie that its file names without holding them. */
export interface OutsideParts {
  /** Null for a part that the message holds itself, or that lies nowhere. */
  open(message: ParsedMessage, part: Part): OutsidePart | null;
  /** Why parts are missing, after all were asked for; null when none is. */
  failure(message: ParsedMessage): Failure | null;
}

const FIELD = 'x-apple-content-length';
const ENDING = '.partial.emlx';

/**
 * The attachments of an Apple Mail message, which lie decoded in `Attachments/ID/PART/` beside its folder `Messages`,
 * or, up to Mac OS X 10.5, encoded in `ID.PART.emlxpart` beside the file. Only those of a file of the dump can be found:
 * what lies in an archive is not at hand by its name. Null for any other file.
 */
export function outsideParts(locator: Locator | null, limits: Limits): OutsideParts | null {
  if (locator?.type !== 'file' || !locator.path.endsWith(ENDING)) return null;
  const folder = dirname(locator.path);
  const id = basename(locator.path, ENDING);
  const found = new Set<string>();
  return {
    open(message, part) {
      if (!isOutside(message, part)) return null;
      const [decoded] = filesBelow(dirname(folder), 'Attachments', id, part.id);
      const outside =
        decoded === undefined
          ? fromEncoded(`${folder}/${id}.${part.id}.emlxpart`, part, limits)
          : fromDecoded(decoded, limits);
      if (outside !== null) found.add(part.id);
      return outside;
    },
    failure(message) {
      const wanted = partsOf(message.root).filter((part) => isOutside(message, part));
      const missing = wanted.filter((part) => !found.has(part.id)).length;
      return missing === 0 ? null : { code: 'truncated', detail: missingText(missing, wanted.length) };
    },
  };
}

function missingText(missing: number, wanted: number): string {
  return `Apple Mail keeps ${wanted} parts of this message outside of the file; ${missing} are not in the folder Attachments beside it.`;
}

function isOutside({ bytes }: ParsedMessage, { headers, bodyRange, children }: Part): boolean {
  if (children.length > 0 || !headers.some(({ key }) => key === FIELD)) return false;
  return Buffer.from(bytes.subarray(bodyRange.start, bodyRange.end)).toString('latin1').trim() === '';
}

function partsOf(root: Part): readonly Part[] {
  const all: Part[] = [root];
  for (let at = 0; at < all.length; at++) all.push(...(all[at]?.children ?? []));
  return all;
}

function fromDecoded(path: string, limits: Limits): OutsidePart | null {
  const bytes = contentOf(path, limits);
  if (bytes === null) return null;
  return { bytes, locator: { type: 'file', path, start: 0, end: bytes.length } };
}

function fromEncoded(path: string, part: Part, limits: Limits): OutsidePart | null {
  const body = contentOf(path, limits);
  if (body === null) return null;
  const header = Buffer.from(`Content-Transfer-Encoding: ${part.encoding}\n\n`);
  const alone = parseMessage(Buffer.concat([header, body]), limits);
  return { bytes: decodePart(alone, alone.root), locator: null };
}

/** Null for what is not there, is no regular file, or is larger than an item may be in memory. */
function contentOf(path: string, limits: Limits): Uint8Array | null {
  let source: ReturnType<typeof openFile>;
  try {
    source = openFile(path);
  } catch {
    return null;
  }
  try {
    return source.size > limits.itemBytes ? null : source.read(0, source.size);
  } finally {
    source.close();
  }
}
