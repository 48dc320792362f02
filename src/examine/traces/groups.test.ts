import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Trace } from '../../model/index.ts';
import { measure } from './familiarity.ts';
import { type CountedItem, TraceGroups } from './groups.ts';

let made = 0;
function item(value: string, day: number, part: Partial<CountedItem> = {}): CountedItem {
  const time = new Date(Date.UTC(2016, 0, 1 + day, 12)).toISOString();
  const trace: Trace = { kind: 'person', value, where: 'docProps/core.xml cp:lastModifiedBy', time };
  made++;
  return {
    id: `i${made}`,
    name: `${made}.docx`,
    traces: [trace],
    date: null,
    isReference: false,
    isUsual: false,
    ...part,
  };
}

describe('groups of traces', () => {
  it('count items and period, and learn the usual from what is known to be the victim’s', () => {
    const groups = new TraceGroups();
    for (let day = 0; day < 60; day++) groups.add(item('Paul', day, { isUsual: true }));
    groups.add(item('Old', 3, { isReference: true, isUsual: true }));
    for (let at = 0; at < 30; at++) groups.add(item('Гость', 90));
    const found = [...groups.groups()].map(({ value, items, familiarity, surprise, first, last }) => [
      value,
      items,
      familiarity,
      surprise,
      first?.slice(0, 10),
      last?.slice(0, 10),
    ]);
    assert.deepEqual(found, [
      ['Paul', 60, 'usual', 0, '2016-01-01', '2016-02-29'],
      ['Гость', 30, 'unseen', 5.93, '2016-03-31', '2016-03-31'],
    ]);
    assert.equal(groups.usualItems, 61);
    assert.deepEqual(groups.about('person', 'nobody'), { familiarity: 'unknown', items: 0 });
  });

  it('count days and not files, so that one night is no habit, in a leak of which nothing is known', () => {
    const groups = new TraceGroups();
    for (let day = 0; day < 40; day++) groups.add(item('Paul', day));
    for (let at = 0; at < 500; at++) groups.add(item('Гость', 90));
    const words = Object.fromEntries(
      [...groups.groups()].map(({ value, familiarity }) => [value, familiarity]),
    );
    assert.deepEqual(words, { Paul: 'usual', Гость: 'seldom' });
  });

  it('count an item once that says a thing in several places, and leave single ids out', () => {
    const groups = new TraceGroups();
    const guid: Trace = { kind: 'guid', value: '1234567890', where: 'XMP DocumentID', time: null };
    const ip: Trace = { kind: 'ip', value: '203.0.113.9', where: 'Received 1 of 3, from', time: null };
    groups.add({ ...item('Paul', 1), traces: [guid, ip, { ...ip, where: 'X-Originating-IP' }] });
    const found = [...groups.groups()].map(({ kind, items, roles }) => [kind, items, roles]);
    assert.deepEqual(found, [['ip', 1, ['Received', 'X-Originating-IP']]]);
  });
});

describe('familiarity', () => {
  it('holds back where there is little to compare with', () => {
    const of = (usualDays: number, ofUsualDays: number, allDays: number, ofAllDays: number) =>
      measure({ usualDays, ofUsualDays, allDays, ofAllDays }).familiarity;
    assert.equal(of(0, 100, 3, 200), 'unseen');
    assert.equal(of(1, 100, 3, 200), 'seldom');
    assert.equal(of(5, 100, 5, 200), 'usual');
    assert.equal(of(0, 19, 5, 200), 'usual');
    assert.equal(of(0, 19, 5, 19), 'unknown');
    assert.equal(of(0, 0, 0, 200), 'unknown');
  });
});
