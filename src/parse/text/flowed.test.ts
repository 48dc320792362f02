import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unflow } from './flowed.ts';

test('soft line breaks join, fixed lines stay, stuffing goes', () => {
  assert.equal(unflow('one \ntwo \nthree\n From here\n', false), 'one two three\nFrom here\n');
});

test('quotes join only with their own depth', () => {
  assert.equal(unflow('> a \n> b\n>> c \nd', false), '> a b\n>> c \nd');
});

test('the signature line ends a paragraph', () => {
  assert.equal(unflow('bye \n-- \nJane', false), 'bye \n-- \nJane');
});

test('DelSp takes the space out', () => {
  assert.equal(unflow('Donau \ndampf', true), 'Donaudampf');
});
