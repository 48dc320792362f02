import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Matrix } from '../../attribution/index.ts';
import type { CaseStore } from '../../case/store.ts';
import { baitFindings } from '../../conclude/bait-notes.ts';
import { firstMatrix, type Operation, operation, postFacts } from '../../dossier/index.ts';
import { TamisError } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';
import { alreadyThere } from '../../show/export/file-writer.ts';
import { DB_FLAG } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { withCase } from '../with-case.ts';

export const attributionNew = defineCommand({
  path: ['attribution', 'new'],
  summary: {
    en: 'Begin a matrix, with what the case shows as rows',
    fr: 'Commencer une matrice, avec ce que montre le dossier pour lignes',
  },
  description: {
    en: 'Rows are what the case shows of the operation (tamis timeline): traces, bait, look-alike domains, altered items, posts, each linked to what shows it. Nothing is rated: every cell is N until an analyst says otherwise, and milestones, outside sources and assessments are to be added. Without --case an empty matrix. Edit the file, then tamis attribution show, score and sensitivity.',
    fr: 'Les lignes sont ce que le dossier montre de l’opération (tamis timeline)\u00a0: traces, appâts, domaines sosies, éléments altérés, publications, chacune reliée à ce qui la montre. Rien n’est noté\u00a0: chaque case vaut N tant qu’un analyste n’en décide pas, et jalons, sources extérieures et évaluations restent à ajouter. Sans --case, une matrice vide. Modifiez le fichier, puis tamis attribution show, score et sensitivity.',
  },
  positionals: [],
  flags: [
    {
      name: 'case',
      short: 'c',
      type: 'string',
      metavar: 'DIR',
      summary: {
        en: 'the case whose findings become rows',
        fr: 'le dossier dont les constats deviennent lignes',
      },
    },
    DB_FLAG,
    {
      name: 'output',
      short: 'o',
      type: 'string',
      metavar: 'FILE',
      summary: { en: 'a new file', fr: 'un nouveau fichier' },
    },
    {
      name: 'question',
      type: 'string',
      metavar: 'TEXT',
      summary: { en: 'what is asked', fr: 'la question posée' },
    },
    {
      name: 'hypothesis',
      type: 'strings',
      metavar: 'ID=NAME',
      summary: {
        en: 'in place of the usual five; at least two',
        fr: 'au lieu des cinq habituelles\u202f; deux au moins',
      },
    },
    {
      name: 'analyst',
      type: 'string',
      metavar: 'NAME',
      summary: { en: 'whose matrix it is', fr: 'de qui est la matrice' },
    },
  ],
  examples: [
    {
      line: 'tamis attribution new --case leak.tamis --analyst "Anne Martin" -o matrix.json',
      summary: { en: 'rows from a case', fr: 'des lignes d’après un dossier' },
    },
  ],
  run: async (context) => {
    const { flags, cwd, json, stdout, lang, now } = context;
    if (flags.output === undefined)
      throw new UsageError(
        { en: '-o is missing: FILE.', fr: 'il manque -o\u00a0: FILE.' },
        Number.MAX_SAFE_INTEGER,
      );
    const file = resolve(cwd, flags.output);
    const asked = {
      question: flags.question === undefined ? null : { en: flags.question, fr: flags.question },
      hypotheses: hypothesesOf(flags.hypothesis),
      analyst: flags.analyst ?? null,
      day: now().toISOString().slice(0, 10),
    };
    const asksCase = flags.case !== undefined || flags.db !== undefined;
    const made = asksCase ? await withCase(context, flags, shownBy) : null;
    const matrix = firstMatrix(made, asked);
    write(file, matrix);
    stdout.write(json ? `${JSON.stringify({ path: file, ...counts(matrix) })}\n` : told(file, matrix, lang));
    return 0;
  },
});

/** Posts enough to name the sites; a report of their spread is another matter. */
const MEMORY_BYTES = 2 ** 30;

async function shownBy(store: CaseStore): Promise<Operation> {
  const posts = await postFacts({ folder: store.directory, tag: null, memory: MEMORY_BYTES });
  const nothing = { published: null, statement: null, election: null, matrix: null };
  return operation(store, { posts, bait: baitFindings(store) }, nothing);
}

function hypothesesOf(given: readonly string[]): { readonly id: string; readonly name: string }[] {
  const read = given.map((one) => {
    const [, id, name] = /^\s*([\w-]{1,20})\s*=\s*(.+?)\s*$/u.exec(one) ?? [];
    if (id === undefined || name === undefined)
      throw new TamisError('bad-option', {
        en: `--hypothesis ${one}: write ID=NAME`,
        fr: `--hypothesis ${one}\u00a0: écrivez ID=NOM`,
      });
    return { id, name };
  });
  if (read.length === 1 || new Set(read.map(({ id }) => id)).size < read.length)
    throw new TamisError('bad-option', {
      en: '--hypothesis: at least two, each with an ID of its own',
      fr: '--hypothesis\u00a0: deux au moins, chacune avec son propre ID',
    });
  return read;
}

function write(file: string, matrix: Matrix): void {
  try {
    // In the file, what there is not is left out rather than null.
    const text = JSON.stringify(matrix, (_, value) => value ?? undefined, 2);
    writeFileSync(file, `${text}\n`, { flag: 'wx' });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') throw alreadyThere(file, cause);
    throw cause;
  }
}

function counts({ hypotheses, evidence }: Matrix): { hypotheses: number; rows: number } {
  return { hypotheses: hypotheses.length, rows: evidence.length };
}

function told(file: string, matrix: Matrix, lang: Language): string {
  const { hypotheses, rows } = counts(matrix);
  return {
    en: `${file}: ${hypotheses} hypotheses, ${rows} rows, nothing rated yet\nnext: edit it · tamis attribution show ${file} · tamis attribution score ${file}\n`,
    fr: `${file}\u00a0: ${hypotheses} hypothèses, ${rows} lignes, rien de noté encore\nensuite\u00a0: le modifier · tamis attribution show ${file} · tamis attribution score ${file}\n`,
  }[lang];
}
