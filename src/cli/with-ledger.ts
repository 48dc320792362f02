import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Ledger, type LedgerHost } from '../decoys/ledger/index.ts';
import type { Flag } from './command.ts';
import type { Host } from './host.ts';
import { passphraseOf } from './passphrase.ts';

export const LEDGER_FLAG = {
  name: 'ledger',
  short: 'l',
  type: 'string',
  metavar: 'DIR',
  default: 'decoys.ledger',
  summary: {
    en: 'folder of the ledger; keep it off the systems the decoys lie in',
    fr: 'dossier du registre\u202f; à garder hors des systèmes où sont les leurres',
  },
} as const satisfies Flag;

interface LedgerRequest {
  readonly ledger: string;
  readonly 'passphrase-file': string | undefined;
}

type Asking = Host & { readonly lang: 'en' | 'fr' };

/** Opens the ledger, and closes it whatever happens. Errors: as Ledger.open and passphraseOf. */
export async function withLedger<T>(
  host: Asking,
  flags: LedgerRequest,
  work: (ledger: Ledger) => T | Promise<T>,
  create = false,
): Promise<T> {
  const directory = resolve(host.cwd, flags.ledger);
  const passphrase = await passphraseOf(host, flags['passphrase-file']);
  const isNew = create && !existsSync(join(directory, 'ledger.json'));
  const ledger = isNew
    ? Ledger.create(directory, nameOf(directory), passphrase, ledgerHost(host))
    : await Ledger.open(directory, passphrase, ledgerHost(host));
  try {
    return await work(ledger);
  } finally {
    ledger.close();
  }
}

/** Goes into every checkpoint, in the open: nothing but what a folder is called. */
function nameOf(directory: string): string {
  return (
    basename(directory)
      .replace(/\.ledger$/, '')
      .replace(/[^A-Za-z0-9._-]/g, '-')
      .slice(0, 60) || 'decoys'
  );
}

function ledgerHost({ now }: Host): LedgerHost {
  return { now, random: (length) => Uint8Array.from(randomBytes(length)) };
}
