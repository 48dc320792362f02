import { TamisError } from '../../model/index.ts';
import {
  ELECTIONS,
  type Election,
  electionById,
  electionFrom,
  silenceJson,
  silenceReport,
  silenceText,
} from '../../silence/index.ts';
import { defineCommand } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';
import { SILENCE_FLAGS, silenceQuestion, timeOf } from '../silence-flags.ts';
import { wrap } from '../terminal/wrap.ts';

export const silence = defineCommand({
  path: ['silence'],
  summary: {
    en: 'Say who may still speak before an election, where, and until when',
    fr: 'Dire qui peut encore parler avant une élection, où, et jusqu’à quand',
  },
  description: {
    en: 'Every rule is computed in the local time of each territory and shown in local, UTC and Paris time, with its basis, penalty, confidence and sources. It is never legal advice.\n\nWithout --election: the next one known from --at on.',
    fr: 'Chaque règle est calculée à l’heure locale de chaque territoire et donnée en heure locale, UTC et de Paris, avec son fondement, la peine, la confiance et les sources. Ce n’est jamais un avis juridique.\n\nSans --election\u00a0: la prochaine connue à partir de --at.',
  },
  positionals: [],
  flags: [
    {
      name: 'election',
      type: 'string',
      metavar: 'ID',
      summary: {
        en: 'one of tamis silence list; others with tamis silence plan',
        fr: 'une de tamis silence list\u202f; pour d’autres, tamis silence plan',
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
  run: async ({ flags, json, lang, stdout, now, paint }) => {
    const election = electionOf(flags.election, timeOf(flags.at, flags.zone, now()));
    const report = silenceReport(silenceQuestion(election, flags, now()));
    stdout.write(
      json
        ? `${JSON.stringify(silenceJson(report))}\n`
        : silenceText(report, {
            lang,
            columns: stdout.columns,
            wrap,
            bold: (text) => paint('bold', text),
          }),
    );
    return 0;
  },
});

function electionOf(id: string | undefined, at: number): Election {
  const day = new Date(at).toISOString().slice(0, 10);
  const election = id === undefined ? electionFrom(day) : electionById(id);
  if (election !== null) return election;
  const others = 'tamis silence list names those known; tamis silence plan takes any other.';
  if (id === undefined) throw new TamisError('not-found', `no election is known from ${day} on. ${others}`);
  const near = didYouMean(
    id,
    ELECTIONS.map((known) => known.id),
  );
  throw new TamisError('not-found', `no election ${id}. ${near === null ? others : `Did you mean ${near}?`}`);
}
