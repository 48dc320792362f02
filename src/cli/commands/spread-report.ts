import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CaseStore } from '../../case/store.ts';
import { type Language, TamisError } from '../../model/index.ts';
import {
  type Counting,
  charts,
  countingHere,
  csvFiles,
  gexf,
  graphml,
  pngCharts,
  reportHtml,
  reportText,
  type SpreadReport,
  seededRandom,
  spreadReport,
} from '../../spread/report/index.ts';
import { parseTime } from '../../spread/time/parse-time.ts';
import { CASE_FLAGS, type CaseFlags } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import type { Host } from '../host.ts';
import { logAct, withCase } from '../with-case.ts';

export const spreadReportCommand = defineCommand({
  path: ['spread', 'report'],
  summary: {
    en: 'Say who pushes the leak and how, held against chance',
    fr: 'Dire qui pousse la fuite et comment, comparé au hasard',
  },
  positionals: [],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'tag',
      type: 'string',
      metavar: 'HASHTAG',
      summary: {
        en: 'only posts with this hashtag, which then is no shared object',
        fr: 'seulement les messages avec ce mot-dièse, qui n’est alors pas un objet partagé',
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
  ],
  examples: [
    {
      line: 'tamis spread report --tag #MacronLeaks --case macron --html spread.html',
      summary: { en: 'one page to read and print', fr: 'une page à lire et à imprimer' },
    },
  ],
  run: async (context) => {
    const { flags, json, lang, stdout, cwd } = context;
    const time = (stamp: string | undefined): number | null =>
      stamp === undefined ? null : momentOf(stamp, flags.zone);
    const question = {
      tag: flags.tag ?? null,
      from: time(flags.from),
      to: time(flags.to),
      windows: windowsOf(flags.window),
      minParticipation: flags['min-participation'],
      repetitions: flags.repetitions,
    };
    const report = await withCounting(context, flags, async (store, counting) => {
      const made = await spreadReport({
        counting,
        ...question,
        folder: store.directory,
        memory: flags.memory,
        maxPairs: 2e9,
        earlier: flags.earlier === undefined ? new Set() : earlierAccounts(resolve(cwd, flags.earlier)),
        random: seededRandom(flags.seed),
      });
      const written = await writeReport(made, flags, cwd, lang);
      logAct(context, store, 'spread-reported', {
        ...{ ...question, seed: flags.seed, posts: made.volume.posts, written },
      });
      return made;
    });
    stdout.write(json ? `${JSON.stringify(plain(report))}\n` : reportText(report, lang));
    return 0;
  },
});

/** The case, and who counts its pairs: this process, or with --workers all of the case in the database. */
async function withCounting<T>(
  host: Host,
  flags: CaseFlags & { readonly workers: boolean },
  work: (store: CaseStore, counting: Counting) => Promise<T>,
): Promise<T> {
  if (!flags.workers) return withCase(host, flags, (store) => work(store, countingHere));
  if (flags.db === undefined)
    throw new TamisError('bad-option', { en: '--workers needs --db.', fr: '--workers demande --db.' });
  const { openSharedCase, PATIENCE_MS } = await import('../../shared-case.ts');
  const { countingWithWorkers } = await import('../../shared-spread.ts');
  const { now, env } = host;
  const store = openSharedCase({ db: flags.db, name: flags.case ?? null, as: 'work', now, env });
  try {
    return await work(store, countingWithWorkers(store, { patienceMs: PATIENCE_MS }));
  } finally {
    store.close();
  }
}

interface Outputs {
  readonly html?: string | undefined;
  readonly csv?: string | undefined;
  readonly svg?: string | undefined;
  readonly png?: string | undefined;
  readonly gexf?: string | undefined;
  readonly graphml?: string | undefined;
}

/** Writes the files that were asked for; returns their paths. */
async function writeReport(
  report: SpreadReport,
  outputs: Outputs,
  cwd: string,
  lang: Language,
): Promise<string[]> {
  const files = new Map<string, string | Uint8Array>();
  const many = (folder: string, contents: ReadonlyMap<string, string | Uint8Array>, ending = ''): void => {
    for (const [name, content] of contents)
      files.set(join(resolve(cwd, folder), `${name}${ending}`), content);
  };
  const { html, csv, svg, png } = outputs;
  if (html !== undefined) files.set(resolve(cwd, html), reportHtml(report, lang));
  if (outputs.gexf !== undefined) files.set(resolve(cwd, outputs.gexf), gexf(report));
  if (outputs.graphml !== undefined) files.set(resolve(cwd, outputs.graphml), graphml(report));
  if (csv !== undefined) many(csv, csvFiles(report, lang));
  if (svg !== undefined) many(svg, charts(report, lang), '.svg');
  if (png !== undefined) many(png, await pngCharts(charts(report, lang)), '.png');
  for (const [path, content] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return [...files.keys()];
}

const DEFAULT_WINDOWS = [60, 10, 300];

function windowsOf(flag: readonly string[]): readonly number[] {
  const windows = flag.flatMap((list) => list.split(',')).map(Number);
  if (windows.some((window) => !(window >= 0)))
    throw new TamisError('bad-option', {
      en: 'a window is a number of seconds',
      fr: 'une fenêtre est un nombre de secondes',
    });
  return windows.length > 0 ? windows : DEFAULT_WINDOWS;
}

function momentOf(stamp: string, zone: string): number {
  const time = parseTime(stamp, zone);
  if (time.type === 'bad' && time.reason === 'unknown-zone')
    throw new TamisError('bad-option', {
      en: `unknown time zone ${zone}`,
      fr: `fuseau horaire inconnu ${zone}`,
    });
  if (time.type === 'bad')
    throw new TamisError('bad-option', {
      en: `${stamp} is not a time; write it as 2017-05-05 20:00`,
      fr: `${stamp} n’est pas une heure\u202f; écrivez-la ainsi\u00a0: 2017-05-05 20:00`,
    });
  return time.ms;
}

function earlierAccounts(path: string): ReadonlySet<string> {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return new Set(
    lines.map((line) => line.trim().replace(/^@/, '').toLowerCase()).filter((line) => line !== ''),
  );
}

/** For JSON: the map of accounts to groups as an object. */
function plain(report: SpreadReport): unknown {
  const { communities } = report.coordination;
  return {
    ...report,
    coordination: {
      ...report.coordination,
      communities: { ...communities, of: Object.fromEntries(communities.of) },
    },
  };
}
