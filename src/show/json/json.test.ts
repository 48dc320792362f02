import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { makeMessage } from '../../../test/records.ts';
import { createCase, prepareItem } from '../../case/index.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { itemJson, itemLine, searchLine } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-json-'));
const store = createCase(join(root, 'c.tamis'), { now: () => new Date(0) });
after(() => {
  store.close();
  rmSync(root, { recursive: true, force: true });
});

const source = [
  'From: =?utf-8?q?Am=C3=A9lie?= <amelie@example.org>',
  'Subject: =?utf-8?q?R=C3=A9union?=',
  ' tomorrow',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hello',
  '--x',
  'Content-Type: application/pdf',
  'Content-Disposition: attachment; filename=a.pdf',
  '',
  'PDF',
  '--x--',
  '',
].join('\n');

const record = makeMessage({
  path: 'm',
  from: 'Amélie <amelie@example.org>',
  to: ['bob@example.net'],
  cc: ['Carol <carol@example.net>'],
  subject: 'Réunion tomorrow',
  date: '2017-05-05T20:00:00Z',
});
store.addItems([prepareItem('leak', record)]);

describe('the JSON of an item', () => {
  const item = store.itemByPath('leak', 'm');
  const [hit] = store.search('', {});
  assert.ok(item && hit);

  it('is the same line from a hit and from the whole item', () => {
    assert.deepEqual(itemLine(item), searchLine(hit));
    assert.equal(searchLine(hit).from, 'Amélie <amelie@example.org>');
    assert.deepEqual(searchLine(hit).reasons, []);
    assert.equal('snippet' in searchLine(hit), false);
  });

  it('adds headers raw and decoded, and parts with their byte ranges', () => {
    const bytes = Buffer.from(source);
    const json = itemJson(item, bytes, DEFAULT_LIMITS);
    const subject = json.headers[1];
    assert.deepEqual(
      [subject?.name, subject?.raw, subject?.decoded],
      ['Subject', 'Subject: =?utf-8?q?R=C3=A9union?=\n tomorrow\n', 'Réunion tomorrow'],
    );
    assert.deepEqual(
      json.parts.map(({ id, type, filename }) => [id, type, filename]),
      [
        ['', 'multipart/mixed', null],
        ['1', 'text/plain', null],
        ['2', 'application/pdf', 'a.pdf'],
      ],
    );
    const body = json.parts[1]?.body;
    assert.equal(bytes.subarray(body?.start, body?.end).toString(), 'Hello');
    assert.deepEqual(json.cc, ['Carol <carol@example.net>']);
  });

  it('does without the bytes', () => {
    const json = itemJson(item, null, DEFAULT_LIMITS);
    assert.deepEqual([json.headers, json.parts, json.signatures], [[], [], []]);
    assert.equal(json.canonical, record.message?.canonical);
  });
});
