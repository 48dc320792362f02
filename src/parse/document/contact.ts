import { decodeCharset } from '../text/charset.ts';

/** Properties of a card that hold words (RFC 6350, 6); keys, pictures and sounds are left out. */
const WORDS =
  /^(?:[\w-]{1,40}\.)?(FN|N|NICKNAME|ORG|TITLE|ROLE|EMAIL|TEL|ADR|LABEL|NOTE|URL|BDAY|IMPP|RELATED|CATEGORIES)((?:;[^:\n]{0,300})?):(.*)$/i;

/** The words of contacts (vCard 2.1 to 4.0), one property a line, an empty line between cards. */
export function contactText(source: string): string {
  const out: string[] = [];
  // 2.1 folds quoted-printable with "=" at the line's end; all versions fold with white space (RFC 6350, 3.2).
  const unfolded = source.replace(/\n[ \t]/g, '');
  const lines = unfolded.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (/^END:VCARD/i.test(line)) out.push('');
    const match = WORDS.exec(line);
    if (match === null) continue;
    const [, , parameters = '', value = ''] = match;
    if (!/QUOTED-PRINTABLE/i.test(parameters)) {
      out.push(unescaped(value));
      continue;
    }
    let soft = value;
    while (soft.endsWith('=') && i + 1 < lines.length) soft = soft.slice(0, -1) + (lines[++i] ?? '');
    out.push(unescaped(quotedPrintable(soft, CHARSET.exec(parameters)?.[1] ?? '')));
  }
  return out.join('\n').trim();
}

/** Structured values are read as words: `Doe;John;;;` becomes `Doe John`. */
function unescaped(value: string): string {
  return value
    .replace(/\\[nN]/g, '\n')
    .replace(/(?<!\\);/g, ' ')
    .replace(/\\([,;:\\])/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const CHARSET = /;CHARSET="?([\w:.-]{1,40})/i;

/** 2.1 names the charset of each value; what names none is UTF-8, or in what it reads best in. */
function quotedPrintable(value: string, charset: string): string {
  const bytes = value.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeCharset(Buffer.from(bytes, 'latin1'), charset);
}
