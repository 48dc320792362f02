import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { siftQuietly } from '../sift/sift-case.ts';
import { makeTemporaryFolder } from './folder.ts';
import { writeHostileDump } from './hostile-dump.ts';
import { type Served, serve } from './serve.ts';

const folder = makeTemporaryFolder('wire');
const directory = join(folder, 'wire.tamis');

let served: Served;

before(async () => {
  writeHostileDump(join(folder, 'dump'));
  await siftQuietly(directory, { inputs: [join(folder, 'dump')] });
  served = await serve(directory);
});
after(() => served.server.close());

const own = (): string => `127.0.0.1:${served.server.port}`;

/** What comes back for bytes as they are: the first answer, and what comes right behind it. */
function answerTo(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(served.server.port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(PATIENCE, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      if (isWhole(answer)) setTimeout(() => socket.destroy(), BEHIND);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

/** Milliseconds that a server on a loaded machine may take, and that a second answer is waited for. */
const PATIENCE = 20_000;
const BEHIND = 200;

/** Events have no length: their head is enough. */
function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n');
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1] ?? 0);
  return head >= 0 && answer.length >= head + 4 + length;
}

/** A request with the token, so that nothing but its form can be refused. */
function request(line: string, ...headers: readonly string[]): string {
  const named = headers.some((header) => /^host/i.test(header)) ? [] : [`Host: ${own()}`];
  const token = `Authorization: Bearer ${served.server.token}`;
  return [`${line} HTTP/1.1`, ...named, token, ...headers, '', ''].join('\r\n');
}

const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
const JSON_TYPE = 'Content-Type: application/json';

describe('on the wire', () => {
  it('a request that two readers would cut differently is refused, and nothing behind it answered', async () => {
    const second = request('GET /api/overview');
    const both = request('POST /api/session', JSON_TYPE, 'Content-Length: 4', 'Transfer-Encoding: chunked');
    const lengths = request('POST /api/session', JSON_TYPE, 'Content-Length: 2', 'Content-Length: 3');
    const coding = request('POST /api/session', JSON_TYPE, 'Transfer-Encoding: xchunked');
    for (const first of [both, lengths, coding]) {
      const answer = await answerTo(`${first}0\r\n\r\n${second}`);
      assert.equal(status(answer), 400);
      assert.equal(answer.split('HTTP/1.1').length, 2, answer);
    }
    assert.deepEqual(served.errors, [], 'none of them is a mistake of ours');
  });

  it('another name in any dress is refused', async () => {
    const { port } = served.server;
    const refused = [
      ...['localhost.', '[::ffff:127.0.0.1]', '127.0.0.1@evil.example', '2130706433', '0x7f.1'].map(
        (name) => [`Host: ${name}:${port}`],
      ),
      [`Host: 127.0.0.1:0${port}`],
      [`Host: ${own()}`, 'Host: evil.example'],
      ['Host: evil.example', `Host: ${own()}`],
    ];
    for (const hosts of refused)
      assert.match(
        await answerTo(request('GET /api/overview', ...hosts, 'Connection: close')),
        /^HTTP\/1\.1 4(?:00|21) /,
        hosts.join(', '),
      );
    for (const line of [`GET http://${own()}/api/overview`, 'GET //evil.example/', 'OPTIONS *'])
      assert.equal(status(await answerTo(request(line, 'Connection: close'))), 400, line);
    assert.equal(await answerTo('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n'), '');
  });

  it('events go to no other site, by a web socket neither, and end where only their head is asked for', async () => {
    const socket = [
      ...['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'],
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ];
    for (const headers of [['Origin: http://evil.example'], ['Sec-Fetch-Site: cross-site']])
      for (const more of [[], socket])
        assert.equal(status(await answerTo(request('GET /api/events', ...headers, ...more))), 403);
    assert.doesNotMatch(await answerTo(request('GET /api/events', ...socket)), /^HTTP\/1\.1 101/);
    const head = await answerTo(request('HEAD /api/events', 'Connection: close'));
    assert.match(head, /^HTTP\/1\.1 200 [\s\S]*text\/event-stream[\s\S]*\r\n\r\n$/);
  });

  it('a range is not cut out, a line break in an id makes no header', async () => {
    const range = request('GET /api/overview', 'Range: bytes=0-5,0-,5-', 'Connection: close');
    assert.equal(status(await answerTo(range)), 200);
    const broken = await answerTo(request('GET /api/items/a%0d%0aSet-Cookie:x=y', 'Connection: close'));
    assert.equal(status(broken), 404);
    assert.doesNotMatch(broken, /\r\nSet-Cookie/i);
  });
});
