/** A header field as it stands, folded lines and all, without its closing line end. */
export interface HeaderField {
  /** In lower case. */
  readonly name: string;
  readonly raw: string;
}

/** The header fields that an item keeps from its way through the Internet (PidTagTransportMessageHeaders). */
export interface TransportHeaders {
  readonly fields: readonly HeaderField[];
  /** Lines that are no header fields: Exchange's "Microsoft Mail Internet Headers" line, hostile ones. */
  readonly strayLines: readonly string[];
}

/** A header block of 8 MiB is past anything real. */
const LONGEST = 8 * 2 ** 20;

/**
 * Splits PidTagTransportMessageHeaders into fields. Only line ends are made CRLF; order, case, folding and
 * repeated fields stay, for they are evidence. The block ends at its first empty line.
 */
export function splitTransportHeaders(text: string): TransportHeaders {
  const fields: HeaderField[] = [];
  const strayLines: string[] = [];
  let current: string[] = [];
  const close = () => {
    const [first] = current;
    if (first !== undefined)
      fields.push({
        name: first.slice(0, first.indexOf(':')).trim().toLowerCase(),
        raw: current.join('\r\n'),
      });
    current = [];
  };
  for (const line of text
    .slice(0, LONGEST)
    .replaceAll('\0', '')
    .trimStart()
    .split(/\r\n|\n|\r/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && current.length > 0) current.push(line);
    else if (/^[!-9;-~]+[ \t]*:/.test(line)) {
      close();
      current = [line];
    } else strayLines.push(line);
  }
  close();
  return { fields, strayLines };
}

/** RFC 2047 encoded words of at most 75 characters where the text is not ASCII, else as it is. */
export function encodeUnstructured(text: string): string {
  const clean = oneLine(text);
  return /^[ -~]*$/.test(clean) ? clean : encodedWords(clean);
}

/** A display name: quoted where it must be, encoded where it is not ASCII. */
export function encodePhrase(name: string): string {
  const clean = oneLine(name);
  if (!/^[ -~]*$/.test(clean)) return encodedWords(clean);
  return /^[\w !#$%&'*+/=?^`{|}~-]*$/.test(clean) ? clean : quoted(clean);
}

/** A parameter of Content-Type or Content-Disposition; RFC 2231 where it is not ASCII. */
export function parameter(name: string, value: string): string {
  const clean = oneLine(value).slice(0, 255);
  if (/^[ -~]*$/.test(clean)) return `; ${name}=${quoted(clean)}`;
  return `; ${name}*=utf-8''${percentEncoded(clean)}`;
}

/** RFC 5322 date in UTC of an ISO 8601 one. */
export function headerDate(iso: string): string {
  return new Date(iso).toUTCString().replace('GMT', '+0000');
}

function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  let bytes = 0;
  for (const char of text.toWellFormed()) {
    const size = Buffer.byteLength(char);
    if (bytes + size > 45) {
      words.push(word);
      word = '';
      bytes = 0;
    }
    word += char;
    bytes += size;
  }
  words.push(word);
  return words.map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function percentEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
}

/** No control characters: a name from a leak must not be able to start a header field of its own. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
  return text.replace(/[\x00-\x1f\x7f\u2028\u2029]+/g, ' ').trim();
}
