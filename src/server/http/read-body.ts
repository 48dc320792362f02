import type { HttpRequest } from '../../net/listen.ts';
import { callerGone, HttpError } from './http-error.ts';

/** A note of a person is a page at most. Attack: a body that fills the memory. */
const MOST_BYTES = 256 * 1024;

/**
 * The JSON of a POST. A form of another site can only send the types a form knows, so that any other type than
 * JSON is refused (415); too much is 413, what is no JSON 400.
 */
export async function readBody(request: HttpRequest, most = MOST_BYTES): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type))
    throw new HttpError(415, 'wrong-type', {
      en: 'A change is sent as application/json.',
      fr: 'Une modification s’envoie en application/json.',
    });
  const bytes = await bytesOf(request, most);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new HttpError(400, 'bad-request', {
      en: 'The body is not JSON.',
      fr: 'Le corps n’est pas du JSON.',
    });
  }
}

/** Who hangs up halfway, or sends two lengths so that Node hangs up, is no mistake of ours to be reported. */
async function bytesOf(request: HttpRequest, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most)
        throw new HttpError(413, 'too-large', {
          en: `What is sent has at most ${most} bytes.`,
          fr: `Un envoi a au plus ${most} octets.`,
        });
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof HttpError || !request.destroyed) throw error;
    throw callerGone();
  }
  return Buffer.concat(chunks);
}
