import type { CaseStore } from '../case/index.ts';
import { TamisError } from '../model/index.ts';
import { nearElection } from '../publish/index.ts';
import { type SpreadReport, seededRandom, spreadReport } from '../spread/report/index.ts';
import { type Dossier, type DossierQuestion, gatherDossier } from './gather.ts';
import { hasPosts, type PostQuestion, postFacts } from './operation/posts.ts';

export interface MakeQuestion
  extends Omit<DossierQuestion, 'posts' | 'spread'>,
    Pick<PostQuestion, 'tag' | 'memory'> {}

/**
 * A dossier with what the posts of the case show, where it holds any, and held against the silence of the election named,
 * else of the next on record within 30 days. Throws as `gatherDossier`, `too-many-pairs`.
 */
export async function makeDossier(
  store: CaseStore,
  { tag, memory, ...asked }: MakeQuestion,
): Promise<Dossier> {
  const election = asked.told.election ?? nearElection((asked.at ?? asked.now).getTime());
  const question = { ...asked, told: { ...asked.told, election } };
  const scope = { folder: store.directory, tag, memory };
  const posts = await postFacts(scope);
  const spread = hasPosts(store.directory) ? await spreadOf(scope) : null;
  return await gatherDossier(store, { ...question, posts, spread });
}

/** Enough repetitions to say "less than one in twenty"; `spread report` makes more. */
const REPETITIONS = 20;

async function spreadOf(scope: PostQuestion): Promise<SpreadReport | null> {
  try {
    return await spreadReport({
      ...scope,
      from: null,
      to: null,
      windows: [60],
      minParticipation: 2,
      repetitions: REPETITIONS,
      maxPairs: 2e9,
      earlier: new Set(),
      random: seededRandom(1),
    });
  } catch (error) {
    if (error instanceof TamisError && error.code === 'no-posts') return null;
    throw error;
  }
}
