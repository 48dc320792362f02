import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPropertySets } from './property-set.ts';

const UNICODE = 1200;

test('names of the writer’s own properties, in a code page and in UTF-16, where each is padded to four bytes', () => {
  for (const [codePage, encoded] of [
    [1252, (text: string) => Buffer.from(text, 'latin1')],
    [UNICODE, (text: string) => Buffer.from(text, 'utf16le')],
  ] as const) {
    const names = ['Etat', 'Réf', 'Dossier'].map((name, at) => {
      const bytes = encoded(`${name}\0`);
      const padding = codePage === UNICODE ? (4 - (bytes.length % 4)) % 4 : 0;
      return Buffer.concat([u32(at + 2), u32(name.length + 1), bytes, Buffer.alloc(padding)]);
    });
    const [section] = readPropertySets(
      propertySet([
        [0, Buffer.concat([u32(names.length), ...names])],
        [1, Buffer.concat([u32(2), u16(codePage), u16(0)])],
        [2, typed(0x03, u32(17))],
        [3, typed(0x0b, u16(0), u16(0))],
        [4, typed(0x0b, u16(0xffff), u16(0))],
      ]),
    );
    assert.equal(section?.codePage, codePage);
    assert.deepEqual(
      section?.properties.map(({ name, value }) => [name, value.type === 'number' ? value.number : value]),
      [
        ['Etat', 17],
        ['Réf', 0],
        ['Dossier', 1],
      ],
      String(codePage),
    );
  }
});

test('texts of both kinds, up to the first zero, and times', () => {
  const moment = 131_000_000_000_000_000n;
  const ticks = Buffer.alloc(8);
  ticks.writeBigUInt64LE(moment);
  const [section] = readPropertySets(
    propertySet([
      [1, Buffer.concat([u32(2), u16(1252), u16(0)])],
      [4, typed(0x1e, u32(12), Buffer.from('Ren\xe9\0before\0', 'latin1'))],
      [8, typed(0x1f, u32(5), Buffer.from('René\0', 'utf16le'))],
      [12, typed(0x40, ticks)],
    ]),
  );
  assert.deepEqual(section?.properties, [
    { id: 4, name: '', value: { type: 'text', text: 'René' } },
    { id: 8, name: '', value: { type: 'text', text: 'René' } },
    { id: 12, name: '', value: { type: 'filetime', ticks: moment } },
  ]);
});

test('what is damaged or says to be larger than it is ends early', () => {
  const whole = propertySet([
    [1, Buffer.concat([u32(2), u16(1252), u16(0)])],
    [4, typed(0x1e, u32(0xffff_ffff), Buffer.from('kept\0'))],
  ]);
  assert.equal(readPropertySets(whole)[0]?.properties.length, 1);
  for (let length = 0; length < whole.length; length++)
    assert.ok(readPropertySets(whole.subarray(0, length)).length <= 1);
  assert.deepEqual(readPropertySets(Buffer.alloc(64)), []);
});

/** A stream of one property set ([MS-OLEPS] 2.21), its properties one behind the other. */
function propertySet(properties: readonly (readonly [id: number, value: Buffer])[]): Buffer {
  const header = Buffer.alloc(48);
  header.writeUInt16LE(0xfffe, 0);
  header.writeUInt32LE(1, 24);
  header.writeUInt32LE(header.length, 44);
  const places: Buffer[] = [];
  let at = 8 + 8 * properties.length;
  const values = properties.map(([id, value]) => {
    places.push(u32(id), u32(at));
    const padded = Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
    at += padded.length;
    return padded;
  });
  // Room behind the last one: a value is at least eight bytes of the section.
  return Buffer.concat([header, u32(at), u32(properties.length), ...places, ...values, Buffer.alloc(8)]);
}

function typed(type: number, ...value: readonly Buffer[]): Buffer {
  return Buffer.concat([u16(type), u16(0), ...value]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
