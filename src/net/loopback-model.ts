/** A language model on this very machine, behind an OpenAI-compatible address. */
import { request } from 'node:http';
import { TamisError } from '../model/index.ts';

export interface ModelQuestion {
  /** Name of the model, as its server calls it. */
  readonly model: string;
  readonly prompt: string;
}

/** Attack: a server that never ends its answer. */
const MOST_ANSWER_BYTES = 2 ** 20;
const PATIENCE_MS = 120_000;
const MOST_TOKENS = 600;

/**
 * Asks `address`/chat/completions and gives the answer's text. Only literal loopback addresses over http are
 * spoken to (127.0.0.0/8, [::1]): a name would be looked up, and a look-up may lead anywhere. Redirects are not
 * followed. Throws TamisError `not-loopback`, or `language-model` when no usable answer comes.
 */
export async function askLoopbackModel(
  address: string,
  { model, prompt }: ModelQuestion,
  patienceMs: number = PATIENCE_MS,
): Promise<string> {
  const url = loopbackUrl(address);
  const body = JSON.stringify({
    model,
    max_tokens: MOST_TOKENS,
    messages: [{ role: 'user', content: prompt }],
  });
  const answer = await post(
    new URL(`${url.pathname.replace(/\/$/, '')}/chat/completions`, url),
    body,
    patienceMs,
  );
  return contentOf(answer);
}

/** The address, checked. Throws TamisError `not-loopback`. */
export function loopbackUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isLoopback = url !== null && /^(?:127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (url === null || url.protocol !== 'http:' || !isLoopback || url.username !== '' || url.password !== '')
    throw new TamisError('not-loopback', {
      en: `${address} is not http on 127.0.0.1 or [::1]`,
      fr: `${address} n’est pas en http sur 127.0.0.1 ou [::1]`,
    });
  return url;
}

function post(url: URL, body: string, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new TamisError('language-model', `${url.href}: ${reason}`));
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', headers, timeout: patienceMs }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes > MOST_ANSWER_BYTES) sent.destroy(new Error('the answer does not end'));
      });
      response.on('error', (error) => fail(error.message));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks).toString('utf8'));
        else fail(`status ${response.statusCode}${errorOf(Buffer.concat(chunks).toString('utf8'))}`);
      });
    });
    // The idle time-out alone would wait for ever on a server that sends a byte a minute.
    const late = setTimeout(() => sent.destroy(new Error('no answer in time')), patienceMs);
    sent.on('close', () => clearTimeout(late));
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', (error) => fail(error.message));
    sent.end(body);
  });
}

/** What the server says of it: `{"error":{"message":"model not found"}}`, or a text in place of the object. */
function errorOf(answer: string): string {
  try {
    const { error }: { error?: string | { message?: unknown } } = JSON.parse(answer);
    const message = typeof error === 'object' ? error.message : error;
    return typeof message === 'string' ? `: ${message.replace(/\p{Cc}+/gu, ' ').slice(0, 200)}` : '';
  } catch {
    return '';
  }
}

function contentOf(answer: string): string {
  try {
    const parsed: { choices?: { message?: { content?: unknown } }[] } = JSON.parse(answer);
    const content = parsed.choices?.[0]?.message?.content;
    if (typeof content === 'string') return content;
  } catch {
    // Told below: what came was no answer of the protocol.
  }
  throw new TamisError('language-model', {
    en: 'the answer is not a chat completion',
    fr: 'la réponse n’est pas celle d’un modèle de conversation',
  });
}
