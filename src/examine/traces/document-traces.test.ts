import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentTraces } from './document-traces.ts';
import { nodeOf } from './uuid-node.ts';

const core = 'docProps/core.xml';

test('people, programs, paths and the machines and users in them, each with its place and time', () => {
  const found = documentTraces({
    metadata: [
      { field: 'author', value: 'Paul', where: `${core} dc:creator` },
      { field: 'last-author', value: 'Гость', where: `${core} cp:lastModifiedBy` },
      { field: 'created', value: '2007-01-02T03:04:05Z', where: `${core} dcterms:created` },
      { field: 'modified', value: '2017-03-27T10:00:00Z', where: `${core} dcterms:modified` },
      { field: 'application', value: 'Microsoft Excel', where: 'docProps/app.xml Application' },
      { field: 'application-version', value: '15.0300', where: 'docProps/app.xml AppVersion' },
      { field: 'path', value: 'C:\\Users\\paul\\Desktop\\', where: 'xl/workbook.xml x15ac:absPath' },
      { field: 'printer', value: '\\\\PRINTSRV\\HP 4200', where: 'xl/printerSettings1.bin' },
      { field: 'linked-path', value: 'https://example.org/a.dotm', where: 'rels' },
    ],
    clocks: [
      { source: `${core} dcterms:created`, time: '2007-01-02T03:04:05Z', precision: 'second', zone: 'UTC' },
      {
        source: `${core} dcterms:modified`,
        time: '2017-03-27T10:00:00Z',
        precision: 'second',
        zone: '+03:00',
      },
    ],
  });
  assert.deepEqual(
    found.map(({ kind, value, time }) => [kind, value, time?.slice(0, 4)]),
    [
      ['person', 'Paul', '2007'],
      ['person', 'Гость', '2017'],
      ['application', 'Microsoft Excel 15.0300', '2017'],
      ['path', 'C:\\Users\\paul\\Desktop\\', '2017'],
      ['user-name', 'paul', '2017'],
      ['printer', '\\\\PRINTSRV\\HP 4200', '2017'],
      ['path', '\\\\PRINTSRV\\HP 4200', '2017'],
      ['machine', 'printsrv', '2017'],
      ['time-zone', '+03:00', undefined],
    ],
  );
  assert.equal(found[1]?.where, `${core} cp:lastModifiedBy`);
});

test('a UUID of version 1 tells the network card, unless it is a random one', () => {
  assert.equal(nodeOf('uuid:5e9c8a0e-1b3d-11e7-9c2a-000c293e5301'), '00:0c:29:3e:53:01');
  assert.equal(nodeOf('5e9c8a0e-1b3d-41e7-9c2a-000c293e5301'), null);
  assert.equal(nodeOf('5e9c8a0e-1b3d-11e7-9c2a-010c293e5301'), null);
});

test('what nobody said gives nothing', () => {
  assert.deepEqual(documentTraces({}), []);
  assert.deepEqual(documentTraces({ metadata: [{ field: 'gps-latitude', value: 'x', where: 'EXIF' }] }), []);
});
