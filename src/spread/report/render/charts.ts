import type { Language } from '../../../model/index.ts';
import type { SpreadReport } from '../build.ts';
import { columnChart } from './svg.ts';
import { moment } from './tables.ts';
import { WORDS } from './words.ts';

/** The charts of the report by file name, each an SVG by itself. */
export function charts(report: SpreadReport, lang: Language): ReadonlyMap<string, string> {
  const { volume, origin, coordination, concentration } = report;
  const found = new Map<string, string>();
  found.set(
    'volume',
    columnChart(
      `${WORDS.volume[lang]} (${volume.binMinutes} min, UTC)`,
      volume.counts.map((value, i) => ({
        label: moment(volume.start + i * volume.binMinutes * 60_000).slice(5, 16),
        value,
      })),
    ),
  );
  found.set(
    'most-active',
    columnChart(
      WORDS.accounts[lang],
      concentration.accounts.map((account) => ({ label: account.who.slice(0, 14), value: account.posts })),
    ),
  );
  for (const { lang: code, posts } of origin.hours)
    found.set(
      `hours-${code.replaceAll(/[^a-z-]/g, '_')}`,
      columnChart(
        `${WORDS.posts[lang]}, ${WORDS.language[lang]} ${code}, 0-23 h UTC`,
        posts.map((value, hour) => ({ label: `${hour}`, value })),
      ),
    );
  for (const layer of coordination.layers)
    found.set(
      `chance-${layer.layer}`,
      columnChart(`${WORDS.edges[lang]}, ${WORDS.distinct[lang]} 2 (${layer.layer})`, [
        { label: WORDS.seen[lang], value: layer.observed[0] ?? 0 },
        { label: WORDS.byTimes[lang], value: Math.round(layer.timesNull.mean[0] ?? 0) },
        { label: WORDS.byAccounts[lang], value: Math.round(layer.accountsNull.mean[0] ?? 0) },
      ]),
    );
  return found;
}
