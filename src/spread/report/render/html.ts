import type { Language } from '../../../model/index.ts';
import type { SpreadReport } from '../build.ts';
import { charts } from './charts.ts';
import { numberText } from './number-text.ts';
import { PAGE_STYLE } from './page-style.ts';
import { sentences } from './sentences.ts';
import { escaped } from './svg.ts';
import { type Cell, type Table, tables } from './tables.ts';
import { LIMITS, WORDS } from './words.ts';

/** What stands in a section: charts, the tables that hold only the numbers of a chart, and the others. */
interface Parts {
  readonly charts: RegExp;
  readonly numbers: readonly string[];
  readonly tables: readonly string[];
}

const PARTS: Readonly<Record<string, Parts>> = {
  volume: { charts: /^volume$/, numbers: ['volume'], tables: ['first-posts'] },
  concentration: { charts: /^most-active$/, numbers: [], tables: ['most-active', 'fastest-runs'] },
  coordination: {
    charts: /^chance-/,
    numbers: [],
    tables: ['windows', 'chance', 'groups', 'bridges', 'strongest-edges'],
  },
  automation: { charts: /^$/, numbers: [], tables: ['automation'] },
  origin: { charts: /^hours-/, numbers: ['hours'], tables: ['origin-language'] },
  paths: { charts: /^$/, numbers: [], tables: ['order', 'sites', 'earlier'] },
};

/** The report as one HTML page that needs nothing else: no script, no network. */
export function reportHtml(report: SpreadReport, lang: Language): string {
  const drawn = charts(report, lang);
  const made = new Map(tables(report, lang).map((table) => [table.name, table]));
  const sections = sentences(report, lang).map(({ name, lines }) => {
    const parts = PARTS[name];
    const said = lines.filter((line) => line !== '').map((line) => `<p>${escaped(line)}</p>`);
    const figures = [...drawn]
      .filter(([chart]) => parts?.charts.test(chart))
      .map(([, svg]) => `<figure tabindex="0">${svg}</figure>`);
    const numbers = (parts?.numbers ?? []).map((table) => {
      const html = tableHtml(made.get(table), lang);
      return html && `<details><summary>${WORDS.numbers[lang]}</summary>${html}</details>`;
    });
    const own = (parts?.tables ?? []).map((table) => tableHtml(made.get(table), lang));
    const inside = [said, figures, numbers, own].flat().join('\n');
    return `<section aria-labelledby="${name}"><h2 id="${name}">${escaped(WORDS[name][lang])}</h2>\n${inside}</section>`;
  });
  const limits = LIMITS.map((limit) => `<p>${escaped(limit[lang])}</p>`).join('\n');
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(WORDS.title[lang])}</title><style>${PAGE_STYLE}</style></head>
<body><main><h1>${escaped(WORDS.title[lang])}</h1>
${sections.join('\n')}
<section aria-labelledby="limits"><h2 id="limits">${escaped(WORDS.limits[lang])}</h2>
${limits}</section>
</main></body></html>
`;
}

/** A table that scrolls by itself on a narrow page, also by keyboard; empty without rows. */
function tableHtml(table: Table | undefined, lang: Language): string {
  if (!table || table.rows.length === 0) return '';
  const numeric = table.columns.map((_, i) => table.rows.every((row) => typeof row[i] === 'number'));
  const head = table.columns
    .map((column, i) => `<th scope="col"${numeric[i] ? ' class="n"' : ''}>${escaped(column[lang])}</th>`)
    .join('');
  const rows = table.rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell, lang)).join('')}</tr>`);
  const title = escaped(table.title[lang]);
  return `<div class="table" role="region" aria-label="${title}" tabindex="0"><table><caption>${title}</caption><thead><tr>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}

/** Characters up to which a cell stays on one line. */
const ONE_LINE = 36;

function cellHtml(cell: Cell, lang: Language): string {
  if (typeof cell === 'number') return `<td class="n">${numberText(cell, lang)}</td>`;
  const text = typeof cell === 'string' ? cell : cell.said;
  return `<td${text.length > ONE_LINE ? ' class="long"' : ''}>${escaped(text)}</td>`;
}
