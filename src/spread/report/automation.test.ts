import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AutomationFeatures, automationScore } from './automation.ts';

const PERSON: AutomationFeatures = {
  who: 'a',
  handle: 'a',
  posts: 40,
  perHour: 3,
  inOneHour: 9,
  medianGap: 300,
  gapVariation: 1.6,
  hoursAwake: 12,
  longestPause: 9,
  reposts: 0.6,
  onTheMinute: 0.05,
  ageDays: 900,
  nameDigits: 2,
  client: null,
};

test('a person scores nothing', () => assert.equal(automationScore(PERSON).score, 0));

test('every point has a feature that says why, and the score is their sum', () => {
  const clock = automationScore({
    ...PERSON,
    inOneHour: 120,
    gapVariation: 0.02,
    hoursAwake: 24,
    longestPause: 1,
    reposts: 1,
    onTheMinute: 1,
    ageDays: 0,
    nameDigits: 8,
  });
  assert.equal(clock.score, 100);
  assert.deepEqual(
    clock.points.map((part) => part.feature),
    ['rate', 'even-gaps', 'no-pause', 'mostly-reposts', 'on-the-minute', 'new-account', 'name-of-digits'],
  );
});

test('what is not known gives no points', () => {
  assert.equal(automationScore({ ...PERSON, gapVariation: null, ageDays: null }).score, 0);
});
