import { resolve } from 'node:path';
import { isCase } from '../../case/open.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { TRUST_FLAG } from '../trust-files.ts';
import { verifyCase } from '../verify-case.ts';
import { verifyPackage } from '../verify-package.ts';
import { withCase } from '../with-case.ts';

export const verify = defineCommand({
  path: ['verify'],
  summary: {
    en: 'Hash the originals again and follow the custody log, or check a package',
    fr: 'Recalculer l’empreinte des originaux et suivre le journal, ou contrôler un paquet',
  },
  description: {
    en: 'Every file of the dump is hashed anew and compared with what was sifted; the custody log must be unbroken from its first entry. Exit code 1 when anything differs. Keep the last hash on paper: whoever has it can tell that nothing was taken out of the log.\n\nWith PACKAGE, an evidence package (tamis package, or any bag with SHA-256) is checked instead: files that were changed, taken out or added are named. No case is needed.',
    fr: 'Chaque fichier de la fuite est relu et comparé à ce qui a été trié\u202f; le journal de conservation doit être intact depuis sa première entrée. Code de sortie 1 si quelque chose diffère. Noter la dernière empreinte sur papier\u00a0: elle permet de voir que rien n’a été retiré du journal.\n\nAvec PACKAGE, c’est un paquet de preuves (tamis package, ou tout «\u00a0bag\u00a0» en SHA-256) qui est contrôlé\u00a0: les fichiers modifiés, retirés ou ajoutés sont nommés. Aucun dossier d’enquête n’est nécessaire.',
  },
  positionals: [
    {
      name: 'package',
      metavar: 'PACKAGE',
      required: false,
      summary: {
        en: 'folder of an evidence package, or of a case',
        fr: 'dossier d’un paquet de preuves, ou d’enquête',
      },
    },
  ],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'signer',
      type: 'string',
      metavar: 'KEY',
      summary: {
        en: 'key the package must be signed with: its fingerprint, or a PEM file',
        fr: 'clé qui doit avoir signé le paquet\u00a0: son empreinte, ou un fichier PEM',
      },
    },
    TRUST_FLAG,
  ],
  run: async (context) => {
    const { args, flags, cwd } = context;
    if (args.package === undefined)
      return await withCase(context, flags, (store) => verifyCase(context, store));
    const folder = resolve(cwd, args.package);
    // Who types `tamis verify leak.tamis` means the case.
    if (isCase(folder))
      return await withCase(context, { case: folder, db: undefined }, (store) => verifyCase(context, store));
    return await verifyPackage(context, folder, flags);
  },
});
