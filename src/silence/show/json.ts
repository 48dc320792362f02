import { localIso, utcIso } from '../local-time.ts';
import type { SilenceEntry, SilenceReport } from '../report.ts';
import { headline } from './headline.ts';

/** What `silence --json` prints (docs/schema/silence.json). */
export function silenceJson(report: SilenceReport): object {
  const { election, at, entries, notAdvice } = report;
  return {
    election: {
      id: election.id,
      country: election.country,
      kind: election.kind,
      date: election.date,
      name: election.name,
    },
    at: times(at, 'Europe/Paris'),
    headline: { en: headline(report, 'en'), fr: headline(report, 'fr') },
    notLegalAdvice: notAdvice,
    windows: entries.map((entry) => windowJson(entry, at)),
  };
}

function windowJson({ rule, territory, from, to, state, hours }: SilenceEntry, at: number): object {
  return {
    rule: rule.id,
    territory: { id: territory.id, name: territory.name, zone: territory.zone },
    state,
    from: from === null ? null : times(from, territory.zone),
    to: to === null ? null : times(to, territory.zone),
    // Whole minutes; negative when it is past.
    minutesToStart: from === null ? null : Math.floor((from - at) / 60_000),
    minutesToEnd: to === null ? null : Math.floor((to - at) / 60_000),
    forbids: rule.forbids,
    force: rule.force,
    audience: rule.audience,
    exceptions: rule.exceptions,
    basis: rule.basis,
    penalty: rule.penalty,
    confidence: { ...rule.confidence, hours },
    sources: rule.sources,
  };
}

function times(ms: number, zone: string): object {
  return { utc: utcIso(ms), local: localIso(ms, zone), paris: localIso(ms, 'Europe/Paris') };
}
