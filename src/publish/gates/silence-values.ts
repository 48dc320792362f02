import type { Language } from '../../model/text.ts';
import { ACT_WORDS, moment, type SilenceEntry } from '../../silence/index.ts';

const PARIS = 'Europe/Paris';

/**
 * What texts say of windows of one rule: what is forbidden, where, from when until when. One zone is told by its own
 * clock and that of Paris; several by that of Paris alone, from the first beginning to the last end.
 */
export function windowValues(
  entries: readonly [SilenceEntry, ...SilenceEntry[]],
  lang: Language,
): Readonly<Record<string, string>> {
  const [{ rule, territory }] = entries;
  const zones = new Set(entries.map((entry) => entry.territory.zone));
  const zone = zones.size === 1 ? territory.zone : PARIS;
  const time = (ms: number): string => {
    if (!Number.isFinite(ms)) return '–';
    const local = moment(ms, zone, lang);
    if (zone === PARIS) return zones.size === 1 ? local : `${local} (Paris)`;
    return `${local} (Paris ${moment(ms, PARIS, lang)})`;
  };
  return {
    acts: rule.forbids.map((act) => ACT_WORDS[act][lang]).join(', '),
    territory: [...new Set(entries.map((entry) => entry.territory.name[lang]))].join(', '),
    from: time(Math.min(...entries.map(({ from }) => from ?? Number.POSITIVE_INFINITY))),
    to: time(Math.max(...entries.map(({ to }) => to ?? Number.NEGATIVE_INFINITY))),
    basis: rule.basis,
    rule: [...new Set(entries.map((entry) => entry.rule.id))].join(', '),
  };
}
