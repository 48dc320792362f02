import { DEFAULT_LIMITS } from '../../model/index.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import { type SaidWords, SaidWordsBuilder } from './said-words.ts';

/** Attack: a message in a message in a message. */
const MOST_NESTED = 5;

/** What all messages of a mailbox say, read as a sift reads them, with texts and messages that they carry. */
export async function saidIn(messages: AsyncIterable<{ readonly bytes: Uint8Array }>): Promise<SaidWords> {
  const builder = new SaidWordsBuilder();
  for await (const { bytes } of messages) for (const text of textsOf(bytes, 0)) builder.add(text);
  return builder.done();
}

/** The text of a message as a sift reads it, and as the ledger keeps it. */
export function textOfMail(bytes: Uint8Array): string {
  return summarize(parseMessage(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS).text;
}

/** Never throws: mail comes from anybody. */
function* textsOf(bytes: Uint8Array, depth: number): Generator<string> {
  const message = parseMessage(bytes, DEFAULT_LIMITS);
  const { text, attachments } = summarize(message, DEFAULT_LIMITS);
  yield text;
  for (const { part } of attachments) {
    if (part.type === 'message/rfc822' && depth < MOST_NESTED)
      yield* textsOf(decodePart(message, part), depth + 1);
    else if (part.type.startsWith('text/')) yield Buffer.from(decodePart(message, part)).toString('utf8');
  }
}
