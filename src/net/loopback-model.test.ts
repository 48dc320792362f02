import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { askLoopbackModel, loopbackUrl } from './loopback-model.ts';

test('only literal loopback addresses over http are spoken to', () => {
  for (const address of ['http://127.0.0.1:8080/v1', 'http://127.9.9.9', 'http://[::1]:1234/v1'])
    loopbackUrl(address);
  for (const address of [
    'http://localhost:8080/v1',
    'https://127.0.0.1/v1',
    'http://127.0.0.1.example.com/',
    'http://127.0.0.1@example.com/',
    'http://10.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://0.0.0.0/',
    'file:///etc/passwd',
    'nonsense',
  ])
    assert.throws(() => loopbackUrl(address), { code: 'not-loopback' }, address);
});

test('asks for a chat completion and takes its text; a redirect is no answer', async () => {
  const seen: string[] = [];
  const server = createServer((asked, reply) => {
    let body = '';
    asked.on('data', (chunk) => {
      body += chunk;
    });
    asked.on('end', () => {
      seen.push(`${asked.method} ${asked.url} ${JSON.parse(body).model}`);
      if (asked.url?.startsWith('/away') === true)
        reply.writeHead(302, { Location: 'http://192.0.2.1/' }).end();
      else reply.end(JSON.stringify({ choices: [{ message: { content: 'The room is free.' } }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const question = { model: 'small', prompt: 'Hello' };
  try {
    assert.equal(await askLoopbackModel(`http://127.0.0.1:${port}/v1/`, question), 'The room is free.');
    assert.deepEqual(seen, ['POST /v1/chat/completions small']);
    await assert.rejects(askLoopbackModel(`http://127.0.0.1:${port}/away`, question), {
      code: 'language-model',
    });
  } finally {
    server.close();
  }
});
