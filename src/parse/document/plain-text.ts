import { decodeCharset, decodeUnlabelled } from '../text/charset.ts';
import { charsetName } from '../text/charset-names.ts';
import { textOfUtf32, utf16Order, utf32Order } from '../text/wide.ts';

/** Where an encoding is declared, it is declared this early (WHATWG HTML, 13.2.3.2 gives 1,024 bytes). */
const DECLARATION = 1024;

/** Text without any label: a byte order mark, UTF-16 by its zeros, UTF-8 where valid, else windows-1252; LF. */
export function decodePlain(bytes: Uint8Array): string {
  return lines(decodeWide(bytes) ?? decodeUnlabelled(bufferOf(bytes)));
}

/** HTML and XML say themselves what they are in: `<meta charset>`, `<?xml encoding?>`. */
export function decodeMarkup(bytes: Uint8Array): string {
  const wide = decodeWide(bytes);
  if (wide !== null) return lines(wide);
  const head = bufferOf(bytes).toString('latin1', 0, DECLARATION);
  const label =
    /<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})|<meta[^>]{0,400}?charset=["']?([\w.:-]{1,40})/i.exec(
      head,
    );
  const name = charsetName(label?.[1] ?? label?.[2] ?? '');
  // A declaration in ASCII cannot have been read from UTF-16 (WHATWG HTML, 13.2.3.2, step "if charset is UTF-16").
  if (name === '' || name.startsWith('utf-16')) return lines(decodeUnlabelled(bufferOf(bytes)));
  return lines(decodeCharset(bytes, name));
}

function decodeWide(bytes: Uint8Array): string | null {
  const wider = utf32Order(bytes);
  if (wider !== null) return textOfUtf32(bytes, wider);
  const order = utf16Order(bytes);
  return order === null ? null : decodeCharset(bytes, `utf-16${order}`).replace(/^\ufeff/, '');
}

function lines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
