import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UndoBudget } from './body-target.ts';

describe('UndoBudget', () => {
  it('says of a candidate whether it could be tried, and takes nothing for it', () => {
    const budget = new UndoBudget(1000);
    budget.begin();
    assert.ok(budget.affords(200_000));
    assert.ok(budget.affords(200_000));
    assert.ok(!budget.affords(400_000), 'more than one candidate may take');
    for (let taken = 0; budget.take(200_000); taken++) {
      assert.ok(taken < 100);
      budget.begin();
    }
    assert.ok(!budget.affords(200_000), 'more than is left');
  });
});
