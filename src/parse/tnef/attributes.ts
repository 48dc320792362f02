import type { Defect } from '../../model/index.ts';
import { fail } from '../binary/fail.ts';
import { slice, u8, u16, u32 } from '../binary/little-endian.ts';
import { nextAttribute, sumOf } from './resume.ts';

/** One attribute of the stream (MS-OXTNEF). */
export interface TnefAttribute {
  /** 1: of the message, 2: of the attachment that the last rendering attribute began. */
  readonly level: number;
  readonly id: number;
  readonly data: Uint8Array;
}

const SIGNATURE = 0x223e9f78;
/** No attribute has more than a few. Attack: a file of empty attributes, nine bytes each. */
const MOST_ATTRIBUTES = 1_000_000;
/** Attack: damage everywhere, behind each of which the rest of the stream is searched. */
const MOST_RESUMES = 16;

/**
 * The attributes of a TNEF stream in order. A cut file gives what it has and a `truncated` defect; a wrong
 * checksum is a defect and no more; behind damage it goes on at the next attribute that is whole. Throws `malformed` only when this is no TNEF.
 */
export function readAttributes(bytes: Uint8Array, defects: Defect[]): TnefAttribute[] {
  if (bytes.length < 6 || u32(bytes, 0) !== SIGNATURE) fail('malformed', 'This is no TNEF stream.');
  const attributes: TnefAttribute[] = [];
  let at = 6;
  let resumes = 0;
  while (at + 9 <= bytes.length && attributes.length < MOST_ATTRIBUTES) {
    const level = u8(bytes, at);
    const length = u32(bytes, at + 5);
    const start = at + 9;
    const isAttribute = level === 1 || level === 2;
    if (!isAttribute || start + length > bytes.length) {
      const next = resumes++ < MOST_RESUMES ? nextAttribute(bytes, at + 1) : null;
      if (next !== null) {
        defects.push({ code: 'attribute-damaged', at: { start: at, end: next } });
        at = next;
        continue;
      }
      if (!isAttribute) {
        // A wrong sum before it, and nothing whole behind: what stood here was damaged, and is no filling.
        const isDamaged = defects.at(-1)?.code === 'attribute-checksum' && defects.at(-1)?.at?.end === at - 2;
        const code = isDamaged ? 'truncated' : 'trailing-bytes';
        defects.push({ code, at: { start: at, end: bytes.length } });
        return attributes;
      }
      defects.push({ code: 'truncated', at: { start, end: bytes.length } });
      attributes.push({ level, id: u16(bytes, at + 1), data: bytes.subarray(start) });
      return attributes;
    }
    const data = slice(bytes, start, length);
    if (
      start + length + 2 <= bytes.length &&
      u16(bytes, start + length) !== sumOf(bytes, start, start + length)
    ) {
      defects.push({ code: 'attribute-checksum', at: { start, end: start + length } });
    }
    attributes.push({ level, id: u16(bytes, at + 1), data });
    at = start + length + 2;
  }
  return attributes;
}
