import type { StoredItem } from '../../case/index.ts';
import { createFile } from './file-writer.ts';
import { messageBytes } from './messages.ts';
import type { ExportReport, ExportSource } from './types.ts';

const LF = 0x0a;
const GREATER = 0x3e;
const QUOTE = Uint8Array.of(GREATER);

/**
 * All messages in one mbox file, mboxrd quoting, so that each can be had back as it was: only a message that
 * does not end in a line end gets one.
 */
export async function exportMbox(source: ExportSource, out: string): Promise<ExportReport> {
  const file = createFile(out);
  const messages = messageBytes(source);
  try {
    for await (const { item, bytes } of messages) {
      file.write(separator(item));
      file.write(quoteFromLines(bytes));
      file.write(bytes.at(-1) === LF ? '\n' : '\n\n');
    }
  } finally {
    file.close();
  }
  return messages.report();
}

/** "From sender date": asctime(3) in UTC. What stands in it is only told; readers look at "From " alone. */
function separator({ message }: StoredItem): string {
  const sender = message?.from[0]?.address.replace(/[^\x21-\x7e]/g, '') || 'MAILER-DAEMON';
  const time = new Date(message?.date ?? 0);
  const date = Number.isNaN(time.getTime()) ? new Date(0) : time;
  // Fri, 05 May 2017 20:04:05 GMT
  const [day = '', dayOfMonth = '', month = '', year = '', clock = ''] = date.toUTCString().split(/,? /);
  return `From ${sender} ${day} ${month} ${dayOfMonth.replace(/^0/, ' ')} ${clock} ${year}\n`;
}

/** Puts a `>` before every line that begins with "From " or with such a line quoted before (mboxrd). */
export function quoteFromLines(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [];
  let copied = 0;
  for (let at = buffer.indexOf('From '); at >= 0; at = buffer.indexOf('From ', at + 5)) {
    let start = at;
    while (start > copied && buffer[start - 1] === GREATER) start--;
    if (start > 0 && buffer[start - 1] !== LF) continue;
    pieces.push(buffer.subarray(copied, start), QUOTE);
    copied = start;
  }
  return pieces.length === 0 ? bytes : Buffer.concat([...pieces, buffer.subarray(copied)]);
}
