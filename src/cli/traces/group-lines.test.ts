import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TraceGroup } from '../../model/index.ts';
import { kindLines } from './group-lines.ts';

const GROUP: TraceGroup = {
  kind: 'person',
  value: 'Georgy',
  items: 3,
  first: '2017-03-27T10:00:00.000Z',
  last: '2017-03-30T10:00:00.000Z',
  roles: ['last-author'],
  usualDays: 2,
  ofDays: 40,
  surprise: 3.7,
  familiarity: 'seldom',
  examples: [],
};

function lineOf(part: Partial<TraceGroup>, lang: 'en' | 'fr' = 'en'): string {
  const styled = (style: string, text: string) => (style === 'bold' ? text : `<${style}>${text}`);
  return kindLines('person', [{ ...GROUP, ...part }], lang, styled)[1] ?? '';
}

test('the period is two days, one day, or nothing', () => {
  assert.match(lineOf({}), / 2017-03-27 – 2017-03-30 /u);
  assert.match(lineOf({ last: '2017-03-27T23:00:00.000Z' }), / 2017-03-27 {5}/u);
  assert.doesNotMatch(lineOf({ first: null, last: null }), /2017/u);
});

test('how familiar a value is stands with its figures, unless nothing is known; what is new is marked', () => {
  assert.match(lineOf({}), /<dim>.*\(2\/40 days\)$/u);
  assert.match(lineOf({ familiarity: 'unseen', usualDays: 0 }, 'fr'), /<yellow>.*\(0\/40 jours\)$/u);
  assert.doesNotMatch(lineOf({ familiarity: 'unknown' }), /\d\/\d/u);
});

test('a value of the leak is made harmless and cut', () => {
  const line = lineOf({ value: `\u001b[2J${'x'.repeat(100)}` });
  assert.ok(!line.includes('\u001b'));
  assert.ok(!line.includes('x'.repeat(50)));
});
