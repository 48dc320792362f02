/**
 * A message as if its sender had just handed it over: every field that a collector, a list server or a receiving host
 * writes is gone, with recipients, dates and the mbox line; the collector's stand-in for addresses is a plain address,
 * and the footers and tags of lists are gone.
 */
export function withoutTraces(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replaceAll('\r\n', '\n');
  const end = text.indexOf('\n\n');
  const head = (end < 0 ? text : text.slice(0, end)).replace(/^From [^\n]*\n/u, '');
  const fields = head
    .split(/\n(?![ \t])/u)
    .filter((field) => KEPT.has(field.slice(0, field.indexOf(':')).toLowerCase()))
    .map((field) => field.replace(/^(subject:\s*)(?:re:\s*)?\[[\w-]{2,40}\]\s*/iu, '$1'));
  const body = (end < 0 ? '' : text.slice(end)).replace(FOOTER, '\n');
  const bare = `${fields.join('\n')}${body}`.replace(/phish(?:ing)?@pot[\w+-]*/gu, 'somebody');
  return Buffer.from(bare, 'latin1');
}

const KEPT = new Set([
  'from',
  'reply-to',
  'subject',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'x-mailer',
  'user-agent',
]);

/** What Mailman and its kin put below a plain text. */
const FOOTER = /\n_{30,}\n[\s\S]{0,600}$/u;
