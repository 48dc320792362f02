import {
  diagnosticity,
  INFORMATION_GRADES,
  type Matrix,
  SOURCE_GRADES,
  termById,
} from '../../attribution/index.ts';
import { VERDICT_TEXTS } from '../../judge/reasons/verdicts.ts';
import type { Language } from '../../model/text.ts';
import { cutLines } from '../attribution/cut-text.ts';
import {
  type LinkedFinding,
  type LinkedItem,
  type LinkedPost,
  linkedFindings,
  linkedItems,
  linkedPosts,
} from '../attribution/linked-items.ts';
import { CUT_FLAGS, cutByFlags, MATRIX_FILE, matrixOf } from '../attribution/matrix-file.ts';
import { nameOf } from '../attribution/standing-text.ts';
import { CONFIDENCE_WORDS, LEVEL_WORDS, RATING_LEGEND, SAY, score } from '../attribution/words.ts';
import { DB_FLAG } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { harmless } from '../terminal/cells.ts';
import { colon } from '../terminal/colon.ts';
import { formatNumber } from '../terminal/format.ts';
import type { Paint } from '../terminal/paint.ts';
import { table } from '../terminal/table.ts';
import { wrap } from '../terminal/wrap.ts';
import { withCase } from '../with-case.ts';

export const attributionShow = defineCommand({
  path: ['attribution', 'show'],
  summary: {
    en: 'Show a matrix of hypotheses and evidence, row by row',
    fr: 'Montrer une matrice d’hypothèses et d’indices, ligne par ligne',
  },
  positionals: [MATRIX_FILE],
  flags: [
    ...CUT_FLAGS,
    {
      name: 'case',
      short: 'c',
      type: 'string',
      metavar: 'DIR',
      summary: {
        en: 'look up the items, domains, traces and posts that evidence links to in this case',
        fr: 'chercher dans ce dossier les éléments, domaines, traces et posts auxquels renvoient les indices',
      },
    },
    DB_FLAG,
  ],
  run: async (context) => {
    const { args, flags, json, lang, cwd, stdout, paint } = context;
    const cut = cutByFlags(matrixOf(args.file, cwd), flags);
    const linked =
      flags.case === undefined && flags.db === undefined
        ? NO_CASE
        : await withCase(context, flags, async (store) => ({
            items: linkedItems(cut.matrix, store),
            findings: linkedFindings(cut.matrix, store),
            posts: await linkedPosts(cut.matrix, store.directory),
          }));
    if (json)
      stdout.write(`${JSON.stringify({ ...cut, diagnosticity: diagnosticity(cut.matrix), ...linked })}\n`);
    else {
      const lines = [
        paint('bold', harmless(cut.matrix.question[lang])),
        ...cutLines(cut, flags, lang),
        '',
        ...matrixLines(cut.matrix, linked, lang, stdout.columns, paint),
      ];
      stdout.write(`${lines.join('\n')}\n`);
    }
    return 0;
  },
});

/** What links of a matrix lead to in a case. */
interface Linked {
  readonly items: readonly LinkedItem[];
  readonly findings: readonly LinkedFinding[];
  readonly posts: readonly LinkedPost[];
}

const NO_CASE: Linked = { items: [], findings: [], posts: [] };

function matrixLines(
  matrix: Matrix,
  { items, findings, posts }: Linked,
  lang: Language,
  columns: number,
  paint: Paint,
): string[] {
  const moves = new Map(diagnosticity(matrix).map((row) => [row.evidence, row]));
  const lines = [paint('bold', SAY.hypotheses[lang])];
  for (const { id, name } of matrix.hypotheses) lines.push(`  ${id}  ${harmless(name[lang])}`);
  const legend = Object.entries(RATING_LEGEND).map(([rating, text]) => `${rating} ${text[lang]}`);
  lines.push('', paint('bold', SAY.evidence[lang]), `  ${legend.join(', ')}`);
  const head = ['', '', '', ...matrix.hypotheses.map(({ id }) => id), SAY.moves[lang]];
  const rows = matrix.evidence.map((row) => [
    row.id,
    row.date,
    row.grade,
    ...matrix.hypotheses.map(({ id }) => row.ratings[id] ?? ''),
    score(moves.get(row.id)?.moves ?? 0, lang),
  ]);
  const laid = table([head, ...rows], [...head.map(() => ({})).slice(1), { align: 'right' }], columns - 2);
  lines.push(...laid.map((line) => `  ${line}`), '');
  for (const row of matrix.evidence) {
    const marks = [row.judgement ? SAY.judgement[lang] : '', row.absence ? SAY.absence[lang] : ''];
    const text = [harmless(row.text[lang]), ...marks.filter((mark) => mark !== '')].join(' – ');
    const links = row.links.map(({ kind, ref }) => `${kind} ${harmless(ref)}`).join(' · ');
    const grade = `${SOURCE_GRADES[row.grade.charAt(0)]?.[lang]}, ${INFORMATION_GRADES[row.grade.charAt(1)]?.[lang]}`;
    lines.push(
      ...hanging(`  ${row.id}  `, text, columns),
      ...hanging(
        '       ',
        `${row.grade}${colon(lang)}${grade} · ${SAY.credibility[lang]}${colon(lang)}${LEVEL_WORDS[row.credibility][lang]} · ${SAY.relevance[lang]}${colon(lang)}${LEVEL_WORDS[row.relevance][lang]}`,
        columns,
      ),
      ...(links === '' ? [] : hanging('       ', links, columns)),
      ...items
        .filter(({ evidence }) => evidence === row.id)
        .flatMap((linked) => hanging('       ', itemText(linked, lang), columns)),
      ...findings
        .filter(({ evidence }) => evidence === row.id)
        .flatMap((linked) => hanging('       ', findingText(linked, lang), columns)),
      ...posts
        .filter(({ evidence }) => evidence === row.id)
        .flatMap((linked) => postTexts(linked, lang).flatMap((one) => hanging('       ', one, columns))),
    );
  }
  if (matrix.milestones.length > 0) lines.push('', paint('bold', SAY.milestones[lang]));
  for (const { id, text } of matrix.milestones)
    lines.push(...hanging(`  ${id}  `, harmless(text[lang]), columns));
  return [...lines, ...assessmentLines(matrix, lang, columns, paint)];
}

function itemText({ ref, item }: LinkedItem, lang: Language): string {
  if (item === null) return `${harmless(ref)}${colon(lang)}${SAY.notInCase[lang]}`;
  const verdict = item.verdict === null ? '–' : VERDICT_TEXTS[item.verdict].title[lang];
  return `${harmless(ref)}${colon(lang)}${verdict}, ${harmless(item.path)}`;
}

/** `va1dore.example: 2 items (tamis search 'from:"@va1dore.example"')`: none is told as none. */
function findingText({ ref, query, items }: LinkedFinding, lang: Language): string {
  const found =
    items === 0
      ? SAY.notInCase[lang]
      : `${formatNumber(items, lang)} ${(items === 1 ? SAY.itemWord : SAY.itemsWord)[lang]}`;
  return `${harmless(ref)}${colon(lang)}${found} (tamis search '${harmless(query)}')`;
}

/** `1234: x, @handle, 2017-05-05T18:49:00Z, "the beginning of the text"`. */
function postTexts({ ref, posts }: LinkedPost, lang: Language): string[] {
  const named = `${harmless(ref)}${colon(lang)}`;
  if (posts === null) return [`${named}${SAY.noPosts[lang]}`];
  if (posts.length === 0) return [`${named}${SAY.notInCase[lang]}`];
  return posts.map(({ platform, handle, time, text }) => {
    const by = handle === null ? [] : [`@${harmless(handle)}`];
    const when = new Date(time).toISOString().replace('.000Z', 'Z');
    return `${named}${[harmless(platform), ...by, when, harmless(text.slice(0, 80))].join(', ')}`;
  });
}

/** Likelihood and confidence on lines of their own, as ICD 203 wants them apart. */
function assessmentLines(matrix: Matrix, lang: Language, columns: number, paint: Paint): string[] {
  if (matrix.assessments.length === 0) return [];
  const lines = ['', paint('bold', SAY.assessment[lang])];
  for (const { hypothesis, likelihood, confidence, because } of matrix.assessments) {
    const term = termById(likelihood);
    const range = term === null ? '' : ` (${term.min}–${term.max}${lang === 'fr' ? '\u00a0' : ''}%)`;
    lines.push(
      `  ${harmless(nameOf(matrix, hypothesis, lang))}`,
      `    ${SAY.likelihood[lang]}${colon(lang)}${term?.first[lang] ?? likelihood}${range}`,
      `    ${SAY.confidence[lang]}${colon(lang)}${CONFIDENCE_WORDS[confidence][lang]}`,
      ...hanging('    ', harmless(because[lang]), columns),
    );
  }
  return lines;
}

function hanging(head: string, text: string, columns: number): string[] {
  return wrap(text, Math.max(30, columns - head.length)).map((line, index) =>
    index === 0 ? `${head}${line}` : `${' '.repeat(head.length)}${line}`,
  );
}
