import type { Language } from '../../../model/index.ts';
import type { SpreadReport } from '../build.ts';
import { charts } from './charts.ts';
import { sentences } from './sentences.ts';
import { escaped } from './svg.ts';
import { type Table, tables } from './tables.ts';
import { LIMITS, WORDS } from './words.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem;font-size:.85rem}caption{text-align:left;font-weight:600}
th,td{border-bottom:1px solid #ccc;padding:.2rem .5rem;text-align:left;overflow-wrap:anywhere;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto}figure{margin:1rem 0}
@media print{details{display:block}section{break-inside:auto}figure,tr{break-inside:avoid}}`;

/** Which tables and charts stand in which section. */
const IN_SECTION: Readonly<Record<string, { readonly tables: readonly string[]; readonly charts: RegExp }>> =
  {
    volume: { tables: ['first-posts'], charts: /^volume$/ },
    concentration: { tables: ['most-active', 'fastest-runs'], charts: /^most-active$/ },
    coordination: {
      tables: ['windows', 'chance', 'groups', 'bridges', 'strongest-edges'],
      charts: /^chance-/,
    },
    automation: { tables: ['automation'], charts: /^$/ },
    origin: { tables: ['origin-language'], charts: /^hours-/ },
    paths: { tables: ['order', 'sites', 'earlier'], charts: /^$/ },
  };

/** The report as one HTML page that needs nothing else: no script, no network. */
export function reportHtml(report: SpreadReport, lang: Language): string {
  const drawn = charts(report, lang);
  const made = new Map(tables(report, lang).map((table) => [table.name, table]));
  const sections = sentences(report, lang).map(({ name, lines }) => {
    const parts = IN_SECTION[name];
    const figures = [...drawn]
      .filter(([chart]) => parts?.charts.test(chart))
      .map(([, svg]) => `<figure>${svg}</figure>`);
    const own = (parts?.tables ?? []).map((table) => tableHtml(made.get(table), lang));
    const said = lines.filter((line) => line !== '').map((line) => `<p>${escaped(line)}</p>`);
    return `<section aria-labelledby="${name}"><h2 id="${name}">${escaped(WORDS[name][lang])}</h2>${said.join('')}${figures.join('')}${own.join('')}</section>`;
  });
  const limits = LIMITS.map((limit) => `<p>${escaped(limit[lang])}</p>`).join('');
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(WORDS.title[lang])}</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(WORDS.title[lang])}</h1>
${sections.join('\n')}
<section aria-labelledby="limits"><h2 id="limits">${escaped(WORDS.limits[lang])}</h2>${limits}</section>
</main></body></html>
`;
}

function tableHtml(table: Table | undefined, lang: Language): string {
  if (!table || table.rows.length === 0) return '';
  const head = table.columns.map((column) => `<th scope="col">${escaped(column[lang])}</th>`).join('');
  const rows = table.rows.map(
    (row) =>
      `<tr>${row.map((cell) => (typeof cell === 'number' ? `<td class="n">${cell}</td>` : `<td>${escaped(cell)}</td>`)).join('')}</tr>`,
  );
  return `<table><caption>${escaped(table.title[lang])}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
