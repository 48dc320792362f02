import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DomainKey } from '../../model/index.ts';
import type { TrueKeyRow } from '../keys/true-keys.ts';
import { keySetting, recoveredKeys } from './keys.ts';

const truth = (selector: string, p: string, genuine: boolean, messages: number): TrueKeyRow => ({
  domain: 'elan.example',
  selector,
  record: `v=DKIM1; k=rsa; p=${p}`,
  type: 'rsa1024',
  genuine,
  messages,
});

const known = (selector: string, p: string, trust: DomainKey['trust']): DomainKey => ({
  domain: 'elan.example',
  selector,
  record: `k=rsa; p=${p}`,
  trust,
  source: '',
  firstSeen: null,
  lastSeen: null,
});

const ALL = [
  truth('s1', 'AAAA', true, 9),
  truth('s2', 'BBBB', true, 9),
  truth('s1', 'CCCC', false, 0),
  truth('s3', 'DDDD', true, 2),
];

test('recovered keys are right, a forger’s, or nobody’s', () => {
  const keys = [
    known('s1', 'AAAA', 'recovered'),
    known('s1', 'CCCC', 'recovered'),
    known('s2', 'XXXX', 'recovered'),
  ];
  assert.deepEqual(recoveredKeys(keys, ALL), { right: 1, forgers: 1, wrong: 1, possible: 2 });
});

test('what was given need not be computed', () => {
  const keys = [known('s2', 'BBBB', 'archive'), known('s1', 'AAAA', 'recovered')];
  assert.deepEqual(recoveredKeys(keys, ALL), { right: 1, forgers: 0, wrong: 0, possible: 1 });
  assert.equal(recoveredKeys([known('s2', 'BBBB', 'archive')], ALL), null);
});

test('the setting follows from how many keys were given', () => {
  const given = known('s1', 'AAAA', 'archive');
  const sizes = { all: 2, half: 1 };
  assert.equal(keySetting([], sizes), 'none');
  assert.equal(keySetting([known('s9', 'EEEE', 'recovered')], sizes), 'computed');
  assert.equal(keySetting([given, known('s9', 'EEEE', 'recovered')], sizes), 'half');
  assert.equal(keySetting([given, given], sizes), 'all');
  assert.equal(keySetting([given, given, given], sizes), 'some');
});
