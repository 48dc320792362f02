import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TamisError } from '../../model/index.ts';
import { hashPassword } from '../../server/guard/password.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { harmless } from '../terminal/cells.ts';

/** Fewer characters than this can be guessed through any limit on tries. */
const SHORTEST_PASSWORD = 10;
const ROLES = ['reader', 'reviewer', 'lead'] as const;
const REVOKED = { en: 'revoked', fr: 'révoqué' } as const;

export const caseAccount = defineCommand({
  path: ['case', 'account'],
  summary: {
    en: 'Who may sign in to the workbench of a case in a database, and as what',
    fr: 'Qui peut se connecter à l’établi d’un dossier en base de données, et à quel titre',
  },
  description: {
    en: `Without a name, lists the accounts. With one, makes or changes it; its sessions end at once. A reader reads; a reviewer
tags, notes and checks as well; a lead signs off as well. As soon as there is one, "tamis open --db --host" asks for accounts.
Signing in, and each item that is read or taken, is written in the custody log.`,
    fr: `Sans nom, liste les comptes. Avec un nom, le crée ou le change\u202f; ses sessions prennent fin aussitôt. Un reader lit\u202f; un
reviewer étiquette, annote et vérifie aussi\u202f; un lead signe aussi. Dès qu’il y en a un, «\u00a0tamis open --db --host\u00a0» demande un
compte. Les connexions, et chaque élément lu ou emporté, sont inscrits au journal.`,
  },
  positionals: [
    { name: 'name', metavar: 'NAME', required: false, summary: { en: 'of the account', fr: 'du compte' } },
  ],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'role',
      type: 'enum',
      values: ROLES,
      default: 'reader',
      metavar: 'ROLE',
      summary: { en: 'what it may do', fr: 'ce qu’il peut faire' },
    },
    {
      name: 'password-file',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'its password is the first line of this file',
        fr: 'son mot de passe est la première ligne de ce fichier',
      },
    },
    {
      name: 'revoke',
      type: 'boolean',
      summary: { en: 'nobody signs in by it any more', fr: 'plus personne ne se connecte par lui' },
    },
  ],
  run: async ({ args, flags, cwd, env, now, stdout, json, lang }) => {
    if (flags.db === undefined)
      throw new TamisError('bad-option', {
        en: 'Accounts are of cases in a database: name it with --db.',
        fr: 'Les comptes sont ceux d’un dossier dans une base\u00a0: nommez-la avec --db.',
      });
    const { openSharedCase } = await import('../../shared-case.ts');
    const store = openSharedCase({ db: flags.db, name: flags.case ?? null, as: 'work', now, env });
    try {
      const { name } = args;
      if (name !== undefined && flags.revoke) {
        store.transaction(() => {
          store.accounts.revoke(name);
          store.log('account-revoked', { account: name });
        });
      } else if (name !== undefined) {
        const hash = await hashPassword(passwordOf(flags['password-file'], cwd), randomBytes(16));
        store.transaction(() => {
          store.accounts.set(name, flags.role, hash);
          store.log('account-set', { account: name, role: flags.role });
        });
      }
      const accounts = store.accounts.list().map(({ hash: _hash, ...account }) => account);
      if (json) for (const account of accounts) stdout.write(`${JSON.stringify(account)}\n`);
      else
        for (const each of accounts)
          stdout.write(`${(each.revoked ? REVOKED[lang] : each.role).padEnd(8)}  ${harmless(each.name)}\n`);
      return 0;
    } finally {
      store.close();
    }
  },
});

/** Never on the command line, where every user of the machine can read it. Throws `bad-option`. */
function passwordOf(file: string | undefined, cwd: string): string {
  const word = file === undefined ? '' : (readFileSync(resolve(cwd, file), 'utf8').split(/\r?\n/)[0] ?? '');
  if (word.length >= SHORTEST_PASSWORD) return word;
  throw new TamisError('bad-option', {
    en: `An account needs a password of at least ${SHORTEST_PASSWORD} characters, from --password-file.`,
    fr: `Un compte demande un mot de passe d’au moins ${SHORTEST_PASSWORD} caractères, par --password-file.`,
  });
}
