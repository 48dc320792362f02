import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentOf, SiblingNames } from './names.ts';

test('siblings of one name are told apart, also from those that look numbered already', () => {
  const names = new SiblingNames();
  const given = ['a.docx', 'a.docx', 'a.docx~2', 'a.docx', ''].map((name) => names.unique(name, 'part-1'));
  assert.deepEqual(given, ['a.docx', 'a.docx~2', 'a.docx~2~2', 'a.docx~3', 'part-1']);
  assert.equal(new Set(given).size, given.length);
});

test('a component cannot climb, divide the path, drive a terminal or reverse what is read', () => {
  assert.equal(componentOf('../../etc/passwd'), '.._.._etc_passwd');
  assert.equal(componentOf('..'), '__');
  assert.equal(componentOf('a\u001b[2Jb\u0000'), 'a_[2Jb_');
  assert.equal(componentOf('exe.\u202efdp'), 'exe._fdp');
  assert.ok(componentOf('x'.repeat(5000)).length <= 201);
});
