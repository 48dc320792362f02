import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { TamisError } from '../model/error.ts';
import type { Flag } from './command.ts';
import type { Host } from './host.ts';

/** Never the passphrase itself: what stands on a command line is in the history and in the list of processes. */
export const PASSPHRASE_FLAG = {
  name: 'passphrase-file',
  type: 'string',
  metavar: 'FILE',
  summary: {
    en: 'its first line is the passphrase of the ledger; else TAMIS_LEDGER_PASSPHRASE, else it is asked for',
    fr: 'sa première ligne est la phrase secrète du registre\u202f; sinon TAMIS_LEDGER_PASSPHRASE, sinon elle est demandée',
  },
} as const satisfies Flag;

const VARIABLE = 'TAMIS_LEDGER_PASSPHRASE';
/** Attack: none; a slip. A passphrase out of one word of eight letters is found in a day. */
const FEWEST_CHARACTERS = 8;

/** Throws `no-passphrase` where nobody can be asked, `short-passphrase`. */
export async function passphraseOf(
  host: Host & { readonly lang: 'en' | 'fr' },
  file: string | undefined,
): Promise<string> {
  const given = file === undefined ? host.env[VARIABLE] : firstLine(resolve(host.cwd, file));
  const passphrase = given ?? (await ask(host));
  if (passphrase.length < FEWEST_CHARACTERS) {
    throw new TamisError('short-passphrase', {
      en: `A passphrase of a ledger has at least ${FEWEST_CHARACTERS} characters.`,
      fr: `La phrase secrète d’un registre a au moins ${FEWEST_CHARACTERS} caractères.`,
    });
  }
  return passphrase;
}

function firstLine(path: string): string {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (cause) {
    throw new TamisError(
      'no-passphrase',
      { en: `${path} cannot be read.`, fr: `${path} ne peut pas être lu.` },
      { cause },
    );
  }
}

async function ask({ stderr, lang }: Host & { readonly lang: 'en' | 'fr' }): Promise<string> {
  if (!process.stdin.isTTY || !stderr.isTTY) {
    throw new TamisError('no-passphrase', {
      en: `Nobody can be asked for a passphrase here: set ${VARIABLE}.`,
      fr: `Personne à qui demander la phrase secrète ici\u00a0: définissez ${VARIABLE}.`,
    });
  }
  stderr.write({ en: 'Passphrase of the ledger: ', fr: 'Phrase secrète du registre\u00a0: ' }[lang]);
  // What is typed goes nowhere.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise((typed) => lines.question('', typed));
  } finally {
    lines.close();
    stderr.write('\n');
  }
}
