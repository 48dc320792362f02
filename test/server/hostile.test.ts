import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { BodyJson, DownloadJson, ItemViewJson } from '../../src/server/api/item.ts';
import type { SearchJson, SearchRow } from '../../src/server/api/search.ts';
import { siftQuietly } from '../sift/sift-case.ts';
import { makeTemporaryFolder } from './folder.ts';
import { HANDLER, SCRIPT, writeHostileDump } from './hostile-dump.ts';
import { type Answered, type Served, serve } from './serve.ts';

const folder = makeTemporaryFolder('hostile');
const directory = join(folder, 'hostile.tamis');

let served: Served;
let rows: readonly SearchRow[];

before(async () => {
  writeHostileDump(join(folder, 'dump'));
  await siftQuietly(directory, { inputs: [join(folder, 'dump')] });
  served = await serve(directory);
  rows = (await served.get<SearchJson>('/api/search?q=&limit=500')).rows;
});
after(() => served.server.close());

const authorization = (): { authorization: string } => ({ authorization: `Bearer ${served.server.token}` });
const ask = (path: string): Promise<Answered> => served.raw(path, { headers: authorization() });

function rowOf(find: (row: SearchRow) => boolean): SearchRow {
  const row = rows.find(find);
  assert.ok(row);
  return row;
}

const hostile = (): SearchRow => rowOf(({ path }) => path === 'dump/hostile.eml');

describe('a leak that attacks its reader', () => {
  it('is told as JSON, which no browser takes for a page', async () => {
    assert.equal(hostile().subject, SCRIPT);
    assert.match(hostile().from, /onerror=alert/);
    assert.ok(HANDLER.includes('onerror'));
    for (const path of [
      '/api/search?q=',
      `/api/items/${hostile().id}`,
      `/api/items/${hostile().id}/thread`,
    ]) {
      const { headers } = await ask(path);
      assert.equal(headers['content-type'], 'application/json; charset=utf-8');
      assert.equal(headers['x-content-type-options'], 'nosniff');
    }
  });

  it('is shown without anything that runs, asks for something or leads away', async () => {
    const { headers, text } = await ask(`/api/items/${hostile().id}/html`);
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /^sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'/);
    assert.doesNotMatch(policy, /allow-|script-src|connect-src|https?:/);
    const body = text.slice(text.indexOf('<body>'));
    assert.match(body, /Bonjour <b>Zoé<\/b>/);
    assert.doesNotMatch(
      text,
      /<(?:script|iframe|object|embed|form|input|button|link|base|svg|math|video|source|noscript)/i,
    );
    assert.doesNotMatch(text, /<[^>]*\son\w+\s*=/i);
    assert.doesNotMatch(text, /<[^>]*\s(?:href|srcset|action|background|poster|formaction|data)\s*=/i);
    assert.doesNotMatch(text, /url\(|@import|@font-face|javascript:[^"]*"?\s*[^"<]*>/i);
    assert.doesNotMatch(text, /http-equiv|position:\s*fixed/i);
    for (const [, source = ''] of text.matchAll(/\ssrc="([^"]*)"/g))
      assert.match(source, /^data:image\/png;base64,[A-Za-z0-9+/=]+$/);
    assert.equal([...text.matchAll(/\ssrc="/g)].length, 1, 'only the picture of the message itself');
  });

  it('tells what it asked for from outside', async () => {
    const { html } = await served.get<BodyJson>(`/api/items/${hostile().id}/body`);
    assert.ok(html);
    const addresses = html.blocked.map(({ address }) => address);
    for (const part of [
      'pixel.gif',
      'set.png',
      'sheet.css',
      'style.png',
      'import.css',
      'font.woff',
      'background.png',
      'frame',
      'form',
      'poster.png',
    ])
      assert.ok(
        addresses.some((address) => address.includes(`evil.example/${part}`)),
        part,
      );
    const removed = new Map(html.removed.map(({ what, count }) => [what, count]));
    for (const what of ['script', 'iframe', 'svg', 'form', 'onload', 'onerror'])
      assert.ok(removed.has(what), what);
  });

  it('gives its files only after the warning, once, as attachments', async () => {
    for (const row of rows.filter(({ kind }) => kind !== 'archive')) {
      const offer = await served.get<DownloadJson>(`/api/items/${row.id}/download`);
      assert.equal(offer.url, null);
      assert.notEqual(offer.warning, '');
      assert.match(offer.fileName, /^[A-Za-z0-9._-]+\.leak$/);
      const { url } = await served.post<DownloadJson>(`/api/items/${row.id}/download`, {});
      assert.ok(url);
      const stolen = await served.raw(url);
      assert.equal(stolen.status, 401);
      const { status, headers, bytes } = await ask(url);
      assert.equal(status, 200, row.path);
      assert.equal(headers['content-type'], 'application/octet-stream');
      assert.equal(headers['content-disposition'], `attachment; filename="${offer.fileName}"`);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(bytes.length, row.size, row.path);
      assert.equal((await ask(url)).status, 410);
    }
  });

  it('shows pictures only as PNG of our own making', async () => {
    const pixel = rowOf(({ path }) => path === 'dump/pixel.png');
    const shown = await ask(`/api/items/${pixel.id}/picture`);
    assert.equal(shown.headers['content-type'], 'image/png');
    assert.match(String(shown.headers['content-security-policy']), /sandbox/);
    assert.equal(shown.bytes.subarray(1, 4).toString(), 'PNG');
    for (const row of rows.filter(
      ({ name }) => /\.(?:svg|html|pdf|csv)$/.test(name) || name === 'evil.png',
    )) {
      const { status, headers } = await ask(`/api/items/${row.id}/picture`);
      assert.equal(status, 422, row.path);
      assert.match(String(headers['content-type']), /json/);
    }
  });

  it('never sends a document of the leak as what it says it is', async () => {
    for (const row of rows) {
      for (const view of ['', '/text', '/source', '/html', '/pages', '/sheets', '/picture', '/pages/1.png']) {
        const { headers } = await ask(`/api/items/${row.id}${view}`);
        const type = String(headers['content-type']);
        assert.match(
          type,
          /^(?:application\/json|text\/plain|image\/png|text\/html)/,
          `${row.path}${view}: ${type}`,
        );
        if (type.startsWith('text/html'))
          assert.match(String(headers['content-security-policy']), /^sandbox/);
        if (type.startsWith('text/plain'))
          assert.match(String(headers['content-security-policy']), /^sandbox/);
      }
    }
    assert.deepEqual(served.errors, []);
  });

  it('shows a PDF with a script as the picture of its page', async () => {
    const pdf = rowOf(({ name }) => name === 'run.pdf');
    const view = await served.get<ItemViewJson>(`/api/items/${pdf.id}`);
    assert.ok(view.views.pages);
    const page = await ask(`/api/items/${pdf.id}/pages/1.png?width=200`);
    assert.equal(page.headers['content-type'], 'image/png');
    assert.equal(page.bytes.readUInt32BE(16), 200);
  });
});
