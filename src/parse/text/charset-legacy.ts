/** Encodings that the WHATWG standard refuses for the web but that old mail really uses. */

/** UTF-7 (RFC 2152). Malformed runs stay as they are written. */
export function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)(-?)/g, (whole, run: string, end: string) => {
    if (run === '') return end === '' ? whole : '+';
    const bytes = Buffer.from(run, 'base64');
    // UTF-16BE; up to 7 padding bits may be left over, never a whole unit.
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  });
}

/** HZ (RFC 1843): `~{` and `~}` bracket GB 2312 written in seven bits. */
export function decodeHz(buffer: Buffer, decodeGbk: (bytes: Uint8Array) => string): string {
  const out = Buffer.alloc(buffer.length);
  let length = 0;
  let wide = false;
  for (let i = 0; i < buffer.length; i++) {
    const byte = buffer[i] ?? 0;
    const next = buffer[i + 1] ?? 0;
    if (byte === 0x7e && !wide && next === 0x7b) {
      wide = true;
      i++;
    } else if (byte === 0x7e && wide && next === 0x7d) {
      wide = false;
      i++;
    } else if (byte === 0x7e && !wide && (next === 0x7e || next === 0x0a)) {
      if (next === 0x7e) out[length++] = 0x7e;
      i++;
    } else {
      if (byte === 0x0a) wide = false; // RFC 1843: a line always begins in ASCII mode.
      out[length++] = wide && byte > 0x20 ? byte | 0x80 : byte;
    }
  }
  return decodeGbk(out.subarray(0, length));
}

/** ISO-2022-KR (RFC 1557): SO and SI bracket KS X 1001 written in seven bits; the header is dropped. */
export function decodeIso2022Kr(buffer: Buffer, decodeEucKr: (bytes: Uint8Array) => string): string {
  const out = Buffer.alloc(buffer.length);
  let length = 0;
  let wide = false;
  for (let i = 0; i < buffer.length; i++) {
    const byte = buffer[i] ?? 0;
    if (byte === 0x1b && buffer.toString('latin1', i + 1, i + 4) === '$)C') {
      i += 3;
    } else if (byte === 0x0e || byte === 0x0f) {
      wide = byte === 0x0e;
    } else {
      if (byte === 0x0a) wide = false;
      out[length++] = wide && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
    }
  }
  return decodeEucKr(out.subarray(0, length));
}

/** The upper halves of the code pages of DOS, which old mail programs of Western Europe declare. */
const DOS_LETTERS: Readonly<Record<DosPage, string>> = {
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

/** Code pages of DOS that western mail is met with. */
export type DosPage = 'ibm437' | 'ibm850';

/** Text of a DOS code page: ASCII below 0x80, the page's own letters above. */
export function decodeDosPage(buffer: Buffer, page: DosPage): string {
  const letters = DOS_LETTERS[page];
  return buffer
    .toString('latin1')
    .replace(/[\x80-\xff]/g, (char) => letters.charAt(char.charCodeAt(0) - 0x80));
}
