import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseStore, verifyCustody } from '../case/index.ts';
import { asCustody } from '../case/review/review-log.ts';
import { timestampRequest } from '../timestamp/index.ts';
import { type Bag, createBag } from './bag.ts';
import { bagInfo } from './bag-info.ts';
import { DECLARATION, LAYOUT, PAYLOAD } from './layout.ts';
import type { LeftOut } from './left-out.ts';
import { packItems } from './payload-items.ts';
import { packSources } from './payload-sources.ts';
import { readmeText } from './readme-text.ts';
import type { SigningKey } from './signing-key.ts';

export interface PackageOptions {
  readonly query: string;
  /** `items`: the bytes of what the query finds. `sources`: the files of the dump as they lay there. */
  readonly contents: readonly ('items' | 'sources')[];
  readonly key: SigningKey | null;
  readonly now: Date;
  /** Of the request for a time stamp, 16 random bytes. */
  readonly nonce: Uint8Array;
  readonly version: string;
  readonly signal: AbortSignal;
}

export interface PackageReport {
  /** SHA-256 of the tag manifest: one line on paper holds the whole package. */
  readonly seal: string;
  /** Fingerprint of the key it is signed with; null for an unsigned one. */
  readonly signer: string | null;
  readonly findings: number;
  readonly items: number;
  readonly sources: number;
  readonly bytes: number;
  readonly files: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Writes an evidence package: a bag (RFC 8493) of originals, verdicts with their reasons, keys with where they come
 * from, traces, and the custody log, signed and ready to be time-stamped. The case is only read. Throws
 * `export-exists`, `bad-query`, `custody-broken`, and the signal's reason when it is aborted.
 */
export async function buildPackage(
  store: CaseStore,
  folder: string,
  options: PackageOptions,
): Promise<PackageReport> {
  const bag = createBag(folder);
  const wants = (what: 'items' | 'sources') => options.contents.includes(what);
  const { signal } = options;
  const items = packItems(store, bag, { query: options.query, bytes: wants('items'), signal });
  const sources = await packSources(store, bag, { bytes: wants('sources'), signal });
  const leftOut = [...items.leftOut, ...sources.leftOut];
  writeRecords(store, bag, options, { ...items, leftOut });
  const signer = options.key?.fingerprint ?? null;
  const payload = bag.payload();
  bag.write(LAYOUT.declaration, [DECLARATION]);
  bag.write(LAYOUT.info, [bagInfo({ ...payload, version: options.version, now: options.now, signer })]);
  bag.write(LAYOUT.readme, [readmeText(signer)]);
  if (options.key) bag.write(LAYOUT.signer, [options.key.publicKey]);
  bag.write(LAYOUT.manifest, [bag.manifest('payload')]);
  const tags = Buffer.from(bag.manifest('tags'));
  const seal = seals(bag.folder, tags, options);
  return {
    seal,
    signer,
    findings: items.found,
    items: items.packed,
    sources: sources.packed,
    ...payload,
    leftOut,
  };
}

function writeRecords(
  store: CaseStore,
  bag: Bag,
  { query, contents, version, now }: PackageOptions,
  { found, leftOut }: { readonly found: number; readonly leftOut: readonly LeftOut[] },
): void {
  const review = store.reviewEvents();
  const custody = [...store.custody()];
  bag.write(PAYLOAD.keys, linesOf(store.keys()));
  bag.write(PAYLOAD.traces, [`${JSON.stringify(store.traceFindings())}\n`]);
  bag.write(PAYLOAD.custody, linesOf(custody));
  if (review.length > 0) bag.write(PAYLOAD.review, linesOf(review.map(asCustody)));
  const summary = {
    format: 'tamis-evidence-package/1',
    tamis: version,
    made: now.toISOString(),
    query,
    contents,
    found,
    inputs: store.inputs().map(({ role, name }) => ({ role, name })),
    totals: store.totals(),
    custody: verifyCustody(custody),
    leftOut,
  };
  bag.write(PAYLOAD.case, [`${JSON.stringify(summary, null, 2)}\n`]);
}

function* linesOf(values: Iterable<unknown>): Iterable<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}

/** The tag manifest last, and beside it what is made from its bytes. Returns its SHA-256. */
function seals(folder: string, tags: Buffer, { key, nonce }: PackageOptions): string {
  const write = (name: string, bytes: Uint8Array) =>
    writeFileSync(join(folder, name), bytes, { flag: 'wx', mode: 0o600 });
  const digest = createHash('sha256').update(tags).digest();
  write(LAYOUT.tagManifest, tags);
  if (key) write(LAYOUT.signature, key.sign(tags));
  write(LAYOUT.request, timestampRequest(digest, nonce));
  return digest.toString('hex');
}
