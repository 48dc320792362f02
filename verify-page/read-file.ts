import type { LeakedItem } from '../src/decoys/verify/verify-item.ts';
import { htmlToText } from '../src/parse/text/html.ts';
import { isUtf8 } from './node/buffer.ts';

/** A name and a colon at the begin of the first lines: RFC 5322 section 2.2, or an mbox that was cut into messages. */
const HEADERS =
  /^(?:From [^\n]{1,500}\n)?[!-9;-~]{1,80}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n|[!-9;-~]{1,80}:[^\n]{0,2000}\n)/;
const HEAD = 20_000;

/** What of a file can be read without the command: mail and text. The rest is compared by its bytes alone. */
export function readDropped(bytes: Uint8Array, name: string): LeakedItem {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  if (/\.eml$/i.test(name) || HEADERS.test(head)) return { type: 'message', bytes };
  if (bytes.includes(0) || !isUtf8(bytes)) return { type: 'unreadable', bytes };
  const text = new TextDecoder().decode(bytes);
  const isHtml = /^\s*<(?:!doctype|html)/i.test(text);
  return { type: 'text', bytes, text: isHtml ? htmlToText(text) : text };
}
