import { TamisError } from '../../model/index.ts';
import {
  chosenText,
  ELECTIONS,
  type Election,
  type NearestElection,
  nearestElection,
  silenceJson,
  silenceReport,
  silenceText,
  territoryById,
} from '../../silence/index.ts';
import { defineCommand } from '../command.ts';
import { ELECTION_FLAG, electionOfFlag } from '../election-flag.ts';
import { SILENCE_FLAGS, silenceQuestion, timeOf } from '../silence-flags.ts';
import { wrap } from '../terminal/wrap.ts';

/** Whose elections are meant where nothing says so: Tamis was made for the night of #MacronLeaks. */
const HOME = 'FR';

export const silence = defineCommand({
  path: ['silence'],
  summary: {
    en: 'Say who may still speak before an election, where, and until when',
    fr: 'Dire qui peut encore parler avant une élection, où, et jusqu’à quand',
  },
  description: {
    en: 'Every rule is computed in the local time of each territory and shown in local, UTC and Paris time, with its basis, penalty, confidence and sources. It is never legal advice.\n\nWithout --election: the nearest one of a country, that is the next on record from --at on, else the last.',
    fr: 'Chaque règle est calculée à l’heure locale de chaque territoire et donnée en heure locale, UTC et de Paris, avec son fondement, la peine, la confiance et les sources. Ce n’est jamais un avis juridique.\n\nSans --election\u00a0: la plus proche d’un pays, c’est-à-dire la prochaine répertoriée à partir de --at, sinon la dernière.',
  },
  positionals: [],
  flags: [
    ELECTION_FLAG,
    {
      name: 'country',
      type: 'string',
      metavar: 'CODE',
      summary: {
        en: 'without --election: whose nearest election (default: of --territory, else FR)',
        fr: 'sans --election\u00a0: pays de l’élection la plus proche (par défaut\u00a0: celui de --territory, sinon FR)',
      },
    },
    ...SILENCE_FLAGS,
  ],
  examples: [
    {
      line: 'tamis silence --election FR-presidential-2017-round-2 --at 2017-05-05T20:30 --zone Europe/Paris',
      summary: { en: 'when #MacronLeaks came out', fr: 'quand les #MacronLeaks sont sortis' },
    },
  ],
  run: async ({ flags, json, lang, stdout, now, paint, cwd }) => {
    const asked = askedElection(flags, timeOf(flags.at, flags.zone, now()), cwd);
    const report = silenceReport(silenceQuestion(asked.election, flags, now()));
    if (json) {
      stdout.write(`${JSON.stringify(silenceJson(report))}\n`);
      return 0;
    }
    const bold = (text: string): string => paint('bold', text);
    const chosen = asked.when === 'named' ? [] : wrap(chosenText(asked, lang), stdout.columns);
    stdout.write(chosen.map((line) => `${line}\n`).join(''));
    stdout.write(silenceText(report, { lang, columns: stdout.columns, wrap, bold }));
    return 0;
  },
});

interface Asked {
  readonly election: string | undefined;
  readonly country: string | undefined;
  readonly territory: readonly string[];
}

/** The one named, else the nearest of the country asked about; `when` tells which it is. */
function askedElection(flags: Asked, at: number, cwd: string): NearestElection | Named {
  if (flags.election !== undefined) return { election: electionOfFlag(flags.election, cwd), when: 'named' };
  const country = flags.country?.toUpperCase() ?? countryOf(flags.territory) ?? HOME;
  const nearest = nearestElection(at, country);
  if (nearest !== null) return nearest;
  const known = [...new Set(ELECTIONS.map((one) => one.country))].sort().join(', ');
  throw new TamisError('not-found', {
    en: `no election of ${country} is on record (${known}). Name it as ${country}-legislative-2027-06-13, or describe it to tamis silence plan.`,
    fr: `aucune élection de ${country} n’est connue (${known}). Nommez-la ${country}-legislative-2027-06-13, ou décrivez-la à tamis silence plan.`,
  });
}

interface Named {
  readonly election: Election;
  readonly when: 'named';
}

function countryOf(territories: readonly string[]): string | undefined {
  return territories.flatMap((list) => list.split(',')).map((id) => territoryById(id)?.country)[0];
}
