import type { Language } from '../../model/text.ts';
import type { SilenceReport } from '../report.ts';
import { moment } from './moment.ts';
import { ACT_WORDS } from './words.ts';

/** One line of a plan: something begins or ends at one instant, in some territories. */
export interface CalendarLine {
  readonly at: number;
  /**
   * `lapses`: the end of a rule that has no fixed beginning. That of a new polemic ends with the campaign, when the silence
   * begins; to call that the end of a silence would say the opposite.
   */
  readonly change: 'begins' | 'ends' | 'lapses';
  readonly rule: string;
  readonly what: string;
  readonly where: string;
  /** In the first of the territories; the others' clocks may differ. */
  readonly local: string;
}

/** Every beginning and end of a report in order of time. */
export function calendar(report: SilenceReport, lang: Language): readonly CalendarLine[] {
  const changes = report.entries.flatMap((entry) => [
    ...(entry.from === null ? [] : [{ entry, at: entry.from, change: 'begins' as const }]),
    ...(entry.to === null
      ? []
      : [{ entry, at: entry.to, change: entry.from === null ? 'lapses' : 'ends' } as const]),
  ]);
  const grouped = Map.groupBy(changes, ({ entry, at, change }) => `${at} ${change} ${entry.rule.id}`);
  return [...grouped.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { entry, at, change } = first;
      return [
        {
          at,
          change,
          rule: entry.rule.id,
          what: entry.rule.forbids.map((act) => ACT_WORDS[act][lang]).join(', '),
          where: group.map((one) => one.entry.territory.name[lang]).join(', '),
          local: moment(at, entry.territory.zone, lang),
        },
      ];
    })
    .sort((a, b) => a.at - b.at);
}
