import { createHash } from 'node:crypto';
import type { CustodyCheck } from '../../case/index.ts';
import { LAYOUT, PAYLOAD, UNLISTED } from '../layout.ts';
import { checkLog } from './check-log.ts';
import { checkSeals, type SealGround, type Seals } from './check-seals.ts';
import { compareFiles, type Watch } from './compare-files.ts';
import { listFiles } from './list-files.ts';
import type { PackageProblem } from './problem.ts';
import { readManifest } from './read-manifest.ts';
import { readSmall } from './read-small.ts';

export interface PackageGround extends SealGround, Watch {}

export interface PackageCheck {
  /** Nothing was changed, taken out or added since the manifests, and no seal is wrong. */
  readonly ok: boolean;
  readonly problems: readonly PackageProblem[];
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of the tag manifest, to be held against what was written down; null without one. */
  readonly seal: string | null;
  readonly signature: Seals['signature'];
  readonly stamp: Seals['stamp'];
  /** Of the custody log inside; null where there is none. */
  readonly custody: CustodyCheck | null;
}

/**
 * Checks a package of anybody's making, as a stranger's: nothing outside of it is looked at, no link is followed,
 * and whatever it holds the answer is data. Errors of the file system on the folder itself are thrown.
 */
export async function checkPackage(folder: string, ground: PackageGround): Promise<PackageCheck> {
  const listing = listFiles(folder);
  const problems: PackageProblem[] = [...listing.problems];
  if (!isBag(folder)) problems.push({ type: 'not-a-bag', path: LAYOUT.declaration });
  const tags = manifestOf(folder, LAYOUT.tagManifest, 'tags', problems);
  const payload = manifestOf(folder, LAYOUT.manifest, 'payload', problems);
  const listed = new Map([...tags.files, ...payload.files]);
  const compared = await compareFiles(folder, listed, listing, UNLISTED, ground);
  problems.push(...compared.problems);
  const seals = await checkSeals(folder, tags.bytes ?? Buffer.alloc(0), ground);
  problems.push(...seals.problems);
  const custody = logOf(folder, PAYLOAD.custody, problems);
  logOf(folder, PAYLOAD.review, problems);
  return {
    ok: problems.length === 0,
    problems,
    files: compared.files,
    bytes: compared.bytes,
    seal: tags.bytes === null ? null : createHash('sha256').update(tags.bytes).digest('hex'),
    signature: seals.signature,
    stamp: seals.stamp,
    custody,
  };
}

function isBag(folder: string): boolean {
  const declaration = readSmall(folder, LAYOUT.declaration);
  return (
    declaration.type === 'read' && /^BagIt-Version: (0\.97|1\.0)\r?\n/.test(declaration.bytes.toString())
  );
}

function manifestOf(
  folder: string,
  name: string,
  part: 'payload' | 'tags',
  problems: PackageProblem[],
): { readonly files: ReadonlyMap<string, string>; readonly bytes: Buffer | null } {
  const file = readSmall(folder, name);
  if (file.type !== 'read') {
    problems.push({ type: file.type === 'absent' ? 'missing' : file.type, path: name });
    return { files: new Map(), bytes: null };
  }
  const read = readManifest(name, file.bytes.toString('utf8'), part);
  problems.push(...read.problems);
  return { files: read.files, bytes: file.bytes };
}

function logOf(folder: string, name: string, problems: PackageProblem[]): CustodyCheck | null {
  const file = readSmall(folder, name);
  if (file.type !== 'read') return null;
  const check = checkLog(file.bytes.toString('utf8'));
  if (check.type === 'broken') problems.push({ type: 'broken-log', path: name, number: check.number });
  return check;
}
