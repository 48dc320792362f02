import { hash } from 'node:crypto';
import { rc4 } from '../pdf/rc4.ts';

/** Gives the RC4 key of each block of a stream. */
export type BlockKeys = (block: number) => Buffer;

/**
 * The keys of a binary Office document under RC4 ([MS-OFFCRYPTO] 2.3.5 and 2.3.6), from its encryption header; null when
 * none of the passwords is right, or the header is of no known kind.
 */
export function blockKeys(header: Buffer, passwords: readonly string[]): BlockKeys | null {
  if (header.length < 8) return null;
  const [major, minor] = [header.readUInt16LE(0), header.readUInt16LE(2)];
  for (const password of passwords) {
    const secret = Buffer.from(password, 'utf16le');
    const keys = minor === 2 && major >= 2 && major <= 4 ? cryptoApiKeys(header, secret) : null;
    const found = major === 1 && minor === 1 ? basicKeys(header, secret) : keys;
    if (found !== null) return found;
  }
  return null;
}

/** Every block of a stream under its own key; the number of the first byte counts from the stream's beginning. */
export function decryptBlocks(bytes: Buffer, blockSize: number, keys: BlockKeys): Buffer {
  const out: Buffer[] = [];
  for (let at = 0, block = 0; at < bytes.length; at += blockSize, block++)
    out.push(rc4(keys(block), bytes.subarray(at, at + blockSize)));
  return Buffer.concat(out);
}

/** Forty bits of a salted MD5, Office 97. */
function basicKeys(header: Buffer, secret: Buffer): BlockKeys | null {
  if (header.length < 52) return null;
  const salt = header.subarray(4, 20);
  const short = md5(secret).subarray(0, 5);
  const base = md5(Buffer.concat(Array.from({ length: 16 }, () => Buffer.concat([short, salt])))).subarray(
    0,
    5,
  );
  const keys = (block: number) => md5(Buffer.concat([base, littleEndian(block)]));
  const opened = rc4(keys(0), header.subarray(20, 52));
  return md5(opened.subarray(0, 16)).equals(opened.subarray(16, 32)) ? keys : null;
}

/** SHA-1 and the length the header names, Office 2002 and 2003. */
function cryptoApiKeys(header: Buffer, secret: Buffer): BlockKeys | null {
  const verifierAt = 12 + header.readUInt32LE(8);
  if (header.length < 32 || verifierAt + 60 > header.length) return null;
  const bits = header.readUInt32LE(12 + 16) || 40;
  if (bits < 40 || bits > 128) return null;
  const salt = header.subarray(verifierAt + 4, verifierAt + 20);
  const base = sha1(Buffer.concat([salt, secret]));
  const keys = (block: number) => {
    const key = sha1(Buffer.concat([base, littleEndian(block)])).subarray(0, bits / 8);
    return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  const verifier = header.subarray(verifierAt + 20, verifierAt + 36);
  const opened = rc4(keys(0), Buffer.concat([verifier, header.subarray(verifierAt + 40, verifierAt + 60)]));
  return sha1(opened.subarray(0, 16)).equals(opened.subarray(16, 36)) ? keys : null;
}

function littleEndian(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

function md5(bytes: Buffer): Buffer {
  return hash('md5', bytes, 'buffer');
}

function sha1(bytes: Buffer): Buffer {
  return hash('sha1', bytes, 'buffer');
}
