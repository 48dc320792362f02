import type { Election, Polling } from './election.ts';
import { instantOf, later, shiftDay } from './local-time.ts';
import { type Territory, territoryById } from './places/index.ts';
import type { End, Moment, SilenceRule } from './rule.ts';
import { rulesFor } from './rules/index.ts';

/** A rule in one territory. Times are milliseconds since 1970. */
export interface SilenceWindow {
  readonly rule: SilenceRule;
  readonly territory: Territory;
  /** Null: no fixed hour, or no silence known. */
  readonly from: number | null;
  /** The first moment at which the rule holds no longer. */
  readonly to: number | null;
  /** How sure the hours of voting are that the window hangs on. */
  readonly hours: Polling['confidence'];
}

/** Every rule of an election in every territory it applies to, in the order of the rules. Source: src/silence/rules. */
export function silenceWindows(
  election: Election,
  rules: readonly SilenceRule[] = rulesFor(election),
): readonly SilenceWindow[] {
  const polls = election.polling.flatMap((polling) => stationsOf(polling));
  return rules.flatMap((rule) =>
    polls
      .filter((station) => applies(rule, station, election))
      .map((station) => ({
        rule,
        territory: station.territory,
        from: rule.start === null ? null : momentOf(rule.start, station, polls, 'earlier'),
        to: rule.end === null ? null : momentOf(asMoment(rule.end), station, polls, 'later'),
        hours: station.polling.confidence,
      })),
  );
}

/** The polls of one territory. */
interface Station {
  readonly territory: Territory;
  readonly polling: Polling;
  readonly opening: number;
  readonly close: number;
}

function stationsOf(polling: Polling): Station[] {
  return polling.territories.flatMap((id) => {
    const territory = territoryById(id);
    const [first] = polling.sessions;
    const last = polling.sessions.at(-1);
    if (territory === null || first === undefined || last === undefined) return [];
    const zone = polling.hoursIn ?? territory.zone;
    return [
      {
        territory,
        polling,
        opening: instantOf(first.date, first.opens, zone, 'earlier'),
        close: instantOf(last.date, last.closes, zone, 'later'),
      },
    ];
  });
}

function applies(rule: SilenceRule, { territory, polling }: Station, election: Election): boolean {
  if (!rule.territories.includes('*') && !rule.territories.includes(territory.id)) return false;
  if (rule.voting === 'any') return true;
  return polling.votingDay < election.date === (rule.voting === 'before-date');
}

function asMoment(end: End): Moment {
  return { anchor: end.anchor, offset: end.plus, ...(end.of === undefined ? {} : { of: end.of }) };
}

function momentOf(
  moment: Moment,
  station: Station,
  all: readonly Station[],
  prefer: 'earlier' | 'later',
): number {
  const { zone } = station.territory;
  // Whole days before an hour of the day are counted on the calendar, so that a missing midnight in between is none.
  if (moment.anchor === 'voting-day' && !moment.offset.includes('T'))
    return instantOf(shiftDay(station.polling.votingDay, moment.offset), moment.at ?? '00:00', zone, prefer);
  return later(anchorOf(moment, station, all, prefer), moment.offset, zone);
}

function anchorOf(
  { anchor, at, of }: Moment,
  station: Station,
  all: readonly Station[],
  prefer: 'earlier' | 'later',
): number {
  const named = all.filter(({ territory }) => of === undefined || of.includes(territory.id));
  switch (anchor) {
    case 'voting-day':
      return instantOf(station.polling.votingDay, at ?? '00:00', station.territory.zone, prefer);
    case 'opening':
      return station.opening;
    case 'close':
      return station.close;
    case 'first-opening':
      return Math.min(...named.map(({ opening }) => opening), station.opening);
    case 'last-close':
      // An election without the territories named (a by-election overseas) ends with its own polls.
      return named.length === 0 ? station.close : Math.max(...named.map(({ close }) => close));
  }
}
