import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ATTACK, DISARM } from '../../techniques/index.ts';
import { assessed, held, interchangeCase, sha } from '../testing/interchange-case.ts';
import { STIX_SCHEMA } from '../testing/interchange-schemas.ts';
import { publishedStix } from '../testing/published-stix.ts';
import { uuid5 } from '../uuid.ts';

const { at, run } = interchangeCase();

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
