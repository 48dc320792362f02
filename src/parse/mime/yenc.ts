/** yEnc (draft 1.3, yenc.org): blocks between `=ybegin` and `=yend`, bytes shifted by 42. */
import { crc32 } from 'node:zlib';
import type { Defect } from '../../model/index.ts';
import type { DecodedBody } from './body.ts';
import type { EncodedBlock } from './uuencode.ts';

const BEGIN = /(?:^|[\r\n])=ybegin [^\r\n]{0,500}/g;

/** The blocks in a text given as latin1. */
export function findYenc(text: string): EncodedBlock[] {
  if (!text.includes('=ybegin ')) return [];
  const blocks: EncodedBlock[] = [];
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match !== null; match = BEGIN.exec(text)) {
    const start = match[0].startsWith('=') ? match.index : match.index + 1;
    const found = text.indexOf('=yend', BEGIN.lastIndex);
    const end = found < 0 ? text.length : endOfLine(text, found);
    blocks.push({ start, end, name: /\bname=(.*)$/.exec(match[0])?.[1]?.trim() ?? '' });
    BEGIN.lastIndex = Math.max(end - 1, BEGIN.lastIndex);
  }
  return blocks;
}

/** Decodes the first block of `raw`; size and CRC that do not fit are defects. */
export function decodeYenc(raw: Buffer, at: number): DecodedBody {
  const text = raw.toString('latin1');
  const block = findYenc(text)[0];
  if (block === undefined) {
    return { bytes: raw, defects: [{ code: 'yenc-no-begin', at: { start: at, end: at + raw.length } }] };
  }
  let start = endOfLine(text, block.start);
  if (text.startsWith('=ypart ', start)) start = endOfLine(text, start);
  const found = text.indexOf('=yend', start);
  const bytes = unshift(raw.subarray(start, found < 0 ? raw.length : found));
  const trailer = found < 0 ? '' : text.slice(found, endOfLine(text, found));
  return { bytes, defects: check(bytes, trailer, { start: at + block.start, end: at + block.end }) };
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed + 1;
}

function unshift(data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length);
  let length = 0;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i] ?? 0;
    if (byte === 0x0a || byte === 0x0d) continue;
    if (byte === 0x3d) out[length++] = (data[++i] ?? 0) - 64 - 42;
    else if (byte === 0x2e && data[i + 1] === 0x2e && data[i - 1] === 0x0a) {
      out[length++] = byte - 42; // NNTP doubles a dot at the beginning of a line
      i++;
    } else out[length++] = byte - 42;
  }
  return out.subarray(0, length);
}

function check(bytes: Uint8Array, trailer: string, at: { start: number; end: number }): Defect[] {
  if (trailer === '') return [{ code: 'yenc-no-end', at }];
  const defects: Defect[] = [];
  const size = / size=(\d{1,15})/.exec(trailer)?.[1];
  if (size !== undefined && Number(size) !== bytes.length) defects.push({ code: 'yenc-size', at });
  const sum = (/ pcrc32=([0-9a-f]{1,8})/i.exec(trailer) ?? / crc32=([0-9a-f]{1,8})/i.exec(trailer))?.[1];
  if (sum !== undefined && Number.parseInt(sum, 16) !== crc32(bytes)) defects.push({ code: 'yenc-crc', at });
  return defects;
}
