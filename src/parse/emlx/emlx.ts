import type { ByteRange, Defect, Failure } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import { emlxFacts } from './plist.ts';

/** One message file of Apple Mail. */
export interface Emlx {
  /** The message, byte for byte as Apple Mail received it: DKIM can be checked on it. */
  readonly message: Uint8Array;
  /** Where it lies in the file. */
  readonly range: ByteRange;
  /** What Apple Mail kept beside it: flags, times, ids. See `emlxFacts`. */
  readonly facts: Readonly<Record<string, string>>;
  readonly defects: readonly Defect[];
  /** Why the message is not there whole; null when it is. */
  readonly failure: Failure | null;
}

/**
 * Opens an Apple Mail file: a decimal byte count on a line, the message, an XML property list. Never throws:
 * where the count is wrong the property list tells where the message ends. In a partial file (`.partial.emlx`)
 * attachments were left on the server or lie beside it; the defect `emlx-partial` says so.
 */
export function openEmlx(bytes: Uint8Array): Emlx {
  const buffer = asBuffer(bytes);
  const defects: Defect[] = [];
  const count = readCount(buffer);
  const start = count?.after ?? 0;
  if (count === null)
    defects.push({ code: 'emlx-no-count', at: { start: 0, end: Math.min(buffer.length, 20) } });
  const end = messageEnd(buffer, start, count?.value ?? -1, defects);
  const message = buffer.subarray(start, end);
  if (message.indexOf('\nX-Apple-Content-Length:', 0, 'latin1') >= 0) {
    defects.push({ code: 'emlx-partial', detail: 'parts of the message are kept outside of the file' });
  }
  const facts = emlxFacts(buffer.subarray(end));
  return {
    message,
    range: { start, end },
    facts,
    defects,
    failure: failureOf(defects, end === buffer.length),
  };
}

function failureOf(defects: readonly Defect[], endsFile: boolean): Failure | null {
  const has = (code: string) => defects.some((each) => each.code === code);
  if (has('emlx-partial')) return { code: 'truncated', detail: PARTIAL };
  return has('emlx-truncated') && endsFile
    ? { code: 'truncated', detail: 'The file ends before the message in it does.' }
    : null;
}

const PARTIAL =
  'Apple Mail keeps attachments of this message outside of the file, in the folder Attachments beside it, or left them on the server.';

/** The count and the offset after its line; null when the first line is no number. */
function readCount(buffer: Buffer): { value: number; after: number } | null {
  const line = /^\s{0,8}(\d{1,15})[ \t]{0,32}(?:\r\n|\r|\n)/.exec(buffer.toString('latin1', 0, 64));
  return line === null ? null : { value: Number(line[1]), after: line[0].length };
}

/** By the count where a property list, or nothing, follows; else by the last property list in the file. */
function messageEnd(buffer: Buffer, start: number, count: number, defects: Defect[]): number {
  const counted = start + count;
  if (count >= 0 && counted <= buffer.length && isListStart(buffer, counted)) return counted;
  const list = buffer.lastIndexOf('<?xml', undefined, 'latin1');
  const isList = list >= start && buffer.indexOf('<plist', list, 'latin1') >= 0;
  const end = isList ? list : buffer.length;
  if (count < 0) return end;
  const code = counted > buffer.length ? 'emlx-truncated' : 'emlx-wrong-count';
  defects.push({ code, at: { start: 0, end: start }, detail: `counted ${count}, found ${end - start}` });
  return end;
}

function isListStart(buffer: Buffer, at: number): boolean {
  const rest = buffer.toString('latin1', at, at + 64).trimStart();
  return rest === '' || rest.startsWith('<?xml') || rest.startsWith('<!DOCTYPE') || rest.startsWith('<plist');
}
