import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** A folder that goes when the tests of the file have run. */
export function makeTemporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tamis-${name}-`));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
