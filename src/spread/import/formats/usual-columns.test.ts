import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareName, MAPPED_FIELDS, USUAL_COLUMNS } from './usual-columns.ts';

test('a name of a column is the same in any dress', () => {
  assert.equal(bareName('Time (UTC)'), 'time');
  assert.equal(bareName('Créé le'), 'creele');
  assert.equal(bareName('Nom d’utilisateur'), 'nomdutilisateur');
  assert.equal(bareName('author.screen_name'), 'authorscreenname');
  assert.equal(bareName('(id)'), 'id');
});

test('usual names are bare, and none stands twice for one field', () => {
  for (const field of MAPPED_FIELDS) {
    const usual = USUAL_COLUMNS[field] ?? [];
    assert.deepEqual(usual.map(bareName), usual);
    assert.equal(new Set(usual).size, usual.length, field);
  }
});
