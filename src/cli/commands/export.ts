import { extname, resolve } from 'node:path';
import type { Matrix } from '../../attribution/index.ts';
import { TamisError } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';
import { EXPORT_FORMATS, type ExportFormat, exportItems } from '../../show/export/export-items.ts';
import { CUT_FLAGS, type CutFlagValues, cutByFlags, matrixOf } from '../attribution/matrix-file.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { QUERY_ARGUMENT, queryText } from '../item-argument.ts';
import { formatNumber } from '../terminal/format.ts';
import { UsageError } from '../usage-error.ts';
import { logAct, withCase } from '../with-case.ts';

export const exportCommand = defineCommand({
  path: ['export'],
  summary: {
    en: 'Write what a query finds to files',
    fr: 'Écrire dans des fichiers ce qu’une requête trouve',
  },
  description: {
    en: 'jsonl: one object a line, as search --json. csv: a table, made safe for spreadsheets. mbox: messages, bytes untouched but for "From " quoting (mboxrd). eml: a folder, a file a message. dat: a folder with a Concordance load file, the files and their texts, for review platforms. ftm: entities of FollowTheMoney for Aleph. stix: a bundle of STIX 2.1. misp: an event in MISP’s core format. case-uco: CASE/UCO in JSON-LD. gexf: who wrote to whom, for Gephi.\n\nNever writes over anything.',
    fr: 'jsonl\u00a0: un objet par ligne, comme search --json. csv\u00a0: un tableau, sans danger pour les tableurs. mbox\u00a0: les messages, octets intacts sauf les lignes «\u00a0From\u00a0» (mboxrd). eml\u00a0: un dossier, un fichier par message. dat\u00a0: un dossier avec un fichier de chargement Concordance, les fichiers et leurs textes, pour les plates-formes de revue. ftm\u00a0: des entités FollowTheMoney pour Aleph. stix\u00a0: un bundle STIX 2.1. misp\u00a0: un événement au format central de MISP. case-uco\u00a0: CASE/UCO en JSON-LD. gexf\u00a0: qui a écrit à qui, pour Gephi.\n\nN’écrase jamais rien.',
  },
  positionals: [QUERY_ARGUMENT],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'format',
      short: 'f',
      type: 'enum',
      values: EXPORT_FORMATS,
      metavar: 'FORMAT',
      summary: {
        en: 'what to write (default: jsonl, csv, mbox or gexf, by the ending of -o)',
        fr: 'que produire (par défaut\u00a0: jsonl, csv, mbox ou gexf, d’après la fin du nom de -o)',
      },
    },
    {
      name: 'output',
      short: 'o',
      type: 'string',
      metavar: 'PATH',
      summary: {
        en: 'a new file, or a new folder for eml and dat',
        fr: 'un nouveau fichier, ou un nouveau dossier pour eml et dat',
      },
    },
    {
      name: 'deduplicate',
      type: 'boolean',
      summary: {
        en: 'leave out families (a message with all it carries) that are there twice',
        fr: 'écarter les familles (un message et ce qu’il porte) présentes deux fois',
      },
    },
    {
      name: 'bom',
      type: 'boolean',
      summary: {
        en: 'csv: begin with a mark by which Excel knows UTF-8',
        fr: 'csv\u00a0: commencer par la marque qui indique UTF-8 à Excel',
      },
    },
    {
      name: 'matrix',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'stix, misp: tell what this matrix of hypotheses concludes (tamis attribution)',
        fr: 'stix, misp\u00a0: dire ce que conclut cette matrice d’hypothèses (tamis attribution)',
      },
    },
    ...CUT_FLAGS,
  ],
  examples: [
    {
      line: 'tamis export --format mbox verdict:authentic -o authentic.mbox',
      summary: {
        en: 'what can be relied on, for a mail program',
        fr: 'ce qui est sûr, pour un logiciel de messagerie',
      },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, cwd, signal, now } = context;
    const { output } = flags;
    const format = flags.format ?? formatOf(output);
    if (format === null) throw missing('--format', EXPORT_FORMATS.join(', '));
    if (output === undefined) throw missing('-o', 'PATH');
    const target = resolve(cwd, output);
    const matrix = matrixFor(format, flags, cwd);
    return await withCase(context, flags, async (store) => {
      const options = { deduplicate: flags.deduplicate, bom: flags.bom, now: now(), matrix };
      const report = await exportItems(
        store,
        { format, query: queryText(args.query), out: target, signal },
        options,
      );
      logAct(context, store, 'exported', {
        format,
        path: target,
        query: queryText(args.query),
        exported: report.exported,
      });
      stdout.write(
        json ? `${JSON.stringify({ format, path: target, ...report })}\n` : reportText(report, target, lang),
      );
      return 0;
    });
  },
});

/** The format of a file by its ending, where the ending is that of one format alone. */
function formatOf(output: string | undefined): ExportFormat | null {
  const ending = extname(output ?? '').toLowerCase();
  return FORMATS_BY_ENDING.find((format) => ending === `.${format}`) ?? null;
}

const FORMATS_BY_ENDING = ['jsonl', 'csv', 'mbox', 'gexf'] as const satisfies readonly ExportFormat[];

/** The matrix as the flags cut it, for the formats that can tell who is thought to have done something. */
function matrixFor(
  format: ExportFormat,
  flags: CutFlagValues & { readonly matrix: string | undefined },
  cwd: string,
): Matrix | null {
  const { matrix, at, judgements } = flags;
  if (matrix === undefined) {
    if (at !== undefined || judgements)
      throw new TamisError('bad-option', {
        en: '--at and --judgements cut a --matrix',
        fr: '--at et --judgements taillent une --matrix',
      });
    return null;
  }
  if (format !== 'stix' && format !== 'misp')
    throw new TamisError('bad-option', {
      en: `--matrix is for stix and misp; ${format} names no actors`,
      fr: `--matrix vaut pour stix et misp\u202f; ${format} ne nomme pas d’acteurs`,
    });
  return cutByFlags(matrixOf(matrix, cwd), flags).matrix;
}

type Report = Awaited<ReturnType<typeof exportItems>>;

function reportText({ exported, without }: Report, target: string, lang: Language): string {
  const [written, left] = [exported, without.length].map((count) => formatNumber(count, lang));
  const lines = [
    { en: `${written} items written to ${target}`, fr: `éléments écrits dans ${target}\u00a0: ${written}` }[
      lang
    ],
  ];
  if (without.length > 0) {
    lines.push(
      {
        en: `${left} left out: not messages, or their bytes are gone or others now (--json names them)`,
        fr: `laissés de côté\u00a0: ${left}, qui ne sont pas des messages ou dont les octets ont disparu ou changé (--json les nomme)`,
      }[lang],
    );
  }
  return `${lines.join('\n')}\n`;
}

function missing(flag: string, values: string): UsageError {
  return new UsageError(
    { en: `${flag} is missing: ${values}.`, fr: `il manque ${flag}\u00a0: ${values}.` },
    Number.MAX_SAFE_INTEGER,
  );
}
