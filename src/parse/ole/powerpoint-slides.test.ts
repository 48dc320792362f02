import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { documentText } from '../document/document.ts';
import { documentMetadata } from '../document/metadata.ts';
import { documentView } from '../document/view.ts';

const PPT = 'application/vnd.ms-powerpoint';

function record(type: number, body: Buffer, instance = 0, container = false): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE((instance << 4) | (container ? 15 : 0), 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

const box = (type: number, ...inner: readonly Buffer[]) => record(type, Buffer.concat(inner), 0, true);
const numbers = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
};
const chars = (text: string) => record(0x0fa0, Buffer.from(text, 'utf16le'));
const persist = (object: number, id: number) => record(0x03f3, numbers(object, 0, 0, id, 0));

/** Two slides in an order that is not that of the file, saved twice: the first save knew another text of the second. */
function presentation(): { readonly user: Buffer; readonly document: Buffer } {
  const slide = (notes: number, ...texts: readonly Buffer[]) =>
    box(0x03ee, record(0x03ef, numbers(0, 0, 0, 0, notes, 0)), box(0xf00d, ...texts));
  const list = (instance: number, ...inner: readonly Buffer[]) =>
    record(0x0ff0, Buffer.concat(inner), instance, true);
  const parts: Buffer[] = [];
  let length = 0;
  const put = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
    return length - bytes.length;
  };
  const document = put(
    box(
      0x03e8,
      list(0, persist(3, 256), chars('Budget'), chars('Unplaced'), persist(2, 257)),
      list(2, persist(4, 300)),
    ),
  );
  const old = put(slide(0, chars('as it was')));
  const first = put(
    slide(300, record(0x0f9e, numbers(0)), record(0x0fa8, Buffer.from('1 200 000 \x80', 'latin1'))),
  );
  const notes = put(box(0x03f0, box(0xf00d, chars('do not read\raloud'))));
  const before = put(record(0x1772, numbers((4 << 20) | 1, document, old, first, notes)));
  const firstSave = put(record(0x0ff5, numbers(0, 0, 0, before, 1, 5, 0)));
  const second = put(slide(0, chars('Second'), chars('*')));
  const after = put(record(0x1772, numbers((1 << 20) | 2, second)));
  const lastSave = put(record(0x0ff5, numbers(0, 0, firstSave, after, 1, 5, 0)));
  return {
    user: Buffer.concat([numbers(0, 0, 20, 0xe391c05f, lastSave), Buffer.alloc(12)]),
    document: Buffer.concat(parts),
  };
}

const show = (bytes: Uint8Array) => documentView(PPT, bytes, { passwords: [], limits: DEFAULT_LIMITS });

const packed = (user: Buffer, document: Buffer) =>
  writeCfb([
    { name: 'Current User', bytes: user },
    { name: 'PowerPoint Document', bytes: document },
  ]);

test('slides of PowerPoint 97 in the order of the show, as last saved, with their notes', async () => {
  const { user, document } = presentation();
  assert.deepEqual(await show(packed(user, document)), {
    kind: 'slides',
    slides: [
      { text: 'Unplaced\nBudget\n1 200 000 \x80', notes: 'do not read\naloud' },
      { text: 'Second', notes: '' },
    ],
  });
});

test('saves in a ring, offsets beyond the end and a cut file give what can be had', async () => {
  const { user, document } = presentation();
  const ring = Buffer.from(document);
  const save = user.readUInt32LE(16);
  ring.writeUInt32LE(save, save + 16);
  assert.equal((await show(packed(user, ring))).kind, 'text');
  const far = Buffer.from(user);
  far.writeUInt32LE(0xfffffff0, 16);
  assert.equal((await show(packed(far, document))).kind, 'text');
  for (let cut = 0; cut < document.length; cut += 7)
    assert.ok(['text', 'slides'].includes((await show(packed(user, document.subarray(0, cut)))).kind));
});

test('real presentations have as many slides as they say', async (t) => {
  const folder = join(import.meta.dirname, '../../../../shared/corpus');
  if (!existsSync(folder)) return t.skip('corpus not present: ../shared/corpus');
  let compared = 0;
  for (const part of ['documents/files', 'docs-metadata/files'])
    for (const entry of readdirSync(join(folder, part), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ppt')) continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      const { metadata } = documentMetadata(PPT, bytes, { passwords: [], limits: DEFAULT_LIMITS });
      const said = metadata.find(({ field }) => field === 'slides')?.value;
      const view = await show(bytes);
      if (said === undefined || view.kind !== 'slides') continue;
      assert.equal(view.slides.length, Number(said), entry.name);
      compared++;
    }
  assert.ok(compared >= 8, `${compared} presentations compared`);
});

test('a record whose length leads out of its container hides nothing behind it', () => {
  const damaged = record(0x0fba, Buffer.alloc(4));
  damaged.writeUInt32LE(0x00ffffff, 4);
  const document = Buffer.concat([box(0x03e8, damaged), box(0x03ee, box(0xf00d, chars('kept')))]);
  const file = writeCfb([{ name: 'PowerPoint Document', bytes: document }]);
  assert.equal(documentText(PPT, file, DEFAULT_LIMITS).text, 'kept');
});
