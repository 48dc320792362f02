import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guardedOf, imitationOf } from './guarded.ts';

test('brands of at least five letters and people with a last name are looked for as words', () => {
  const { names, staff, own } = guardedOf(['en-marche.fr', 'rpr.fr'], ['Camille', 'Anna  Léa-Roy']);
  assert.deepEqual(names, ['en marche']);
  assert.deepEqual(staff, ['anna lea roy']);
  assert.deepEqual([...own], ['en-marche.fr', 'rpr.fr']);
});

test('what is one’s own, a stranger’s, or nothing imitates nobody', () => {
  const guarded = guardedOf(['en-marche.fr', 'valdore.example'], []);
  for (const domain of ['en-marche.fr', 'mail.en-marche.fr', 'mail.valdore.example', 'ville.fr', ''])
    assert.equal(imitationOf(domain, guarded), null, domain);
  assert.equal(imitationOf('en-rnarche.fr', guardedOf([], [])), null);
});

test('a near name is told from one that only holds the brand, also where no registry has the suffix', () => {
  const guarded = guardedOf(['en-marche.fr', 'valdore.example'], []);
  const found = (domain: string) => {
    const imitation = imitationOf(domain, guarded);
    return imitation === null ? null : [imitation.target, imitation.isNear];
  };
  assert.deepEqual(found('en-rnarche.fr'), ['en-marche.fr', true]);
  assert.deepEqual(found('en-marche.co'), ['en-marche.fr', false]);
  assert.deepEqual(found('va1dore.example'), ['valdore.example', true]);
});
