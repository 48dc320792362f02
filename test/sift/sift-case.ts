import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import type { CaseStore, SearchHit } from '../../src/case/store.ts';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { type SiftOptions, type SiftResult, sift } from '../../src/sift.ts';

/** A folder that goes away with the test. */
export function temporaryFolder(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-test-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Sifts with everything that a test does not care about set to something quiet. */
export function siftQuietly(
  caseDirectory: string,
  options: Partial<SiftOptions> & { readonly inputs: readonly string[] },
): Promise<SiftResult> {
  return sift({
    references: [],
    keys: [],
    passwords: [],
    jobs: 2,
    limits: DEFAULT_LIMITS,
    now: () => new Date('2026-01-01T00:00:00Z'),
    signal: new AbortController().signal,
    onProgress: () => {},
    caseDirectory,
    ...options,
  });
}

/** Opens the case for reading and closes it with the test. */
export function readCase(test: TestContext, directory: string): CaseStore {
  const store = openCase(directory, { now: () => new Date(), readOnly: true });
  test.after(() => store.close());
  return store;
}

/** Everything a case says, item by item, without row numbers and times: two runs must agree on it. */
export function contentOf(directory: string): string[] {
  return everythingIn(openCase(directory, { now: () => new Date(), readOnly: true }));
}

/** As contentOf, of a store that is closed with it. */
export function everythingIn(store: CaseStore): string[] {
  try {
    const lines = [...store.search('', {})].map((hit) => JSON.stringify(describe(store, hit)));
    const { items, bytes, failures, verdicts, duplicates } = store.totals();
    return [...lines.sort(), JSON.stringify({ items, bytes, failures, verdicts, duplicates })];
  } finally {
    store.close();
  }
}

function describe(store: CaseStore, hit: SearchHit): unknown {
  const item = store.itemByRow(hit.row);
  if (item === null) return null;
  const { row: _row, ...rest } = item;
  return rest;
}
