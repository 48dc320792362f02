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

test('what a server really answers when it does not answer: errors, junk, silence, no end', async () => {
  const answers: Readonly<Record<string, (reply: import('node:http').ServerResponse) => void>> = {
    '/missing': (reply) => reply.writeHead(404).end('{"error":{"message":"model \\"small\\" not found"}}'),
    '/loading': (reply) => reply.writeHead(503).end('{"error":"Loading model"}'),
    '/html': (reply) => reply.end('<html>nginx</html>'),
    '/shape': (reply) => reply.end('{"choices":[{"message":{"content":null,"refusal":"No."}}]}'),
    '/silent': () => {},
    '/drip': (reply) => {
      const drip = setInterval(() => reply.write(' '), 20);
      reply.on('close', () => clearInterval(drip));
    },
    '/endless': (reply) => {
      const more = (): void => {
        while (!reply.destroyed && reply.write('x'.repeat(65_536)));
      };
      reply.on('drain', more);
      more();
    },
    '/hangup': (reply) => reply.destroy(),
  };
  const server = createServer((asked, reply) => {
    asked.resume();
    answers[(asked.url ?? '').replace('/chat/completions', '')]?.(reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const says = async (path: string): Promise<string> => {
    const asked = askLoopbackModel(`http://127.0.0.1:${port}${path}`, { model: 'small', prompt: 'Hi' }, 300);
    return asked.then(
      (text) => `answered ${text}`,
      (error: { code: string; message: string }) => `${error.code} ${error.message.replace(/^\S+: /, '')}`,
    );
  };
  try {
    assert.equal(await says('/missing'), 'language-model status 404: model "small" not found');
    assert.equal(await says('/loading'), 'language-model status 503: Loading model');
    assert.equal(await says('/html'), 'language-model the answer is not a chat completion');
    assert.equal(await says('/shape'), 'language-model the answer is not a chat completion');
    assert.equal(await says('/silent'), 'language-model no answer in time');
    assert.equal(await says('/drip'), 'language-model no answer in time');
    assert.match(await says('/endless'), /^language-model (?:the answer does not end|aborted)/);
    assert.match(await says('/hangup'), /^language-model /);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
