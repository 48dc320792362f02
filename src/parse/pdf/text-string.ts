/** PDFDocEncoding where it differs from ISO 8859-1 (ISO 32000-2, D.3), from byte 0x18. */
const LOW = '˘ˇˆ˙˝˛˚˜';
const HIGH = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€';

const ESCAPE = '\u001b';

/** A text string (7.9.2.2): UTF-16 or UTF-8 by its mark, else PDFDocEncoding. */
export function textString(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), true);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), false);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  let out = '';
  for (const byte of bytes) {
    if (byte >= 0x18 && byte < 0x20) out += LOW[byte - 0x18] ?? '';
    else if (byte >= 0x80 && byte <= 0xa0) out += HIGH[byte - 0x80] ?? '';
    else out += String.fromCharCode(byte);
  }
  return out;
}

/** Language escapes (7.9.2.2.2) are taken out: U+001B, a code, U+001B. */
function utf16(bytes: Buffer, bigEndian: boolean): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  const text = (bigEndian ? even.swap16() : even).toString('utf16le');
  if (!text.includes(ESCAPE)) return text.toWellFormed();
  const parts = text.split(ESCAPE);
  return parts
    .filter((part, index) => index % 2 === 0 || !/^[\w-]{2,8}$/.test(part))
    .join('')
    .toWellFormed();
}
