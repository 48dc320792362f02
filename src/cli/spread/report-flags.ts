import { CASE_FLAGS } from '../case-flag.ts';
import type { Flag } from '../command.ts';

/** What `tamis spread report` may be told: the scope, how it counts, and what it writes. */
export const SPREAD_REPORT_FLAGS = [
  ...CASE_FLAGS,
  {
    name: 'tag',
    type: 'string',
    metavar: 'HASHTAG',
    summary: {
      en: 'only posts with this hashtag, which then is no shared object',
      fr: 'seulement les publications avec ce mot-dièse, qui n’est alors pas un objet partagé',
    },
  },
  {
    name: 'from',
    type: 'string',
    metavar: 'TIME',
    summary: { en: 'from this time on', fr: 'à partir de cette heure' },
  },
  {
    name: 'to',
    type: 'string',
    metavar: 'TIME',
    summary: { en: 'before this time', fr: 'avant cette heure' },
  },
  {
    name: 'zone',
    type: 'string',
    metavar: 'ZONE',
    default: 'UTC',
    summary: { en: 'time zone of --from and --to', fr: 'fuseau de --from et --to' },
  },
  {
    name: 'window',
    type: 'strings',
    metavar: 'SECONDS',
    summary: {
      en: 'windows of coordination (60, 10, 300); the null models are repeated with the first',
      fr: 'fenêtres de coordination (60, 10, 300)\u202f; les modèles nuls sont répétés avec la première',
    },
  },
  {
    name: 'min-participation',
    type: 'number',
    metavar: 'N',
    default: 2,
    min: 1,
    summary: { en: 'least number of shares of an account', fr: 'nombre minimal de partages d’un compte' },
  },
  {
    name: 'repetitions',
    type: 'number',
    metavar: 'N',
    default: 50,
    min: 1,
    max: 10_000,
    summary: { en: 'repetitions of each null model', fr: 'répétitions de chaque modèle nul' },
  },
  {
    name: 'seed',
    type: 'number',
    metavar: 'N',
    default: 1,
    summary: { en: 'of the random numbers', fr: 'graine des nombres aléatoires' },
  },
  {
    name: 'earlier',
    type: 'string',
    metavar: 'FILE',
    summary: {
      en: 'accounts of earlier campaigns, one a line',
      fr: 'comptes de campagnes antérieures, un par ligne',
    },
  },
  {
    name: 'memory',
    type: 'bytes',
    metavar: 'BYTES',
    default: 2 ** 30,
    summary: { en: 'memory to stay within', fr: 'mémoire à ne pas dépasser' },
  },
  {
    name: 'workers',
    type: 'boolean',
    summary: {
      en: 'count with the workers of the case in the database',
      fr: 'compter avec les workers du dossier en base de données',
    },
  },
  {
    name: 'html',
    type: 'string',
    metavar: 'FILE',
    summary: { en: 'write the report as one page', fr: 'écrire le rapport en une page' },
  },
  {
    name: 'csv',
    type: 'string',
    metavar: 'DIR',
    summary: { en: 'write every table', fr: 'écrire tous les tableaux' },
  },
  {
    name: 'svg',
    type: 'string',
    metavar: 'DIR',
    summary: { en: 'write the charts', fr: 'écrire les graphiques' },
  },
  {
    name: 'png',
    type: 'string',
    metavar: 'DIR',
    summary: { en: 'write the charts as PNG', fr: 'écrire les graphiques en PNG' },
  },
  {
    name: 'gexf',
    type: 'string',
    metavar: 'FILE',
    summary: { en: 'write the graph for Gephi', fr: 'écrire le graphe pour Gephi' },
  },
  {
    name: 'graphml',
    type: 'string',
    metavar: 'FILE',
    summary: { en: 'write the graph as GraphML', fr: 'écrire le graphe en GraphML' },
  },
] as const satisfies readonly Flag[];
