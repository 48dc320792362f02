import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { guessLanguage, LINT_TEXTS, lintText } from '../../attribution/index.ts';
import { TamisError, type Verdict } from '../../model/index.ts';
import { unreadableFile } from '../../model/refusal.ts';
import { LANGUAGES } from '../../model/text.ts';
import { SAY } from '../attribution/words.ts';
import { type CaseFlags, DB_FLAG } from '../case-flag.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { harmless } from '../terminal/cells.ts';
import { colon } from '../terminal/colon.ts';
import { withCase } from '../with-case.ts';

export const attributionLint = defineCommand({
  path: ['attribution', 'lint'],
  summary: {
    en: 'Check a text for the words of estimation and for claims beyond what is shown',
    fr: 'Vérifier les mots de l’estimation et ce qui dépasse les preuves dans un texte',
  },
  description: {
    en: 'Flags two wordings of the scale of ICD 203 mixed, confidence and likelihood in one sentence, estimates off the scale, numbers outside their term, certainty, an author named as a fact, and, with --case, verdicts the case does not show. Words in quotation marks are left alone. Exit code 1 where there are errors.',
    fr: 'Signale deux vocabulaires de l’échelle ICD 203 mêlés, confiance et probabilité dans une phrase, des estimations hors échelle, des nombres hors de leur terme, la certitude, un auteur désigné comme un fait et, avec --case, les verdicts que le dossier ne montre pas. Les mots entre guillemets sont laissés. Code de sortie 1 s’il y a des erreurs.',
  },
  positionals: [
    {
      name: 'file',
      metavar: 'FILE',
      required: true,
      summary: { en: 'plain text or Markdown', fr: 'texte brut ou Markdown' },
    },
  ],
  flags: [
    {
      name: 'text-lang',
      type: 'enum',
      values: LANGUAGES,
      metavar: 'LANG',
      summary: {
        en: 'language of the text (default: told by its words)',
        fr: 'langue du texte (par défaut\u00a0: selon ses mots)',
      },
    },
    {
      name: 'case',
      short: 'c',
      type: 'string',
      metavar: 'DIR',
      summary: {
        en: 'hold words such as “forged” against the verdicts of this case',
        fr: 'confronter des mots comme «\u00a0falsifié\u00a0» aux verdicts de ce dossier',
      },
    },
    DB_FLAG,
  ],
  run: async (context) => {
    const { args, flags, json, lang, cwd, stdout, paint } = context;
    const text = textOf(resolve(cwd, args.file));
    const shown =
      flags.case === undefined && flags.db === undefined ? null : await verdictsOf(context, flags);
    const textLang = flags['text-lang'] ?? guessLanguage(text);
    const findings = lintText(text, { lang: textLang, ...(shown === null ? {} : { shown }) });
    if (json) stdout.write(`${JSON.stringify({ file: args.file, lang: textLang, findings })}\n`);
    else if (findings.length === 0) stdout.write(`${SAY.clean[lang]}\n`);
    else
      for (const { rule, severity, line, column, words, sentence } of findings) {
        const style = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'dim';
        stdout.write(
          `${harmless(args.file)}:${line}:${column} ${paint(style, `${severity} ${rule}`)} ${harmless(words)}${colon(lang)}${LINT_TEXTS[rule][lang]}\n    ${harmless(sentence)}\n`,
        );
      }
    return findings.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.ok;
  },
});

/** A statement is pages long; what is larger is a dump given by mistake. */
const LARGEST_TEXT = 16 * 2 ** 20;

/** Of what is no text no fault would be found, and that would pass for a text without fault. */
function textOf(path: string): string {
  const bytes = bytesOf(path);
  if (!bytes.includes(0)) return bytes.toString('utf8');
  throw new TamisError('not-text', {
    en: `${path} is no plain text: nothing was checked. A docx or HTML draft is for tamis publish check.`,
    fr: `${path} n’est pas du texte brut\u00a0: rien n’a été vérifié. Un brouillon docx ou HTML est pour tamis publish check.`,
  });
}

function bytesOf(path: string): Buffer {
  try {
    if (statSync(path).size <= LARGEST_TEXT) return readFileSync(path);
  } catch (cause) {
    throw unreadableFile('no-such-path', path, cause);
  }
  throw new TamisError('too-large', { en: `${path}: larger than 16 MB`, fr: `${path}\u00a0: plus de 16 Mo` });
}

function verdictsOf(context: CommandContext, flags: CaseFlags): Promise<Readonly<Record<Verdict, number>>> {
  return withCase(context, flags, (store) => store.totals().verdicts);
}
