import { asBuffer } from '../binary/as-buffer.ts';
import { decodeCharset, decodeUnlabelled } from '../text/charset.ts';
import { charsetName } from '../text/charset-names.ts';
import { textOfUtf32, utf16Order, utf32Order } from '../text/wide.ts';

/** Where an encoding is declared, it is declared this early (WHATWG HTML, 13.2.3.2 gives 1,024 bytes). */
const DECLARATION = 1024;

/** Text without any label: a byte order mark, UTF-16 by its zeros, UTF-8 where valid, else windows-1252; LF. */
export function decodePlain(bytes: Uint8Array): string {
  return lines(decodeWide(bytes) ?? decodeUnlabelled(asBuffer(bytes)));
}

/**
 * JSON with its escapes undone: exports of messengers write every accent as `\u00e9` and every line end as `\n`, and
 * words so written are found by no search. Quotes and backslashes stay escaped, so that it can still be told what is a text.
 */
export function decodeJson(bytes: Uint8Array): string {
  const text = decodePlain(bytes);
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPES, (found, unit: string | undefined) => {
    if (unit === undefined) return SHORT_ESCAPES[found] ?? found;
    const code = Number.parseInt(unit, 16);
    return code < 0x20 || code === 0x22 || code === 0x5c ? found : String.fromCharCode(code);
  });
}

/** RFC 8259, section 7. An escaped backslash is passed over whole: what follows it is no escape. */
const ESCAPES = /\\(?:u([0-9a-fA-F]{4})|.)/g;
const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\\n': '\n', '\\r': '\n', '\\t': '\t', '\\/': '/' };

/** HTML and XML say themselves what they are in: `<meta charset>`, `<?xml encoding?>`. */
export function decodeMarkup(bytes: Uint8Array): string {
  const wide = decodeWide(bytes);
  if (wide !== null) return lines(wide);
  const head = asBuffer(bytes).toString('latin1', 0, DECLARATION);
  const label =
    /<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})|<meta[^>]{0,400}?charset=["']?([\w.:-]{1,40})/i.exec(
      head,
    );
  const name = charsetName(label?.[1] ?? label?.[2] ?? '');
  // A declaration in ASCII cannot have been read from UTF-16 (WHATWG HTML, 13.2.3.2, step "if charset is UTF-16").
  if (name === '' || name.startsWith('utf-16')) return lines(decodeUnlabelled(asBuffer(bytes)));
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
