import { TamisError } from '../model/index.ts';
import { AUDIENCES, type Audience, type Election, readMoment, territoryById } from '../silence/index.ts';
import type { Flag } from './command.ts';
import { didYouMean } from './did-you-mean.ts';

/** The flags that `silence` and `silence plan` share. */
export const SILENCE_FLAGS = [
  {
    name: 'at',
    type: 'string',
    metavar: 'TIME',
    summary: {
      en: 'the moment asked about (default: now)',
      fr: 'le moment en question (par défaut\u00a0: maintenant)',
    },
  },
  {
    name: 'zone',
    type: 'string',
    metavar: 'ZONE',
    default: 'UTC',
    summary: { en: 'time zone of --at where it names none', fr: 'fuseau de --at s’il n’en indique pas' },
  },
  {
    name: 'territory',
    type: 'strings',
    metavar: 'ID',
    summary: {
      en: 'only these territories (FR-metropole, FR-GP; tamis silence list names them)',
      fr: 'seulement ces territoires (FR-metropole, FR-GP\u202f; tamis silence list les donne)',
    },
  },
  {
    name: 'audience',
    type: 'enum',
    values: AUDIENCES,
    metavar: 'WHO',
    summary: { en: 'only rules that bind this speaker', fr: 'seulement les règles qui visent ce locuteur' },
  },
] as const satisfies readonly Flag[];

export interface SilenceFlagValues {
  readonly at: string | undefined;
  readonly zone: string;
  readonly territory: readonly string[];
  readonly audience: Audience | undefined;
}

/** What the flags ask of an election. Throws TamisError for a time or a territory that is not. */
export function silenceQuestion(
  election: Election,
  flags: SilenceFlagValues,
  now: Date,
): { election: Election; at: number; told: boolean; territories?: readonly string[]; audience?: Audience } {
  const territories = flags.territory.flatMap((list) => list.split(','));
  for (const id of territories) knownTerritory(id, election);
  return {
    election,
    at: timeOf(flags.at, flags.zone, now),
    told: flags.at !== undefined,
    ...(territories.length === 0 ? {} : { territories }),
    ...(flags.audience === undefined ? {} : { audience: flags.audience }),
  };
}

/** The moment that a flag tells, in milliseconds since 1970; now where it tells none. Throws `bad-option`. */
export function timeOf(text: string | undefined, zone: string, now: Date, flag = 'at'): number {
  if (text === undefined) return now.getTime();
  const at = readMoment(text, zone);
  if (at === null)
    throw new TamisError('bad-option', {
      en: `--${flag} ${text}: write a time as 2017-05-05T20:30 (with --zone) or 2017-05-05T20:30+02:00`,
      fr: `--${flag} ${text}\u00a0: écrivez l’heure ainsi\u00a0: 2017-05-05T20:30 (avec --zone) ou 2017-05-05T20:30+02:00`,
    });
  return at;
}

function knownTerritory(id: string, election: Election): void {
  const here = election.polling.flatMap(({ territories }) => territories);
  if (here.includes(id)) return;
  const near = didYouMean(id, here);
  const isKnown = territoryById(id) !== null;
  const hint = {
    en: near === null ? `There are: ${here.join(', ')}.` : `Did you mean ${near}?`,
    fr: near === null ? `Il y a\u00a0: ${here.join(', ')}.` : `Vouliez-vous dire ${near}\u202f?`,
  };
  throw new TamisError('bad-option', {
    en: `--territory ${id}: ${isKnown ? `does not vote in ${election.id}` : 'no such territory'}. ${hint.en}`,
    fr: `--territory ${id}\u00a0: ${isKnown ? `ne vote pas à ${election.id}` : 'aucun territoire de ce nom'}. ${hint.fr}`,
  });
}
