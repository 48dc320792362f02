import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { defaultModel, Model } from '@alephdata/followthemoney';
import graphology from 'graphology';
import gexf from 'graphology-gexf';
import { held, interchangeCase } from './testing/interchange-case.ts';
import { CASE_SCHEMA } from './testing/interchange-schemas.ts';
import { broughtShacl } from './testing/shacl.ts';

const { at, run } = interchangeCase();

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

test('case-uco: each item with its hash, and the action that gave them', async () => {
  const { text } = await run('case-uco');
  const graph = (held(CASE_SCHEMA, text) as { '@graph': Record<string, unknown>[] })['@graph'];
  const ids = new Set(graph.map((node) => node['@id']));
  const action = graph.find((node) => node['@type'] === 'case-investigation:InvestigativeAction');
  const results = action?.['uco-action:result'] as { '@id': string }[];
  assert.equal(results.length, 5);
  for (const result of results) assert.ok(ids.has(result['@id']));
  // UCO wants people as objects of their own; every reference leads to one.
  const referred = [...text.matchAll(/"uco-observable:(?:from|to|cc|bcc)":(\[[^\]]*\]|\{[^}]*\})/gu)].flatMap(
    ([, value = '']) => [JSON.parse(value) as { '@id': string } | { '@id': string }[]].flat(),
  );
  assert.equal(referred.length, 7);
  for (const reference of referred) assert.ok(ids.has(reference['@id']));
  assert.equal(graph.filter((node) => node['@type'] === 'uco-observable:EmailAddress').length, 4);
});

test('case-uco: read by the processor of JSON-LD, and valid by the shapes of its classes', async (t) => {
  const { text } = await run('case-uco');
  const check = await broughtShacl();
  if (check === null) return t.skip('npm cannot bring readers of JSON-LD, Turtle and SHACL');
  const shapes = [readFileSync(new URL('testing/uco-shapes.ttl', import.meta.url), 'utf8')];
  assert.deepEqual(await check(text, shapes), []);
  const wrong = async (from: string | RegExp, to: string) => {
    const changed = text.replace(from, to);
    assert.notEqual(changed, text);
    return (await check(changed, shapes)).join();
  };
  assert.match(await wrong('uco-observable:subject', 'uco-observable:title'), /Closed/u);
  assert.match(await wrong('"@type":"xsd:hexBinary"', '"@type":"xsd:string"'), /Datatype/u);
  assert.match(await wrong('"@type":"uco-observable:EmailAddress",', '"@type":"uco-tool:Tool",'), /Class/u);
  assert.match(await wrong(/kb:mailbox-[0-9a-f]{4}/u, 'kb:mailbox-0000'), /^$/u);
  // A term without a meaning is an error of the reader.
  await assert.rejects(check(text.replaceAll('uco-core:name', 'name'), shapes));
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
