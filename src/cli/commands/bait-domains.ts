import { resolve } from 'node:path';
import {
  type Brand,
  type ListedName,
  type ListScan,
  type Permutation,
  PLATFORMS,
  permutations,
  protectionOf,
  readBrand,
  readSeenNames,
  SUFFIXES,
  scanLists,
  WORDS,
  writeSeenNames,
} from '../../bait/domains/index.ts';
import { leastFlag, NEW_SINCE_FLAG } from '../bait-flags.ts';
import { baitScanJson, permutationsJson } from '../bait-json.ts';
import { baitListText, permutationsText } from '../bait-text.ts';
import { defineCommand } from '../command.ts';

export const baitDomains = defineCommand({
  path: ['bait', 'domains'],
  summary: {
    en: 'Find names made to be mistaken for yours: those one could register, or those in a list',
    fr: 'Trouver les noms faits pour passer pour les vôtres\u00a0: ceux qu’on pourrait déposer, ou ceux d’une liste',
  },
  description: {
    en: 'Without --list: every name that could be mistaken for a brand, brands by services by suffixes. With --list: the names in the lists that could, ranked with reasons. A list may be one name a line, CSV, a zone file, a proxy log or certificates as JSON Lines; - is standard input. Opens no connection. See docs/bait.md.',
    fr: 'Sans --list\u00a0: tout nom qui pourrait passer pour une marque, marques × services × extensions. Avec --list\u00a0: les noms des listes qui le pourraient, classés et motivés. Une liste peut être un nom par ligne, un CSV, un fichier de zone, un journal de proxy ou des certificats en JSON Lines\u202f; - est l’entrée standard. N’ouvre aucune connexion. Voir docs/bait.md.',
  },
  positionals: [
    {
      name: 'brands',
      metavar: 'BRAND',
      required: true,
      many: true,
      summary: { en: 'domains of yours, or bare words', fr: 'vos domaines, ou de simples mots' },
    },
  ],
  flags: [
    {
      name: 'services',
      type: 'strings',
      metavar: 'WORD',
      summary: {
        en: 'words of services beside those built in (mail, portal, onedrive…)',
        fr: 'mots de service en plus de ceux fournis (mail, portail, onedrive…)',
      },
    },
    {
      name: 'list',
      type: 'strings',
      metavar: 'FILE',
      summary: { en: 'score the names in this file', fr: 'évaluer les noms de ce fichier' },
    },
    NEW_SINCE_FLAG,
    leastFlag({ en: 'lowest score to show with --list', fr: 'plus bas score montré avec --list' }),
  ],
  examples: [
    {
      line: 'tamis bait domains en-marche.fr --services onedrive',
      summary: { en: 'what could be registered against it', fr: 'ce qu’on pourrait déposer contre lui' },
    },
    {
      line: 'tamis bait domains en-marche.fr --list zone.txt --new-since seen.json',
      summary: { en: 'what is new since the last time', fr: 'ce qui est nouveau depuis la dernière fois' },
    },
  ],
  run: async ({ flags, args, json, lang, stdout, cwd, paint }) => {
    const brands = args.brands.map(readBrand);
    const words = [...flags.services.map((word) => word.toLowerCase()), ...WORDS];
    const state = flags['new-since'] === undefined ? null : resolve(cwd, flags['new-since']);
    const seen = state === null ? new Set<string>() : readSeenNames(state);
    const look = { lang, columns: stdout.columns, paint };
    const lists = flags.list;
    if (lists.length > 0) {
      const files = lists.map((file) => (file === '-' ? file : resolve(cwd, file)));
      const scan = scanLists(files, protectionOf(brands, words, PLATFORMS), flags.least);
      const fresh: ListScan = { ...scan, hits: unseen(scan.hits, seen, (hit: ListedName) => hit.name) };
      stdout.write(json ? baitScanJson(fresh, lang) : baitListText(fresh, look));
      if (state !== null) writeSeenNames(state, new Set([...seen, ...fresh.hits.map((hit) => hit.name)]));
      return 0;
    }
    const fresh = unseen(made(brands, words), seen, (each) => each.domain);
    stdout.write(json ? permutationsJson(fresh) : permutationsText(fresh, look));
    if (state !== null) writeSeenNames(state, new Set([...seen, ...fresh.map((each) => each.domain)]));
    return 0;
  },
});

function made(brands: readonly Brand[], words: readonly string[]): Permutation[] {
  return [...permutations(brands, { words, platforms: PLATFORMS, suffixes: SUFFIXES })];
}

function unseen<T>(all: readonly T[], seen: ReadonlySet<string>, nameOf: (each: T) => string): T[] {
  return all.filter((each) => !seen.has(nameOf(each)));
}
