import { resolve } from 'node:path';
import { type CertificateScan, scanEntries } from '../../bait/ct/index.ts';
import {
  PLATFORMS,
  protectionOf,
  readBrand,
  readSeenNames,
  WORDS,
  writeSeenNames,
} from '../../bait/domains/index.ts';
import { TamisError } from '../../model/error.ts';
import { leastFlag, NEW_SINCE_FLAG } from '../bait-flags.ts';
import { baitScanJson } from '../bait-json.ts';
import { baitCertificatesText } from '../bait-text.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

export const baitCt = defineCommand({
  path: ['bait', 'ct'],
  summary: {
    en: 'Find certificates made out to names that look like yours, in imports of certificate transparency',
    fr: 'Trouver les certificats établis pour des noms qui ressemblent aux vôtres, dans des exports de transparence',
  },
  description: {
    en: 'Files or folders of certstream messages or crt.sh rows (JSON Lines or JSON), of answers to get-entries, or of data tiles of static-ct logs, plain or gzip. Opens no connection and checks no signature: it tells what a log said, and that somebody could show control of the name. See docs/bait.md.',
    fr: 'Fichiers ou dossiers de messages certstream ou de lignes crt.sh (JSON Lines ou JSON), de réponses à get-entries, ou de tuiles de journaux static-ct, tels quels ou en gzip. N’ouvre aucune connexion et ne vérifie aucune signature\u00a0: dit ce qu’un journal a dit, et que quelqu’un a pu prouver le contrôle du nom. Voir docs/bait.md.',
  },
  positionals: [
    {
      name: 'files',
      metavar: 'FILE',
      required: true,
      many: true,
      summary: { en: 'imported entries, or folders of them', fr: 'entrées importées, ou dossiers' },
    },
  ],
  flags: [
    {
      name: 'brand',
      type: 'strings',
      metavar: 'BRAND',
      summary: { en: 'domains of yours, or bare words', fr: 'vos domaines, ou de simples mots' },
    },
    NEW_SINCE_FLAG,
    leastFlag({ en: 'lowest score to show', fr: 'plus bas score montré' }),
  ],
  examples: [
    {
      line: 'tamis bait ct tile/data --brand en-marche.fr --new-since seen.json',
      summary: { en: 'what new tiles hold', fr: 'ce que contiennent les nouvelles tuiles' },
    },
  ],
  run: async ({ flags, args, json, lang, stdout, cwd, paint }) => {
    const brands = flags.brand.map(readBrand);
    if (brands.length === 0) throw new TamisError('usage', NO_BRAND[lang]);
    const state = flags['new-since'] === undefined ? null : resolve(cwd, flags['new-since']);
    const seen = state === null ? new Set<string>() : readSeenNames(state);
    const files = args.files.map((file) => resolve(cwd, file));
    const scan = scanEntries(files, protectionOf(brands, WORDS, PLATFORMS), flags.least);
    const fresh: CertificateScan = { ...scan, hits: scan.hits.filter(({ name }) => !seen.has(name)) };
    const look = { lang, columns: stdout.columns, paint };
    stdout.write(json ? baitScanJson(fresh, lang) : baitCertificatesText(fresh, look));
    if (state !== null) writeSeenNames(state, new Set([...seen, ...fresh.hits.map(({ name }) => name)]));
    // Nothing but files of another kind must not pass for certificates without look-alikes.
    return scan.certificates === 0 && scan.notRead.length > 0 ? EXIT.failed : EXIT.ok;
  },
});

const NO_BRAND = {
  en: 'Give at least one name of yours with --brand.',
  fr: 'Donnez au moins un nom à vous avec --brand.',
};
