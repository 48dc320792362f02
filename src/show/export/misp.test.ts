import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { makeRecord } from '../../../test/records.ts';
import { createCase, prepareItem } from '../../case/index.ts';
import { exportTo } from './export-items.ts';
import { assessed, held, interchangeCase, sha } from './testing/interchange-case.ts';
import { MISP_SCHEMA } from './testing/interchange-schemas.ts';

const { place, run, store } = interchangeCase();

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
  const out = place();
  const source = { hits: store.search('', {}), store, bytesOf: () => null };
  await exportTo('misp', source, out, { now: new Date('2018-01-01'), since: new Date('2017-12-31') });
  const other = ids(JSON.parse(readFileSync(out, 'utf8')).Event);
  assert.deepEqual(
    other.filter((id) => ids(first).includes(id)),
    [],
  );
});

test('misp: copies are one attribute, as an event has one of a type and value; domains are in letters of the DNS', async () => {
  const own = createCase(place(), { now: () => new Date(0) });
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
  const out = place();
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
