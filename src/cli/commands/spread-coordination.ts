import { resolve } from 'node:path';
import { TamisError } from '../../model/index.ts';
import {
  type CoordinationOptions,
  DEFAULT_COORDINATION,
  runCoordination,
} from '../../spread/coordination/index.ts';
import { coordinationText } from '../../spread/coordination/summary-text.ts';
import { CASE_FLAGS, type CaseFlags } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import type { Host } from '../host.ts';

const { columns } = DEFAULT_COORDINATION;

export const spreadCoordination = defineCommand({
  path: ['spread', 'coordination'],
  summary: {
    en: 'Find accounts that share the same objects within seconds, from a CSV file',
    fr: 'Trouver les comptes qui partagent les mêmes objets à quelques secondes près, depuis un fichier CSV',
  },
  description: {
    en: 'Pairs, edges, weights and symmetry as CooRTweet 2.1.3 defines them, so that results can be compared number by number. Coordinated does not mean inauthentic, automated or led from elsewhere: see docs/spread.md.',
    fr: 'Paires, liens, poids et symétrie tels que CooRTweet 2.1.3 les définit, pour comparer chiffre par chiffre. Coordonné ne veut dire ni inauthentique, ni automatisé, ni piloté d’ailleurs\u00a0: voir docs/spread.md.',
  },
  positionals: [
    {
      name: 'file',
      metavar: 'FILE',
      required: true,
      summary: {
        en: 'CSV with a header, one share a row; may be gzip or Zstandard',
        fr: 'CSV avec en-tête, un partage par ligne\u202f; gzip ou Zstandard acceptés',
      },
    },
  ],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'workers',
      type: 'boolean',
      summary: {
        en: 'put edges together with the workers of the case in the database',
        fr: 'assembler les liens avec les workers du dossier en base de données',
      },
    },
    {
      name: 'object',
      type: 'string',
      metavar: 'COLUMN',
      default: columns.object,
      summary: { en: 'column of what is shared', fr: 'colonne de ce qui est partagé' },
    },
    {
      name: 'account',
      type: 'string',
      metavar: 'COLUMN',
      default: columns.account,
      summary: { en: 'column of the account', fr: 'colonne du compte' },
    },
    {
      name: 'content',
      type: 'string',
      metavar: 'COLUMN',
      default: columns.content,
      summary: { en: 'column of the post', fr: 'colonne du message' },
    },
    {
      name: 'time',
      type: 'string',
      metavar: 'COLUMN',
      default: columns.time,
      summary: {
        en: 'column of the time: epoch seconds or milliseconds, or ISO 8601',
        fr: 'colonne de l’heure\u00a0: secondes ou millisecondes depuis 1970, ou ISO 8601',
      },
    },
    {
      name: 'zone',
      type: 'string',
      metavar: 'ZONE',
      default: DEFAULT_COORDINATION.zone,
      summary: {
        en: 'time zone of stamps that state none',
        fr: 'fuseau des heures qui n’en indiquent pas',
      },
    },
    {
      name: 'window',
      type: 'number',
      fraction: true,
      metavar: 'SECONDS',
      default: DEFAULT_COORDINATION.window,
      min: 0,
      summary: {
        en: 'largest time between two shares, inclusive',
        fr: 'durée maximale entre deux partages, bornes comprises',
      },
    },
    {
      name: 'min-participation',
      type: 'number',
      metavar: 'N',
      default: DEFAULT_COORDINATION.minParticipation,
      min: 0,
      summary: {
        en: 'least number of shares, then of coordinated posts, of an account',
        fr: 'nombre minimal de partages, puis de publications coordonnées, d’un compte',
      },
    },
    {
      name: 'edge-weight',
      type: 'number',
      fraction: true,
      metavar: 'P',
      default: DEFAULT_COORDINATION.edgeWeight,
      min: 0,
      max: 1,
      summary: {
        en: 'percentile of the weights (0 to 1) above which an edge is strong',
        fr: 'centile des poids (0 à 1) au-dessus duquel un lien est fort',
      },
    },
    {
      name: 'subgraph',
      type: 'boolean',
      summary: { en: 'write the strong edges only', fr: 'n’écrire que les liens forts' },
    },
    {
      name: 'exclude',
      type: 'strings',
      metavar: 'OBJECT',
      summary: {
        en: 'leave this object out, such as the hashtag the posts were collected with',
        fr: 'écarter cet objet, par exemple le mot-dièse de la collecte',
      },
    },
    {
      name: 'edges',
      type: 'string',
      metavar: 'FILE',
      summary: { en: 'write the edges to this CSV file', fr: 'écrire les liens dans ce fichier CSV' },
    },
    {
      name: 'extended',
      type: 'boolean',
      summary: {
        en: 'add columns: posts and symmetry by account, distinct objects',
        fr: 'ajouter des colonnes\u00a0: publications et symétrie par compte, objets distincts',
      },
    },
    {
      name: 'memory',
      type: 'bytes',
      metavar: 'BYTES',
      default: DEFAULT_COORDINATION.memory,
      summary: {
        en: 'memory to stay within, by taking the pairs in portions',
        fr: 'mémoire à ne pas dépasser, en traitant les paires par portions',
      },
    },
    {
      name: 'max-pairs',
      type: 'number',
      metavar: 'N',
      default: DEFAULT_COORDINATION.maxPairs,
      min: 1,
      summary: {
        en: 'refuse when there may be more pairs',
        fr: 'refuser s’il peut y avoir plus de paires',
      },
    },
  ],
  examples: [
    {
      line: 'tamis spread coordination shares.csv --window 60 --edges edges.csv',
      summary: {
        en: 'all pairs within a minute, edges to a file',
        fr: 'toutes les paires en une minute, liens dans un fichier',
      },
    },
  ],
  run: async (host) => {
    const { args, flags, json, lang, stdout, cwd } = host;
    const summary = await withWorkers(host, flags, (further) =>
      runCoordination(resolve(cwd, args.file), {
        ...further,
        columns: { object: flags.object, account: flags.account, content: flags.content, time: flags.time },
        window: flags.window,
        minParticipation: flags['min-participation'],
        edgeWeight: flags['edge-weight'],
        subgraph: flags.subgraph,
        edges: flags.edges === undefined ? null : resolve(cwd, flags.edges),
        extended: flags.extended,
        exclude: flags.exclude,
        zone: flags.zone,
        memory: flags.memory,
        maxPairs: flags['max-pairs'],
      }),
    );
    stdout.write(json ? `${JSON.stringify(summary)}\n` : coordinationText(summary, lang));
    return 0;
  },
});

/** Who puts the edges together: this process, or with --workers all of a case in a database. */
async function withWorkers<T>(
  { now, env }: Host,
  { db, case: name, workers }: CaseFlags & { readonly workers: boolean },
  work: (further: Pick<CoordinationOptions, 'ask'>) => Promise<T>,
): Promise<T> {
  if (!workers) return work({});
  if (db === undefined)
    throw new TamisError('bad-option', { en: '--workers needs --db.', fr: '--workers demande --db.' });
  const { openSharedCase, PATIENCE_MS } = await import('../../shared-case.ts');
  const { edgesWithWorkers } = await import('../../shared-spread.ts');
  const store = openSharedCase({ db, name: name ?? null, as: 'work', now, env });
  try {
    return await work({ ask: edgesWithWorkers(store, { patienceMs: PATIENCE_MS }) });
  } finally {
    store.close();
  }
}
