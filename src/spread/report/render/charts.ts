import type { Language } from '../../../model/index.ts';
import type { SpreadReport } from '../build.ts';
import { columnChart } from './column-chart.ts';
import { codeText, languageText } from './names.ts';
import { rowChart } from './row-chart.ts';
import { moment } from './tables.ts';
import { timeTicks } from './time-ticks.ts';
import { WORDS } from './words.ts';

/** The charts of the report by file name, each an SVG by itself. */
export function charts(report: SpreadReport, lang: Language): ReadonlyMap<string, string> {
  const { origin, coordination, concentration } = report;
  const found = new Map([['volume', volumeChart(report, lang)]]);
  const accounts = concentration.accounts.map(({ who, posts }) => ({ label: who, value: posts }));
  if (accounts.length > 0)
    found.set('most-active', rowChart(`${WORDS.mostActive[lang]} (${WORDS.posts[lang]})`, accounts, lang));
  for (const { lang: code, posts } of origin.hours) {
    const title = {
      en: `Posts by hour of the day, UTC: ${languageText(code, lang)}`,
      fr: `Publications par heure de la journée, UTC\u00a0: ${languageText(code, lang)}`,
    }[lang];
    const columns = posts.map((value, hour) => ({ label: `${hour} h`, value, tick: `${hour}` }));
    found.set(`hours-${code.replaceAll(/[^a-z-]/g, '_')}`, columnChart(title, columns, lang));
  }
  for (const { layer, observed, timesNull, accountsNull } of coordination.layers) {
    const rows = [
      { label: WORDS.seen[lang], value: observed[0] ?? 0 },
      { label: WORDS.byTimes[lang], value: timesNull.mean[0] ?? 0 },
      { label: WORDS.byAccounts[lang], value: accountsNull.mean[0] ?? 0 },
    ];
    if (rows.every((row) => row.value === 0)) continue;
    const title = {
      en: `Pairs of accounts with two objects in common or more: ${codeText(layer, lang)}`,
      fr: `Paires de comptes ayant au moins deux objets communs\u00a0: ${codeText(layer, lang)}`,
    }[lang];
    found.set(`chance-${layer}`, rowChart(title, rows, lang));
  }
  return found;
}

function volumeChart({ volume }: SpreadReport, lang: Language): string {
  const { start, binMinutes, counts } = volume;
  const ticks = timeTicks(start, binMinutes, counts.length, lang);
  const title = {
    en: `Posts per ${binMinutes} min, UTC`,
    fr: `Publications par tranche de ${binMinutes} min, UTC`,
  }[lang];
  const columns = counts.map((value, i) => {
    const label = moment(start + i * binMinutes * 60_000).slice(0, 16);
    const tick = ticks.get(i);
    return tick === undefined ? { label, value } : { label, value, tick };
  });
  return columnChart(title, columns, lang);
}
