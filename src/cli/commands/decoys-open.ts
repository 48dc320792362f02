import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeWhole } from '../../decoys/ledger/index.ts';
import { verifyPage } from '../../decoys/open/verify-page.ts';
import { writeOpening } from '../../decoys/verify/index.ts';
import { defineCommand } from '../command.ts';
import { PASSPHRASE_FLAG } from '../passphrase.ts';
import { LEDGER_FLAG, withLedger } from '../with-ledger.ts';

export const decoysOpen = defineCommand({
  path: ['decoys', 'open'],
  summary: {
    en: 'Open decoys to others: a small file each, that proves itself',
    fr: 'Ouvrir des leurres à autrui\u00a0: un petit fichier chacun, qui se prouve seul',
  },
  description: {
    en: 'An opening shows one decoy and nothing of any other. With --page, a page is written beside it that checks it in a browser without a connection. What is opened cannot be closed again. --with-recipe gives the seed away, and with it every decoy of the set: only once all are burnt.',
    fr: 'Une ouverture montre un leurre et rien d’aucun autre. Avec --page, une page écrite à côté la vérifie dans un navigateur sans connexion. Ce qui est ouvert ne se referme pas. --with-recipe livre la graine, et avec elle tous les leurres du jeu\u00a0: seulement une fois tous brûlés.',
  },
  positionals: [
    {
      name: 'ids',
      metavar: 'ID',
      required: true,
      many: true,
      summary: {
        en: 'decoys, as search is:decoy shows them',
        fr: 'leurres, comme les montre search is:decoy',
      },
    },
  ],
  flags: [
    LEDGER_FLAG,
    PASSPHRASE_FLAG,
    {
      name: 'out',
      type: 'string',
      metavar: 'DIR',
      default: '.',
      summary: { en: 'folder to write to', fr: 'dossier où écrire' },
    },
    {
      name: 'page',
      type: 'boolean',
      summary: {
        en: 'also write the page that checks openings',
        fr: 'écrire aussi la page qui vérifie les ouvertures',
      },
    },
    {
      name: 'with-recipe',
      type: 'boolean',
      summary: {
        en: 'give away the seed of its whole set, so that anybody can make it again',
        fr: 'livrer la graine de tout son jeu, pour que chacun puisse le refaire',
      },
    },
  ],
  examples: [
    {
      line: 'tamis decoys open d0123456789abcdef --page --out for-the-press',
      summary: { en: 'what a journalist gets', fr: 'ce que reçoit un journaliste' },
    },
  ],
  run: async (context) => {
    const { flags, args, json, stdout, cwd } = context;
    const folder = resolve(cwd, flags.out);
    const files = await withLedger(context, flags, (ledger) => {
      const openings = args.ids.map((id) => [id, ledger.open(id, flags['with-recipe'])] as const);
      mkdirSync(folder, { recursive: true });
      return openings.map(([id, opening]) => {
        const file = join(folder, `${id}.opening.json`);
        writeWhole(file, writeOpening(opening), 0o644);
        return { id, file };
      });
    });
    const page = flags.page ? join(folder, 'verify.html') : null;
    if (page !== null) writeWhole(page, await verifyPage(), 0o644);
    if (json) stdout.write(`${JSON.stringify({ openings: files, page })}\n`);
    else stdout.write(`${[...files.map(({ file }) => file), ...(page === null ? [] : [page])].join('\n')}\n`);
    return 0;
  },
});
