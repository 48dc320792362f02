import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpRequest, HttpResponse } from '../../net/listen.ts';
import type { Answer, Headers } from './answer.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Smaller answers cost more to compress than to send on this machine. */
const WORTH_COMPRESSING = 8 * 1024;
const HEARTBEAT_MS = 15_000;
const EVENT_HEADERS: Headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'X-Accel-Buffering': 'no',
};

/** Writes an answer, compressed where it is text and the caller takes it. */
export async function send(request: HttpRequest, response: HttpResponse, answer: Answer): Promise<void> {
  switch (answer.type) {
    case 'json': {
      const bytes = Buffer.from(JSON.stringify(answer.value));
      const headers = { 'Content-Type': 'application/json; charset=utf-8', ...answer.headers };
      return await sendBytes(request, response, answer.status ?? 200, bytes, headers);
    }
    case 'bytes': {
      const headers = { 'Content-Type': answer.contentType, ...answer.headers };
      return await sendBytes(request, response, answer.status ?? 200, answer.bytes, headers);
    }
    case 'chunks':
      return await sendChunks(request, response, answer);
    case 'redirect':
      head(response, 303, { Location: answer.to, 'Content-Length': '0', ...answer.headers });
      response.end();
      return;
    case 'events':
      if (request.method === 'HEAD') {
        head(response, 200, EVENT_HEADERS);
        response.end();
      } else sendEvents(response, answer.subscribe);
  }
}

function head(response: HttpResponse, status: number, headers: Headers): void {
  for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...headers }))
    response.setHeader(name, value);
  response.writeHead(status);
}

async function sendBytes(
  request: HttpRequest,
  response: HttpResponse,
  status: number,
  bytes: Uint8Array,
  headers: Headers,
): Promise<void> {
  const encoding = headers['Content-Encoding'] === undefined ? encodingFor(request, bytes, headers) : null;
  const sent = encoding === null ? bytes : await compressed(bytes, encoding);
  head(response, status, {
    ...headers,
    ...(encoding !== null && { 'Content-Encoding': encoding, Vary: 'Accept-Encoding' }),
    'Content-Length': String(sent.length),
  });
  if (request.method === 'HEAD') response.end();
  else response.end(sent);
}

function encodingFor(request: HttpRequest, bytes: Uint8Array, headers: Headers): 'gzip' | null {
  if (bytes.length < WORTH_COMPRESSING) return null;
  if (!/^(?:text\/|application\/(?:json|javascript)|image\/svg)/.test(headers['Content-Type'] ?? ''))
    return null;
  return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) ? 'gzip' : null;
}

/** The quickest level: answers are made for one caller and go over the loopback. */
function compressed(bytes: Uint8Array, encoding: 'gzip' | 'br'): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, result: Uint8Array): void => (error ? reject(error) : resolve(result));
    if (encoding === 'gzip') gzip(bytes, { level: 1 }, done);
    else brotliCompress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }, done);
  });
}

async function sendChunks(
  request: HttpRequest,
  response: HttpResponse,
  answer: Extract<Answer, { type: 'chunks' }>,
): Promise<void> {
  head(response, 200, {
    'Content-Type': answer.contentType,
    'Content-Length': String(answer.size),
    ...answer.headers,
  });
  if (request.method !== 'HEAD')
    for (const chunk of answer.chunks) {
      if (response.destroyed) return;
      if (!response.write(chunk)) await drained(response);
    }
  response.end();
}

function drained(response: HttpResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}

function sendEvents(
  response: HttpResponse,
  subscribe: Extract<Answer, { type: 'events' }>['subscribe'],
): void {
  head(response, 200, EVENT_HEADERS);
  response.write(': hello\n\n');
  const stop = subscribe((name, data) => {
    if (!response.destroyed) response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}

export { compressed };
