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
import { cutMatrix, MACRONLEAKS, type Matrix, readMatrix } from '../../attribution/index.ts';
import { createCase, prepareItem, type StoredItem } from '../../case/index.ts';

import { ATTACK, DISARM } from '../techniques/index.ts';
import { type ExportFormat, exportTo } from './export-items.ts';
import { CASE_SCHEMA, MISP_SCHEMA, STIX_SCHEMA } from './testing/interchange-schemas.ts';
import { publishedStix } from './testing/published-stix.ts';
import { broughtShacl } from './testing/shacl.ts';
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
async function run(
  format: ExportFormat,
  query = '',
  now = new Date('2017-05-06T00:00:00Z'),
  matrix: Matrix | null = null,
) {
  const out = join(root, `out-${made++}`);
  const since = new Date('2017-05-05T22:00:00Z');
  const source = { hits: store.search(query, {}), store, bytesOf: () => null };
  const report = await exportTo(format, source, out, { now, since, matrix });
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

test('stix: what is exported again is a later version of the same objects', async () => {
  const [first, later] = [await run('stix'), await run('stix', '', new Date('2017-05-07T00:00:00Z'))].map(
    ({ text }) => JSON.parse(text).objects as Record<string, string>[],
  );
  const noted = (objects: readonly Record<string, string>[] = []) =>
    objects
      .filter(({ type }) => type === 'note')
      .map(({ id, created, modified }) => ({ id, created, modified }));
  assert.ok(noted(first).length > 0);
  // STIX 2.1 3.6: a version has the `created` of the first and a later `modified`.
  assert.deepEqual(
    noted(later),
    noted(first).map((one) => ({ ...one, modified: '2017-05-07T00:00:00.000Z' })),
  );
});

test('stix: a forgery and the message it was made from, of one sender and subject, are two objects', async () => {
  const { text } = await run('stix', 'kind:message');
  const objects = JSON.parse(text).objects as Record<string, unknown>[];
  const mails = objects.filter(({ type }) => type === 'email-message');
  assert.equal(mails.length, 3);
  const hashes = objects.filter(({ type }) => type === 'file').map(({ hashes }) => hashes);
  assert.deepEqual(
    hashes,
    ['2', '4', '5'].map((digit) => ({ 'SHA-256': sha(digit) })),
  );
});

const example = readMatrix(MACRONLEAKS);
assert.ok(example.type === 'matrix');
const { matrix: evidenceAlone } = cutMatrix(example.matrix, { at: null, judgements: false });
const assessed = (likelihood: string): Matrix => ({
  ...evidenceAlone,
  assessments: ['H1b', 'H3', 'H4'].map((hypothesis, i) => ({
    hypothesis,
    likelihood: i === 0 ? likelihood : i === 1 ? 'unlikely' : 'roughly-even-chance',
    confidence: 'moderate',
    because: { en: 'Because.', fr: 'Parce que.' },
  })),
});

test('stix: an operation is connected with a name only where an analyst called it likely', async () => {
  const of = async (likelihood: string) => {
    const { text } = await run('stix', '', undefined, assessed(likelihood));
    const { objects } = held(STIX_SCHEMA, text) as { objects: Record<string, unknown>[] };
    const byType = (type: string) => objects.filter((one) => one.type === type);
    return { objects, byType, text };
  };
  const even = await of('roughly-even-chance');
  assert.equal(even.byType('relationship').length + even.byType('opinion').length, 0);
  const likely = await of('likely');
  const [relation] = likely.byType('relationship');
  const [group] = likely.byType('intrusion-set');
  assert.equal(relation?.confidence, 50);
  assert.equal(relation?.target_ref, group?.id);
  assert.deepEqual(
    ((group?.external_references ?? []) as { external_id: string }[]).map(({ external_id }) => external_id),
    ['G0034'],
  );
  assert.equal(likely.byType('opinion')[0]?.opinion, 'agree');
  // The even chance of a false flag is an actor without a relationship; what is unlikely is no object at all.
  assert.deepEqual(
    likely.byType('threat-actor').map(({ name }) => name),
    ['false flag'],
  );
  const said = String(
    likely.byType('note').find(({ abstract }) => abstract === 'assessment: Sandworm (Unit 74455)')?.content,
  );
  assert.match(said, /likely \(55–80 %\)\. Confidence in that: moderate\./u);
  assert.ok(likely.byType('note').some(({ content }) => /insider: \d/u.test(String(content))));
  assert.equal((await of('almost-certain')).byType('opinion')[0]?.opinion, 'strongly-agree');
});

test('stix: every object is valid by the published schemas of OASIS', async (t) => {
  const { text } = await run('stix', '', undefined, assessed('very-likely'));
  const check = publishedStix();
  if (check === null) return t.skip('npm cannot bring the schemas of STIX');
  const { objects } = JSON.parse(text) as { objects: Record<string, unknown>[] };
  for (const one of objects) assert.deepEqual(check(one), [], JSON.stringify(one));
  assert.notDeepEqual(check({ ...objects[0], created: 'yesterday' }), []);
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

test('misp: an event is the case, exported again or not, and its attributes are its own', async () => {
  const first = JSON.parse((await run('misp')).text).Event;
  const later = JSON.parse((await run('misp', '', new Date('2017-05-07T00:00:00Z'))).text).Event;
  const ids = ({ uuid, Attribute }: { uuid: string; Attribute: { uuid: string }[] }) => [
    uuid,
    ...Attribute.map((one) => one.uuid),
  ];
  assert.deepEqual(ids(later), ids(first));
  assert.ok(later.timestamp > first.timestamp);
  // Another case of the same look-alike domain: a MISP would refuse a UUID that it has in another event.
  const out = join(root, `out-${made++}`);
  const source = { hits: store.search('', {}), store, bytesOf: () => null };
  await exportTo('misp', source, out, { now: new Date('2018-01-01'), since: new Date('2017-12-31') });
  const other = ids(JSON.parse(readFileSync(out, 'utf8')).Event);
  assert.deepEqual(
    other.filter((id) => ids(first).includes(id)),
    [],
  );
});

test('misp: copies are one attribute, as an event has one of a type and value; domains are in letters of the DNS', async () => {
  const own = createCase(join(root, 'copies.tamis'), { now: () => new Date(0) });
  after(() => own.close());
  const paths = Array.from({ length: 25 }, (_, i) => `copy-${i}`);
  own.addItems(
    paths.map((path) => prepareItem('leak', makeRecord({ path, kind: 'document', sha256: sha('7') }))),
  );
  const detail = { domain: 'ex\u0430mple.org', target: 'example.org' };
  const reason = { code: 'lookalike-domain', polarity: 'against', weight: 40, detail } as const;
  own.setJudgements(
    paths
      .slice(0, 2)
      .map((path, i) => [
        own.itemByPath('leak', path)?.row ?? -1,
        i === 0 ? { verdict: 'doubtful', reasons: [reason] } : { verdict: 'unverified', reasons: [] },
      ]),
  );
  const out = join(root, `out-${made++}`);
  const { written } = await exportTo(
    'misp',
    { hits: own.search('', {}), store: own, bytesOf: () => null },
    out,
    {},
  );
  assert.equal(written, 25);
  const { Event } = held(MISP_SCHEMA, readFileSync(out, 'utf8')) as {
    Event: { Attribute: { value: string; comment: string; Tag?: { name: string }[] }[] };
  };
  const [copies, domain, ...others] = Event.Attribute;
  assert.deepEqual([copies?.value, domain?.value, others], [sha('7'), 'xn--exmple-4nf.org', []]);
  assert.equal(copies?.Tag?.length, 2);
  assert.match(
    copies?.comment ?? '',
    /^item [a-z0-9]+(?:[^;]*; item [a-z0-9]+){19}; 5 more of the same bytes$/u,
  );
});

test('misp: assessed actors are rated on the scale of estimative language, and outside sources on that of Admiralty', async () => {
  const { text } = await run('misp', '', undefined, assessed('likely'));
  const { Event } = held(MISP_SCHEMA, text) as {
    Event: {
      Attribute: {
        type: string;
        category: string;
        value: string;
        comment: string;
        Tag?: { name: string }[];
      }[];
    };
  };
  const actors = Event.Attribute.filter(({ type }) => type === 'threat-actor');
  assert.deepEqual(
    actors.map(({ value, Tag }) => [value, Tag?.map(({ name }) => name)]),
    [
      [
        'Sandworm (Unit 74455)',
        [
          'estimative-language:likelihood-probability="likely"',
          'estimative-language:confidence-in-analytic-judgment="moderate"',
          'misp-galaxy:mitre-intrusion-set="Sandworm Team - G0034"',
        ],
      ],
      [
        'false flag',
        [
          'estimative-language:likelihood-probability="roughly-even-chance"',
          'estimative-language:confidence-in-analytic-judgment="moderate"',
        ],
      ],
    ],
  );
  const sources = Event.Attribute.filter(({ category }) => category === 'External analysis');
  const graded = sources.filter(({ type }) => type !== 'sha256');
  const tags = graded.flatMap(({ Tag }) => (Tag === undefined ? [] : [Tag.map(({ name }) => name).join()]));
  assert.ok(tags.length > 5);
  for (const tag of tags)
    assert.match(
      tag,
      /^admiralty-scale:source-reliability="[a-g]",admiralty-scale:information-credibility="[1-6]"$/u,
    );
  // A source that two rows grade otherwise has both grades in the comment, and none as a tag.
  for (const { Tag, comment } of graded)
    if (Tag === undefined) assert.ok(new Set(comment.match(/\([A-G][1-6]\)/gu)).size > 1, comment);
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
