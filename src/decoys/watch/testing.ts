/** What tests of the watch share: two decoys that name an account each, and logs as texts. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../ledger/index.ts';
import { AccountWatch, type DecoyUse, watchLog } from './index.ts';

export const PASSWORD = 'Tilleul-7-vert';
export const NOW = Date.parse('2026-11-26T12:00:00Z');

/** A decoy of one account. */
export function entry(id: string, user: string, password: string): LedgerEntry {
  const hashes = ['sha256', 'sha1', 'md5'].map((name) => createHash(name).update(password).digest('hex'));
  const account = { service: 'x', user, passwordHashes: hashes, passwordLength: password.length };
  const faces = { bytes: '', headers: null, attachments: [] };
  const place = { fileName: '', folder: '', recipe: '', index: 0, model: null };
  return { id, kind: 'account', faces, text: '', accounts: [account], ...place };
}

/** `d1` names b.orvault@parti.example with `PASSWORD`, `d2` svc-archive. */
export const watch = new AccountWatch([
  entry('d1', 'b.orvault@parti.example', PASSWORD),
  entry('d2', 'svc-archive', 'Autre-mot-2'),
]);

/** A log in pieces of so many bytes. */
export async function* chunksOf(log: string | Uint8Array, size: number): AsyncIterableIterator<Uint8Array> {
  const bytes = Buffer.from(log);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Uses of the decoys in a log. */
export async function usesIn(text: string): Promise<DecoyUse[]> {
  const uses: DecoyUse[] = [];
  await watchLog(
    'a.log',
    chunksOf(text, 64),
    watch,
    () => NOW,
    (use) => uses.push(use),
  );
  return uses;
}

/** The only use that a log has. */
export const only = async (line: string) => {
  const uses = await usesIn(`${line}\n`);
  assert.equal(uses.length, 1, line);
  const [use] = uses;
  assert.ok(use);
  const { service, outcome, address, client, at, by } = use;
  const decoy = use.decoys.join();
  return { service, outcome, address, client, at, decoy, by };
};
