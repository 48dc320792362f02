import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ELECTIONS } from './elections/index.ts';
import { TERRITORIES, territoryById, USUAL_HOURS } from './places/index.ts';
import { silenceReport } from './report.ts';
import { RULES, rulesFor } from './rules/index.ts';
import { silenceJson } from './show/json.ts';
import { ACT_WORDS, AUDIENCE_WORDS, TITLES } from './show/words.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
for (const name of ['silence-rule', 'silence-election', 'silence', 'silence-plan'])
  ajv.addSchema(JSON.parse(readFileSync(new URL(`../../docs/schema/${name}.json`, import.meta.url), 'utf8')));

function hold(schema: string, value: unknown, what: string): void {
  const valid = ajv.validate(`${schema}.json`, JSON.parse(JSON.stringify(value)));
  assert.ok(valid, `${what}: ${ajv.errorsText(ajv.errors)}`);
}

test('every rule and election is as its schema says, each id once', () => {
  for (const rule of RULES) hold('silence-rule', rule, rule.id);
  for (const election of ELECTIONS) hold('silence-election', election, election.id);
  for (const all of [RULES, ELECTIONS, TERRITORIES])
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
});

test('rules and elections name territories and countries that exist; every zone is known', () => {
  for (const { id, territories, start, end } of RULES)
    for (const named of [...territories, ...(start?.of ?? []), ...(end?.of ?? [])])
      assert.ok(named === '*' || territoryById(named) !== null, `${id}: ${named}`);
  for (const { id, zone } of TERRITORIES)
    assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: zone }), id);
  for (const { country } of [...RULES, ...ELECTIONS]) assert.ok(USUAL_HOURS[country], country);
  for (const { id, polling } of ELECTIONS) {
    const named = polling.flatMap(({ territories }) => territories);
    assert.equal(new Set(named).size, named.length, id);
    for (const territory of named) assert.ok(territoryById(territory), `${id}: ${territory}`);
  }
});

test('a rule has a start and an end, or forbids nothing, or says that its start is not fixed', () => {
  for (const { id, forbids, force, start, end, exceptions, validFrom, validTo } of RULES) {
    assert.equal(force === 'none', forbids.length === 0, id);
    if (forbids.length === 0) assert.deepEqual([start, end], [null, null], id);
    else assert.ok(end !== null && (start !== null || exceptions.length > 0), id);
    assert.ok(validFrom === null || validTo === null || validFrom < validTo, id);
  }
});

test('no two versions of a rule hold at once: every election has each act forbidden by one row per place', () => {
  for (const election of ELECTIONS) {
    const rules = rulesFor(election);
    assert.ok(rules.length > 0, election.id);
    const eras = rules.filter(({ id, voting }) => id.startsWith('FR-propaganda') && voting === 'on-date');
    if (election.country === 'FR') assert.equal(eras.length, 1, election.id);
  }
});

test('reports are as the schema says, with advice, basis, confidence and source in every window', () => {
  for (const election of ELECTIONS) {
    const report = silenceReport({ election, at: Date.parse(`${election.date}T09:00Z`) });
    hold('silence', silenceJson(report), election.id);
  }
});

test('French texts keep their signs with the word before', () => {
  const texts = [
    ...RULES.flatMap(({ exceptions, penalty }) => [...exceptions, ...(penalty === null ? [] : [penalty])]),
    ...ELECTIONS.map(({ name }) => name),
    ...[ACT_WORDS, AUDIENCE_WORDS, TITLES].flatMap((words) => Object.values(words)),
  ];
  for (const { en, fr } of texts) {
    assert.ok(en.length > 1 && fr.length > 1, en);
    assert.doesNotMatch(fr, / [:;!?»€]|« |\d \d|'/u, fr);
  }
});
