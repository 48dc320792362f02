import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { baitFindings } from '../../conclude/bait-notes.ts';
import {
  DOSSIER_AUDIENCES,
  type Dossier,
  dossierHtml,
  dossierSummary,
  makeDossier,
  printPdf,
  statementMarkdown,
} from '../../dossier/index.ts';
import type { Language } from '../../model/text.ts';
import { OUTCOME_WORDS } from '../../publish/index.ts';
import { createFolder } from '../../show/export/folder.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { timeOf } from '../silence-flags.ts';
import { counted, FAULTS, noun } from '../terminal/counted.ts';
import { TOLD_FLAGS, toldByFlags } from '../told-flags.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import { logAct, withCase } from '../with-case.ts';

export const dossier = defineCommand({
  path: ['dossier'],
  summary: {
    en: 'Write a dossier to hand on: figures, examples, draft statement',
    fr: 'Écrire un dossier à transmettre\u00a0: chiffres, exemples, projet de déclaration',
  },
  description: {
    en: 'One HTML page that needs nothing else and prints well, with figures from the case alone; and the draft statement as Markdown, each claim with the items that bear it out, checked against the words of ICD 203 and the silence clock.\n\n--for says who reads it. Press and platforms get no words of the leak: items are named by id, and addresses are masked. Personal data are counts for everybody. A spread report is made when the case has posts.',
    fr: 'Une page HTML autonome qui s’imprime bien, aux chiffres tirés du seul dossier\u202f; et le projet de déclaration en Markdown, chaque affirmation avec les éléments qui l’établissent, confronté aux mots de l’ICD 203 et à l’horloge du silence.\n\n--for dit qui la lit. La presse et les plates-formes ne reçoivent aucun mot de la fuite\u00a0: les éléments sont nommés par identifiant, les adresses masquées. Les données personnelles ne sont que comptées, pour tous. La propagation est décrite si le dossier a des publications.',
  },
  positionals: [],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'for',
      type: 'enum',
      values: DOSSIER_AUDIENCES,
      metavar: 'WHO',
      default: 'internal',
      summary: { en: 'who will read it', fr: 'qui le lira' },
    },
    {
      name: 'output',
      short: 'o',
      type: 'string',
      metavar: 'DIR',
      summary: { en: 'a new or empty folder', fr: 'un dossier nouveau ou vide' },
    },
    {
      name: 'pdf',
      type: 'boolean',
      summary: {
        en: 'print it to PDF too, with a Chromium, Chrome or Edge of this machine',
        fr: 'l’imprimer aussi en PDF, avec un Chromium, Chrome ou Edge de cette machine',
      },
    },
    {
      name: 'at',
      type: 'string',
      metavar: 'TIME',
      summary: {
        en: 'the moment for the silence clock (default: now)',
        fr: 'le moment pour l’horloge du silence (par défaut\u00a0: maintenant)',
      },
    },
    ...TOLD_FLAGS,
  ],
  examples: [
    {
      line: 'tamis dossier --for press --lang fr --pdf -o dossier-presse',
      summary: {
        en: 'for the press, in French, also as PDF',
        fr: 'pour la presse, en français, aussi en PDF',
      },
    },
  ],
  run: async (context) => {
    const { flags, cwd, now, json, stdout, lang, env } = context;
    if (flags.output === undefined)
      throw new UsageError(
        { en: '-o is missing: DIR.', fr: 'il manque -o\u00a0: DIR.' },
        Number.MAX_SAFE_INTEGER,
      );
    const folder = resolve(cwd, flags.output);
    const told = toldByFlags(flags, cwd, now());
    const at = new Date(timeOf(flags.at, flags.zone, now()));
    return await withCase(context, flags, async (store) => {
      const made = await makeDossier(store, {
        ...{ bait: baitFindings(store), audience: flags.for, lang, told, now: now(), at, version: version() },
        ...{ tag: flags.tag ?? null, memory: flags.memory },
      });
      createFolder(folder);
      const files = ['dossier.html', 'statement.md'];
      write(folder, 'dossier.html', dossierHtml(made));
      write(folder, 'statement.md', statementMarkdown(made.statement));
      if (flags.pdf) {
        await printPdf(join(folder, 'dossier.html'), join(folder, 'dossier.pdf'), env);
        files.push('dossier.pdf');
      }
      logAct(context, store, 'dossier-written', { path: folder, for: flags.for, lang });
      stdout.write(
        json
          ? `${JSON.stringify({ path: folder, files, ...dossierSummary(made) })}\n`
          : text(made, folder, files, lang),
      );
      return EXIT.ok;
    });
  },
});

function write(folder: string, name: string, content: string): void {
  writeFileSync(join(folder, name), content, { flag: 'wx', mode: 0o600 });
}

const CLAIMS = noun('claim', 'claims', 'affirmation', 'affirmations');
const RULES = noun('rule', 'rules', 'règle', 'règles');

function text({ statement, gates }: Dossier, path: string, files: readonly string[], lang: Language): string {
  const { faults, silence } = statement;
  const lines = {
    en: [
      `${path}: ${files.join(', ')}`,
      `draft statement: ${counted(statement.claims.length, CLAIMS, lang)}, ${counted(faults.length, FAULTS, lang)} by the words of estimation`,
      silence === null
        ? 'silence clock: no election named'
        : `silence clock: ${counted(silence.inForce.length, RULES, lang)} in force`,
      `gates of publication: ${gatesText(gates, lang)} (tamis publish check)`,
    ],
    fr: [
      `${path}\u00a0: ${files.join(', ')}`,
      `projet de déclaration\u00a0: ${counted(statement.claims.length, CLAIMS, lang)}, ${counted(faults.length, FAULTS, lang)} selon les mots de l’estimation`,
      silence === null
        ? 'horloge du silence\u00a0: aucune élection indiquée'
        : `horloge du silence\u00a0: ${counted(silence.inForce.length, RULES, lang)} en vigueur`,
      `contrôles de publication\u00a0: ${gatesText(gates, lang)} (tamis publish check)`,
    ],
  }[lang];
  return `${lines.join('\n')}\n`;
}

/** `G1 G7 BLOCK, G8 warns`: what the draft still lacks; whoever receives a dossier is not told. */
function gatesText({ results }: Dossier['gates'], lang: Language): string {
  const groups = Map.groupBy(results, ({ outcome }) => outcome);
  const told = [...groups].filter(([outcome]) => outcome !== 'passes');
  if (told.length === 0) return OUTCOME_WORDS.passes[lang];
  return told
    .map(([outcome, of]) => `${of.map(({ gate }) => gate).join(' ')} ${OUTCOME_WORDS[outcome][lang]}`)
    .join(', ');
}
