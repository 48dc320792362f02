/**
 * A proxy before an object store that misbehaves, as a process: `bad-store.ts TARGET_PORT`. It answers every third request with an
 * error of the server, cuts every fifth answer in the midst of its bytes, ends every seventh early as if it were whole, and is slow
 * with all. Writes its port to standard output, and as JSON what it did when its standard input ends.
 */
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

const SLOW_MS = 30;
const target = Number(process.argv[2]);
const done = { errors: 0, cut: 0, short: 0 };
let count = 0;

const server = createServer((asked, answer) => {
  const number = ++count;
  setTimeout(() => {
    if (number % 3 === 0) refuse(asked, answer, number);
    else pass(asked, answer, number);
  }, SLOW_MS);
});

function refuse(asked: IncomingMessage, answer: ServerResponse, number: number): void {
  done.errors++;
  asked.resume();
  answer.writeHead(number % 2 === 0 ? 500 : 503, { connection: 'close' }).end('<Error/>');
}

function pass(asked: IncomingMessage, answer: ServerResponse, number: number): void {
  const { method, url, headers } = asked;
  const onward: ClientRequest = request({ host: '127.0.0.1', port: target, method, path: url, headers });
  asked.pipe(onward);
  onward.on('error', () => answer.destroy());
  onward.on('response', (given) => void give(given, answer, method === 'GET' ? number : 1));
}

async function give(given: IncomingMessage, answer: ServerResponse, number: number): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of given) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const { 'content-length': _, ...headers } = given.headers;
  const status = given.statusCode ?? 500;
  const half = body.subarray(0, body.length >>> 1);
  if (number % 7 === 0 && body.length > 1) {
    done.short++;
    // Without a length: nothing tells that there was more.
    answer.writeHead(status, headers).end(half);
  } else if (number % 5 === 0 && body.length > 1) {
    done.cut++;
    answer.writeHead(status, given.headers);
    answer.write(half, () => answer.destroy());
  } else answer.writeHead(status, given.headers).end(body);
}

server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.stdin.resume().on('end', () => {
  console.log(JSON.stringify(done));
  process.exit();
});
