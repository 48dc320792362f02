import type { Limits, Locator } from '../model/index.ts';
import { mboxMessage } from '../parse/mbox/index.ts';
import { decodePart } from '../parse/mime/body.ts';
import { openFile } from '../source/index.ts';
import { Carriers } from './carriers.ts';
import type { ObjectStore } from './store.ts';

/**
 * The bytes a locator names, read where they lie: in the dump itself, or in the case's objects. Null when
 * the dump was moved or shortened since. Errors of the file system other than absence are thrown. Who asks for many
 * items gives the same `carriers` each time.
 */
export function bytesOf(
  locator: Locator,
  objects: ObjectStore,
  limits: Limits,
  carriers = new Carriers(limits),
): Uint8Array | null {
  switch (locator.type) {
    case 'file':
      return readRange(locator.path, locator.start, locator.end);
    case 'object':
      return readWhole(objects.pathOf(locator.sha256));
    case 'rebuilt':
      return bytesOf(locator.of, objects, limits, carriers);
    case 'mbox':
      return mboxBytes(locator, objects, limits, carriers);
    case 'part':
      return partBytes(locator, objects, limits, carriers);
  }
}

/** The RFC 822 form of a message: as `bytesOf`, but of a rebuilt message its rebuilt form. */
export function messageBytesOf(
  locator: Locator,
  objects: ObjectStore,
  limits: Limits,
  carriers = new Carriers(limits),
): Uint8Array | null {
  if (locator.type === 'rebuilt') return readWhole(objects.pathOf(locator.sha256));
  return bytesOf(locator, objects, limits, carriers);
}

function mboxBytes(
  locator: Extract<Locator, { type: 'mbox' }>,
  objects: ObjectStore,
  limits: Limits,
  carriers: Carriers,
): Uint8Array | null {
  const { of, start, end, quoting } = locator;
  if (of.type === 'file') return unquote(readRange(of.path, of.start + start, of.start + end), quoting);
  if (of.type === 'object') return unquote(readRange(objects.pathOf(of.sha256), start, end), quoting);
  const box = bytesOf(of, objects, limits, carriers);
  return box === null ? null : unquote(box.subarray(start, end), quoting);
}

function unquote(
  raw: Uint8Array | null,
  quoting: Extract<Locator, { type: 'mbox' }>['quoting'],
): Uint8Array | null {
  return raw === null ? null : mboxMessage(raw, quoting);
}

function partBytes(
  { of, part: id }: Extract<Locator, { type: 'part' }>,
  objects: ObjectStore,
  limits: Limits,
  carriers: Carriers,
): Uint8Array | null {
  const carrier = carriers.get(of, () => messageBytesOf(of, objects, limits, carriers));
  const part = carrier?.partOf(id) ?? null;
  if (carrier === null || part === null) return null;
  const { message } = carrier;
  const bytes = decodePart(message, part);
  // Asked for once each: thousands of them are not to be kept beside the message.
  message.decoded.delete(part);
  return bytes;
}

function readWhole(path: string): Uint8Array | null {
  return readRange(path, 0, Number.POSITIVE_INFINITY);
}

function readRange(path: string, start: number, end: number): Uint8Array | null {
  let file: ReturnType<typeof openFile>;
  try {
    file = openFile(path);
  } catch {
    return null;
  }
  try {
    const wanted = Math.min(end, file.size) - start;
    const bytes = file.read(start, wanted);
    return end !== Number.POSITIVE_INFINITY && bytes.length < end - start ? null : bytes;
  } finally {
    file.close();
  }
}
