import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { defaultModel, Model } from '@alephdata/followthemoney';
import { Ajv2020 } from 'ajv/dist/2020.js';
import graphology from 'graphology';
import gexf from 'graphology-gexf';
import { makeMessage, makeRecord } from '../../../test/records.ts';
import { createCase, prepareItem, type StoredItem } from '../../case/index.ts';

import { ATTACK, DISARM } from '../techniques/index.ts';
import { type ExportFormat, exportTo } from './export-items.ts';
import { CASE_SCHEMA, MISP_SCHEMA, STIX_SCHEMA } from './testing/interchange-schemas.ts';
import { uuid5 } from './uuid.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-interchange-'));
const store = createCase(join(root, 'c.tamis'), { now: () => new Date(0) });
after(() => {
  store.close();
  rmSync(root, { recursive: true, force: true });
});

const sha = (digit: string) => digit.repeat(64);

store.addItems(
  [
    makeRecord({ path: 'd.mbox', kind: 'mailbox', sha256: sha('1') }),
    makeMessage({
      path: 'd.mbox/#1',
      from: 'Amélie <amelie@example.org>',
      to: ['Bob <bob@example.net>', 'carol@example.net'],
      subject: '<b>&"quoted"\u0001\ud800 end',
      date: '2017-05-05T20:04:05.000Z',
      text: 'Bonjour',
      item: { parent: 'd.mbox', sha256: sha('2') },
    }),
    makeRecord({
      path: 'd.mbox/#1/a.pdf',
      parent: 'd.mbox/#1',
      kind: 'document',
      type: 'application/pdf',
      sha256: sha('3'),
    }),
    makeMessage({
      path: 'd.mbox/#2',
      from: 'amelie@examp1e.org',
      to: ['bob@example.net'],
      subject: 'Log in',
      item: { parent: 'd.mbox', sha256: sha('4') },
    }),
    makeMessage({
      path: 'd.mbox/#3',
      from: 'amelie@example.org',
      to: ['bob@example.net'],
      item: { sha256: sha('5') },
    }),
    makeRecord({ path: 'link', kind: 'other', sha256: '', status: 'skipped' }),
  ].map((record) => prepareItem('leak', record)),
);
const at = (path: string): StoredItem => {
  const item = store.itemByPath('leak', path);
  assert.ok(item, path);
  return item;
};
store.setJudgements([
  [
    at('d.mbox/#1').row,
    {
      verdict: 'altered',
      reasons: [{ code: 'header-changed', polarity: 'against', weight: 80, detail: {} }],
    },
  ],
  [
    at('d.mbox/#2').row,
    {
      verdict: 'doubtful',
      reasons: [
        {
          code: 'lookalike-domain',
          polarity: 'against',
          weight: 40,
          detail: { domain: 'examp1e.org', target: 'example.org' },
        },
      ],
    },
  ],
]);

let made = 0;
async function run(format: ExportFormat, query = '', now = new Date('2017-05-06T00:00:00Z')) {
  const out = join(root, `out-${made++}`);
  const report = await exportTo(format, { hits: store.search(query, {}), store, bytesOf: () => null }, out, {
    now,
  });
  return { report, text: readFileSync(out, 'utf8') };
}

function held(schema: object, text: string): unknown {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  const value: unknown = JSON.parse(text);
  assert.ok(ajv.validate(schema, value), ajv.errorsText(ajv.errors));
  return value;
}

test('ftm: every entity is one that the library of Aleph takes, and refers to entities that are there', async () => {
  const { text, report } = await run('ftm');
  assert.equal(report.written, 6);
  const model = new Model(defaultModel);
  const entities = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const ids = new Set(entities.map(({ id }) => id));
  assert.equal(ids.size, entities.length);
  for (const raw of entities) {
    const schema = model.getSchema(raw.schema);
    for (const name of Object.keys(raw.properties)) {
      assert.ok(schema.hasProperty(name), `${raw.schema}.${name}`);
      if (schema.getProperty(name).type.isEntity)
        for (const id of raw.properties[name]) assert.ok(ids.has(id), `${name} ${id}`);
    }
    assert.equal(model.getEntity(raw).id, raw.id);
  }
  const mail = entities.find(({ id }) => id === `tamis-item-${at('d.mbox/#1').id}`);
  assert.deepEqual(mail.properties.keywords, ['verdict:altered']);
  assert.equal(mail.properties.recipients.length, 2);
  assert.equal(entities.filter(({ schema }) => schema === 'LegalEntity').length, 4);
});

test('stix: a bundle as the specification has it, whose references all lead somewhere', async () => {
  const { text, report } = await run('stix');
  assert.deepEqual([report.written, report.unfit], [5, [at('link').id]]);
  const bundle = held(STIX_SCHEMA, text) as { objects: Record<string, unknown>[] };
  const ids = bundle.objects.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const object of bundle.objects)
    for (const [name, value] of Object.entries(object))
      if (/_refs?$/u.test(name))
        for (const ref of [value].flat()) assert.ok(ids.includes(ref), `${name} ${ref}`);
  const known = new Set([...ATTACK, ...DISARM].map(({ id }) => id));
  const patterns = bundle.objects.filter(({ type }) => type === 'attack-pattern');
  assert.equal(patterns.length, 3);
  for (const { external_references } of patterns)
    assert.ok(known.has((external_references as { external_id: string }[])[0]?.external_id ?? ''));
  assert.ok(bundle.objects.some(({ type, value }) => type === 'domain-name' && value === 'examp1e.org'));
});

test('stix: ids of observables are those the specification computes, and the same every time', async () => {
  const { text } = await run('stix', 'kind:document');
  const file = JSON.parse(text).objects.find(({ type }: { type: string }) => type === 'file');
  // STIX 2.1 2.9: version 5 over the canonical JSON of hashes and name, in the namespace it gives.
  const name = `{"hashes":{"SHA-256":"${sha('3')}"},"name":"${file.name}"}`;
  assert.equal(file.id, `file--${uuid5('00abedb4-aa42-466c-9c01-fed23315a9b7', name)}`);
  // RFC 9562 A.4: www.example.com in the namespace of DNS.
  assert.equal(
    uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com'),
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
  const later = await run('stix', 'kind:document', new Date('2017-05-07T00:00:00Z'));
  assert.ok(later.text.includes(file.id));
});

test('misp: an event that is not published, for the own organisation, with nothing for detection', async () => {
  const { text } = await run('misp');
  const { Event } = held(MISP_SCHEMA, text) as {
    Event: { Attribute: { type: string; value: string; Tag?: unknown }[] };
  };
  assert.deepEqual(Event.Attribute.map(({ type, value }) => `${type} ${value.slice(0, 11)}`).sort(), [
    'domain examp1e.org',
    ...['1', '2', '3', '4', '5'].map((digit) => `sha256 ${digit.repeat(11)}`),
  ]);
  const altered = Event.Attribute.find(({ value }) => value === sha('2'));
  assert.deepEqual(altered?.Tag, [{ name: 'tamis:verdict="altered"' }]);
});

test('case-uco: each item with its hash, and the action that gave them', async () => {
  const { text } = await run('case-uco');
  const graph = (held(CASE_SCHEMA, text) as { '@graph': Record<string, unknown>[] })['@graph'];
  const ids = new Set(graph.map((node) => node['@id']));
  const action = graph.find((node) => node['@type'] === 'case-investigation:InvestigativeAction');
  const results = action?.['uco-action:result'] as { '@id': string }[];
  assert.equal(results.length, 5);
  for (const result of results) assert.ok(ids.has(result['@id']));
});

test('gexf: graphology reads who wrote to whom, and how much of it was altered', async () => {
  const { text, report } = await run('gexf', 'kind:message');
  assert.equal(report.written, 3);
  const graph = gexf.parse(graphology.DirectedGraph, text);
  assert.deepEqual([graph.order, graph.size], [4, 3]);
  const node = graph.findNode((_, { label }) => label === 'Amélie');
  assert.ok(node !== undefined);
  assert.equal(graph.getNodeAttribute(node, 'sent'), 2);
  const bob = graph.findNode((_, { address }) => address === 'bob@example.net');
  const edge = graph.edge(node, bob);
  assert.deepEqual([graph.getEdgeAttribute(edge, 'weight'), graph.getEdgeAttribute(edge, 'altered')], [2, 1]);
});

test('an export of nothing is still a document', async () => {
  for (const format of ['stix', 'misp', 'case-uco'] as const)
    JSON.parse((await run(format, 'nothingatall')).text);
  assert.match((await run('gexf', 'nothingatall')).text, /<nodes>\s*<\/nodes>\s*<edges>\s*<\/edges>/u);
});
