import { attachmentPart, multipart, wholeText } from '../programs/compose.ts';
import type { Random } from '../random.ts';
import type { Sent } from '../route/send.ts';
import type { Header, Wire } from '../wire/wire.ts';
import { utf8 } from '../wire/wire.ts';

/**
 * A message out of a PST as converters in the manner of readpst write it: the header fields it arrived with,
 * and a body of their own making. The signature field is still there and fits nothing any more.
 */
export function readpstMessage(sent: Sent, transport: readonly Header[], random: Random): Wire {
  const kept = transport.filter(([name]) => !/^(?:content-|mime-version)/iu.test(name));
  const text: Wire = {
    headers: [['Content-Type', 'text/plain; charset="utf-8"']],
    body: utf8(`${wholeText(sent.draft).replaceAll('\n', '\r\n')}\r\n\r\n`),
  };
  const boundary = `--boundary-LibPST-iamunique-${random.between(1e8, 2e9)}_-_-`;
  const parts = [text, ...sent.draft.attachments.map((each) => attachmentPart(each))];
  const content = multipart('mixed', boundary, parts);
  return { headers: [...kept, ['MIME-Version', '1.0'], ...content.headers], body: content.body };
}
