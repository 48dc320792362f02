import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { Collector } from '../metadata/collector.ts';
import { openCompound } from './compound.ts';
import { collectOleEmbedded } from './embedded.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n');

function embeddedIn(nodes: Parameters<typeof writeCfb>[0]): string[][] {
  const out = new Collector(DEFAULT_LIMITS.itemBytes);
  collectOleEmbedded(openCompound(writeCfb(nodes), DEFAULT_LIMITS), out);
  return out.embedded.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]);
}

test('the file that an object wraps is taken out, whatever its server calls the stream', () => {
  for (const name of ['Package', 'package_stream', 'CONTENTS', 'EmbeddedOdf'])
    assert.deepEqual(
      embeddedIn([
        { name: '\u0001Ole', bytes: Buffer.alloc(20) },
        { name, bytes: PDF },
      ]),
      [[name, PDF.toString('latin1')]],
    );
});

test('records of a program in a stream of the same name are no file', () => {
  assert.deepEqual(embeddedIn([{ name: 'CONTENTS', bytes: Buffer.from([2, 0, 0x44, 1, 1, 0, 9, 9]) }]), []);
  assert.deepEqual(embeddedIn([{ name: 'Package', bytes: new Uint8Array() }]), []);
});

test('native data without the frame of a package: the file alone', () => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(PDF.length);
  const native = Buffer.concat([length, PDF, Buffer.from('rest')]);
  assert.deepEqual(embeddedIn([{ name: '\u0001Ole10Native', bytes: native }]), [
    ['native', PDF.toString('latin1')],
  ]);
});
