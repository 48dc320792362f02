import { decodeTransfer, transferEncodingOf } from './undo/encodings.ts';

/** Read for each signature that leaves Content-Type open. Attack: bodies of megabytes. */
const MOST_READ = 64 * 1024;

/** The body of a message, and how its header says it is to be read. */
export interface TypedBody {
  readonly bytes: Buffer;
  readonly bodyStart: number;
  /** Media type, lower case. */
  readonly type: string;
  /** File name of the type, or empty. */
  readonly name: string;
  /** The value of Content-Transfer-Encoding. */
  readonly encoding: string;
}

/**
 * Whether a media type makes of a signed text what its writer did not send: a plain text read as HTML loses what stands
 * between angle brackets (`<`, addresses), and one named a file is read by its name. Attack: Content-Type is not signed
 * (RFC 6376 section 5.4.1 recommends that it be). No program writes HTML without one tag, nor plain sentences as a PDF.
 */
export function isOtherType(body: TypedBody): boolean {
  if (body.type === 'text/html') return !KNOWN_TAG.test(textOf(body)) && textOf(body).trim() !== '';
  const magic = MAGIC.find(({ types, names }) => types.test(body.type) || names.test(body.name));
  if (magic === undefined || isText(body.type)) return false;
  const text = textOf(body);
  return !text.startsWith(magic.begins) && isSentences(text);
}

function textOf({ bytes, bodyStart, encoding }: TypedBody): string {
  const raw = bytes.subarray(bodyStart, bodyStart + MOST_READ);
  return decodeTransfer(raw, transferEncodingOf(encoding)).toString('latin1');
}

/** Elements of which every HTML mail has one. */
const KNOWN_TAG =
  /<!doctype\b|<\/?(?:html|head|body|meta|title|style|div|p|br|hr|span|font|a|b|i|u|tt|em|strong|center|pre|img|table|tr|td|th|ul|ol|li|h[1-6]|blockquote|o:p)\b[^<>]{0,2000}>/i;

/** Types, and names of files of no particular type, whose bytes begin in one way. */
const MAGIC = [
  { types: /^application\/pdf$/, names: /\.pdf$/i, begins: '%PDF' },
  {
    types: /^application\/(?:zip|vnd\.openxmlformats.*)$/,
    names: /\.(?:zip|docx|xlsx|pptx)$/i,
    begins: 'PK',
  },
  {
    types: /^application\/(?:msword|vnd\.ms-(?:excel|powerpoint))$/,
    names: /\.(?:doc|xls|ppt)$/i,
    begins: '\xd0\xcf',
  },
  { types: /^image\/jpe?g$/, names: /\.jpe?g$/i, begins: '\xff\xd8' },
  { types: /^image\/png$/, names: /\.png$/i, begins: '\x89PNG' },
] as const;

function isText(type: string): boolean {
  return /^(?:text|multipart|message)\//.test(type);
}

/** Nothing but printable text, several words to a line. */
function isSentences(text: string): boolean {
  const start = text.slice(0, 4096);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is asked.
  if (/[\x00-\x08\x0e-\x1f]/.test(start)) return false;
  return start.split('\n').some((line) => (line.match(/\S+/g) ?? []).length >= LEAST_WORDS);
}

const LEAST_WORDS = 4;

/**
 * Whether what stands above the first part is more than the line for programs that know no MIME: sentences which a signer
 * signed and no reader is shown. `text`: up to the first delimiter.
 */
export function isHiddenText(text: string): boolean {
  const words = text.match(/\S+/g) ?? [];
  return words.length > LONGEST_PREAMBLE && !ABOUT_MIME.test(text);
}

const LONGEST_PREAMBLE = 15;
/** The line that programs put above the first part, for those that know no MIME. */
export const ABOUT_MIME = /\bmime\b|multi-?part|mehrteilig|plusieurs parties|\bhtml\b/i;
