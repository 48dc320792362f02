import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodePhrase, encodeUnstructured, parameter, splitTransportHeaders } from './header-fields.ts';

test('transport headers keep order, case, folding and repetition', () => {
  const { fields, strayLines } = splitTransportHeaders(
    'Microsoft Mail Internet Headers Version 2.0\r\nReceived: a\n\tby b\r\nSUBJECT : x\rsubject: y\r\n\r\nbody: no',
  );
  assert.deepEqual(fields, [
    { name: 'received', raw: 'Received: a\r\n\tby b' },
    { name: 'subject', raw: 'SUBJECT : x' },
    { name: 'subject', raw: 'subject: y' },
  ]);
  assert.deepEqual(strayLines, ['Microsoft Mail Internet Headers Version 2.0']);
});

test('no property can start a header field of its own', () => {
  assert.equal(encodeUnstructured('a\r\nBcc: x@y'), 'a Bcc: x@y');
  assert.equal(encodePhrase('a"\r\n<x@y>'), '"a\\" <x@y>"');
  assert.equal(parameter('filename', 'a"b\r\n.txt'), '; filename="a\\"b .txt"');
});

test('text beyond ASCII becomes encoded words of at most 75 characters, whole characters each', () => {
  const subject = 'Élection présidentielle : résultats provisoires du premier tour 😀😀😀😀😀😀';
  const words = encodeUnstructured(subject).split('\r\n ');
  assert.ok(words.every((word) => word.length <= 75));
  const decoded = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString('utf8')).join('');
  assert.equal(decoded, subject);
  assert.equal(parameter('filename', 'é(1).txt'), "; filename*=utf-8''%C3%A9%281%29.txt");
});
