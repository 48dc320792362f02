import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readingCost } from './reading-cost.ts';
import { wideCost } from './wide-cost.ts';

describe('readingCost with a bound', () => {
  const text = 'Réunion à Genève, où l’élève a été reçu';

  it('is the same below the bound', () => {
    const whole = readingCost(text, 'fr');
    assert.equal(readingCost(text, 'fr', whole + 1), whole);
  });

  it('reaches the bound wherever the whole does', () => {
    const whole = readingCost(text, 'fr');
    for (let most = 0; most <= whole; most++) assert.ok(readingCost(text, 'fr', most) >= most);
  });

  it('holds for signs of two bytes, too', () => {
    const whole = wideCost('明日の会議は三時からです', 'japanese');
    assert.equal(wideCost('明日の会議は三時からです', 'japanese', whole + 1), whole);
    for (let most = 0; most <= whole; most++)
      assert.ok(wideCost('明日の会議は三時からです', 'japanese', most) >= most);
  });
});
