import { isUtf8 } from 'node:buffer';
import { parseParameters } from '../../parse/mime/parameters.ts';
import { decodeCharset } from '../../parse/text/charset.ts';
import { charsetName } from '../../parse/text/charset-names.ts';
import type { MessageView } from './message-view.ts';
import { foreignAddress } from './open-addresses.ts';
import { decodeTransfer, transferEncodingOf } from './undo/encodings.ts';

/**
 * What a signature leaves open and nothing in the message can tell to be as it was sent; honest mail has it every day. Stable codes
 * of weaknesses, that are told and change no verdict: `open-signs` signs of money and figures that hang on the charset named,
 * `open-kind` that a text is a calendar or a table, `open-message-id` the Message-ID by which copies and answers are found,
 * `open-follow-up` where answers to all go, `open-comments` words in Comments or Keywords (RFC 5322 section 3.6.5).
 */
export type OpenRemark = 'open-signs' | 'open-kind' | 'open-message-id' | 'open-follow-up' | 'open-comments';

/** @param signed the names of h= @param coverage weaknesses of the fields that are shown (`coverageOf`) */
export function openRemarks(
  view: MessageView,
  signed: readonly string[],
  coverage: readonly string[],
): readonly OpenRemark[] {
  const found: OpenRemark[] = [];
  const isOpen = (name: string) => view.index.has(name) && !signed.includes(name);
  if (coverage.includes('unsigned-content-type')) {
    const remark = remarkOnText(view);
    if (remark !== null) found.push(remark);
  }
  if (coverage.includes('unsigned-message-id') || coverage.includes('extra-message-id'))
    found.push('open-message-id');
  if (isOpen(FOLLOW_UP) && foreignAddress(view, FOLLOW_UP) !== null) found.push('open-follow-up');
  if (isOpen('comments') || isOpen('keywords')) found.push('open-comments');
  return found;
}

const FOLLOW_UP = 'mail-followup-to';

/** Read for each signature that leaves Content-Type open. Attack: bodies of megabytes. */
const MOST_READ = 64 * 1024;

function remarkOnText(view: MessageView): OpenRemark | null {
  const field = view.index.get('content-type')?.[0];
  if (field === undefined) return null;
  const { value, params } = parseParameters(view.valueOf(field).replace(/\r?\n/g, '').trim());
  if (KINDS.test(value)) return 'open-kind';
  if ((value !== 'text/plain' && value !== 'text/html') || params.charset === undefined) return null;
  const encoding = view.index.get('content-transfer-encoding')?.[0];
  const name = transferEncodingOf(encoding === undefined ? '' : view.valueOf(encoding).trim());
  const text = decodeTransfer(view.bytes.subarray(view.bodyStart, view.bodyStart + MOST_READ), name);
  // What is valid as UTF-8 is read as that, whatever one-byte charset is named; wide charsets are seen by open-reading.ts.
  if (isUtf8(text)) return null;
  return hangsOnCharset(text, charsetName(params.charset)) ? 'open-signs' : null;
}

const KINDS = /^text\/(?:calendar|csv|tab-separated-values|vcard|markdown|x-)/;

/** Currencies, fractions and signs of calculation: of these a language does not tell that they are the right ones. */
function hangsOnCharset(text: Buffer, charset: string): boolean {
  if (SELDOM.test(charset)) return true;
  const read = decodeCharset(text, charset);
  // A letter beside a figure ("Ł500") is a sign of money in another charset.
  return (
    /[\p{Sc}\p{No}±×÷‰]/u.test(read.replace(/[ -~]/g, '')) ||
    /\p{L}\d|\d\p{L}/u.test(read.replace(/[A-Za-z]/g, ' '))
  );
}

/** Of machines long gone: a new message that names one was relabelled, or is very old. */
const SELDOM = /^(?:macintosh|x-mac-|ibm8)/;
