import { setImmediate } from 'node:timers/promises';
import { namesRole, parseQuery } from '../../case/query/index.ts';
import type { SearchHit } from '../../case/store.ts';
import { VERDICT_TEXTS } from '../../judge/reasons/verdicts.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import type { Language } from '../../model/text.ts';
import { searchLine } from '../../show/json/search-line.ts';
import { snippetPieces } from '../../show/snippet.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { QUERY_ARGUMENT, queryText } from '../item-argument.ts';
import { cut, harmless, padEnd } from '../terminal/cells.ts';
import { formatNumber, formatTime } from '../terminal/format.ts';
import type { Paint } from '../terminal/paint.ts';
import type { TextStyle } from '../terminal/text-style.ts';
import { VERDICT_STYLES } from '../verdict-style.ts';
import { withCase } from '../with-case.ts';

/** Hits between two turns of the event loop. */
const TURN = 256;
/** A screenful or two; a pipe and --json get everything. */
const TERMINAL_LIMIT = 50;

export const search = defineCommand({
  path: ['search'],
  summary: {
    en: 'Find items by words, people, dates, verdicts',
    fr: 'Trouver des éléments par mots, personnes, dates, verdicts',
  },
  description: {
    en: 'Words are found in subjects, people, texts, attachment names and contents; accents and case do not matter. Fields: from: to: subject: has:attachment filename: before: after: verdict: reason: kind: in: thread: is:duplicate. Also "phrases", -not, OR, prefix*.\n\nWithout a query everything is listed. A terminal shows the first 50.',
    fr: 'Les mots sont cherchés dans les objets, les personnes, les textes, les noms et contenus des pièces jointes\u202f; accents et casse ne comptent pas. Champs\u00a0: from: to: subject: has:attachment filename: before: after: verdict: reason: kind: in: thread: is:duplicate. Aussi «\u00a0phrases\u00a0» entre guillemets droits, -sauf, OR, préfixe*.\n\nSans requête, tout est listé. Un terminal montre les 50 premiers.',
  },
  positionals: [QUERY_ARGUMENT],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'limit',
      short: 'n',
      type: 'number',
      min: 0,
      metavar: 'N',
      summary: { en: 'at most this many', fr: 'pas plus que ce nombre' },
    },
    {
      name: 'role',
      type: 'enum',
      values: ['leak', 'reference', 'all'],
      metavar: 'ROLE',
      summary: {
        en: 'whose material; without it what role: in the query says, else the leak',
        fr: 'dans quels documents\u202f; sans elle ce que dit role: dans la requête, sinon la fuite',
      },
    },
  ],
  examples: [
    {
      line: 'tamis search verdict:altered',
      summary: { en: 'what was changed', fr: 'ce qui a été modifié' },
    },
    {
      line: "tamis search 'from:camille budget -has:attachment after:2017-03'",
      summary: { en: 'fields and words together', fr: 'champs et mots ensemble' },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, stderr, paint, signal } = context;
    const query = queryText(args.query);
    const asked = flags.role ?? (namesRole(parseQuery(query)) ? 'all' : 'leak');
    const role = asked === 'all' ? {} : { role: asked };
    const screen = !json && stdout.isTTY ? TERMINAL_LIMIT : null;
    const limit = flags.limit ?? screen;
    return await withCase(context, flags, async (store) => {
      const options = { ...role, ...(limit === null ? {} : { limit }), snippets: query !== '' };
      let shown = 0;
      for (const hit of store.search(query, options)) {
        stdout.write(
          json
            ? `${JSON.stringify(searchLine(hit))}\n`
            : hitLines(hit, { lang, paint, columns: stdout.isTTY ? stdout.columns : PIPED_COLUMNS }),
        );
        shown += 1;
        // Ctrl-C, and the end of whoever reads the pipe, are heard only between turns of the event loop.
        if (shown % TURN === 0) await setImmediate();
        if (signal.aborted) return 0;
      }
      if (!json)
        stderr.write(
          `${closing(shown, limit === null || shown < limit ? shown : store.count(query, role), lang)}\n`,
        );
      return 0;
    });
  },
});

/** Two or three lines: id, verdict, date, sender, subject; the way there; words around the hit. */
/** Nothing wraps in a pipe; names are cut all the same, so that lines stay lines. */
const PIPED_COLUMNS = 100;

/** What a line holds before who and what: id, verdict, time. */
const BEFORE_WHO = 47;
const WIDEST_WHO = 30;
/** In less than this nobody is told by their name. */
const LEAST_WHO = 10;

function hitLines(hit: SearchHit, { lang, paint, columns }: TextStyle): string {
  const verdict = hit.verdict === null ? '' : inLanguage(VERDICT_TEXTS[hit.verdict].title, lang);
  const styled =
    hit.verdict === null ? padEnd('', 12) : paint(VERDICT_STYLES[hit.verdict], padEnd(verdict, 12));
  const time = padEnd(hit.date === null ? '' : formatTime(hit.date).slice(0, 16), 16);
  const { who, title } = whoAndTitle(columns - BEFORE_WHO);
  const copy = hit.duplicateOf === null ? '' : ` ${{ en: '(copy)', fr: '(copie)' }[lang]}`;
  const sender =
    who === 0 ? '' : `${padEnd(cut(harmless(hit.from === '' ? hit.type : hit.from), who), who)}  `;
  const name = cut(harmless((hit.subject || hit.name) + copy), title);
  const lines = [`${paint('bold', hit.id)}  ${styled}  ${time}  ${sender}${name}`];
  lines.push(paint('dim', `    ${cut(harmless(hit.path), Math.max(20, columns - 4))}`));
  if (hit.snippet !== '') lines.push(`    ${marked(hit.snippet, paint)}`);
  return `${lines.join('\n')}\n`;
}

/** Cells for who it is from and for what it is called; where there is little room, the latter alone. */
function whoAndTitle(room: number): { readonly who: number; readonly title: number } {
  const who = Math.min(WIDEST_WHO, Math.floor((room - 2) * 0.4));
  if (who < LEAST_WHO) return { who: 0, title: Math.max(LEAST_WHO, room) };
  return { who, title: room - 2 - who };
}

/** The snippet with its matches in bold. */
function marked(snippet: string, paint: Paint): string {
  return snippetPieces(snippet)
    .map(({ text, match }) => (match ? paint('bold', harmless(text)) : harmless(text)))
    .join('');
}

function closing(shown: number, all: number, lang: Language): string {
  const count = formatNumber(all, lang);
  if (shown >= all) return { en: `${count} found`, fr: `trouvés\u00a0: ${count}` }[lang];
  const first = formatNumber(shown, lang);
  return {
    en: `${first} of ${count} shown; --limit shows more`,
    fr: `${first} sur ${count} affichés\u202f; --limit en montre plus`,
  }[lang];
}
