import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { postgresForTests } from '../../test/postgres/for-tests.ts';
import { createCase, openCase } from './index.ts';
import type { Implementation } from './testing/contract.ts';
import { testFindings } from './testing/findings.ts';
import { testItems } from './testing/items.ts';
import { testWorkings } from './testing/workings.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-store-'));
after(() => rmSync(root, { recursive: true, force: true }));
const now = (): Date => new Date('2017-05-05T22:00:00Z');

let made = 0;
const implementations: Implementation[] = [
  {
    name: 'sqlite',
    create: () => createCase(join(root, `${made++}.tamis`), { now }),
    reopen: (store) => openCase(store.directory, { now }),
    read: (store) => openCase(store.directory, { now, readOnly: true }),
  },
];

const postgres = await postgresForTests();
if (postgres.type === 'none') it('the postgres store', { skip: postgres.why }, () => {});
else {
  after(() => postgres.stop());
  const open = (name: string, as: 'lead' | 'read') => postgres.open({ name, as, now, create: as === 'lead' });
  implementations.push({
    name: 'postgres',
    create: () => open(`case ${made++}`, 'lead'),
    reopen: (store) => open(basename(store.directory), 'lead'),
    read: (store) => open(basename(store.directory), 'read'),
  });
}

for (const implementation of implementations) {
  describe(`the ${implementation.name} store`, () => {
    testWorkings(implementation);
    testItems(implementation);
    testFindings(implementation);
  });
}
