import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createCase } from '../case/index.ts';
import { checkInputs } from './check-inputs.ts';

test('inputs that are not there, are a case, or would hold the case are refused', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'tamis-inputs-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const dump = join(root, 'dump');
  mkdirSync(dump);
  const elsewhere = join(root, 'dump.tamis');
  checkInputs([dump], elsewhere);
  assert.throws(() => checkInputs([join(root, 'nothing')], elsewhere), { code: 'no-input' });
  assert.throws(() => checkInputs([dump], join(dump, 'x.tamis')), { code: 'case-in-dump' });
  createCase(elsewhere, { now: () => new Date(0) }).close();
  assert.throws(() => checkInputs([elsewhere], join(root, 'other.tamis')), { code: 'case-as-dump' });
  // A dump may well hold a database of that name.
  writeFileSync(join(dump, 'case.db'), 'anything');
  checkInputs([dump], elsewhere);
});
