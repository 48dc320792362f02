import { cutMatrix } from '../attribution/index.ts';
import type { Told } from '../dossier/index.ts';
import { matrixOf } from './attribution/matrix-file.ts';
import type { Flag } from './command.ts';
import { ELECTION_FLAG, electionOfFlag } from './election-flag.ts';
import { timeOf } from './silence-flags.ts';

/** What a case cannot know and whoever asks may say: flags of `timeline` and `dossier`. */
export const TOLD_FLAGS = [
  {
    name: 'published',
    type: 'string',
    metavar: 'TIME',
    summary: { en: 'when the leak came out', fr: 'quand la fuite est parue' },
  },
  {
    name: 'statement',
    type: 'string',
    metavar: 'TIME',
    summary: { en: 'when a statement was made', fr: 'quand une déclaration a été faite' },
  },
  ELECTION_FLAG,
  {
    name: 'zone',
    type: 'string',
    metavar: 'ZONE',
    default: 'UTC',
    summary: { en: 'time zone of times that name none', fr: 'fuseau des heures qui n’en indiquent pas' },
  },
  {
    name: 'matrix',
    type: 'string',
    metavar: 'FILE',
    summary: {
      en: 'matrix of hypotheses (tamis attribution); judgements of others are left out',
      fr: 'matrice d’hypothèses (tamis attribution)\u202f; les jugements d’autrui sont écartés',
    },
  },
  {
    name: 'tag',
    type: 'string',
    metavar: 'HASHTAG',
    summary: { en: 'only posts with this hashtag', fr: 'seulement les publications avec ce mot-dièse' },
  },
  {
    name: 'memory',
    type: 'bytes',
    metavar: 'BYTES',
    default: 2 ** 30,
    summary: {
      en: 'memory for the posts to stay within',
      fr: 'mémoire à ne pas dépasser pour les publications',
    },
  },
] as const satisfies readonly Flag[];

export interface ToldFlagValues {
  readonly published: string | undefined;
  readonly statement: string | undefined;
  readonly election: string | undefined;
  readonly zone: string;
  readonly matrix: string | undefined;
}

/** Throws `bad-option`, `not-found`, `bad-matrix`. */
export function toldByFlags(flags: ToldFlagValues, cwd: string, now: Date): Told {
  const time = (flag: 'published' | 'statement'): string | null => {
    const text = flags[flag];
    return text === undefined ? null : new Date(timeOf(text, flags.zone, now, flag)).toISOString();
  };
  return {
    published: time('published'),
    statement: time('statement'),
    election: flags.election === undefined ? null : electionOfFlag(flags.election, cwd),
    matrix:
      flags.matrix === undefined
        ? null
        : cutMatrix(matrixOf(flags.matrix, cwd), { at: null, judgements: false }).matrix,
  };
}
