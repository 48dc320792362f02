import { cutMatrix } from '../../attribution/index.ts';
import type { CaseStore } from '../../case/store.ts';
import { baitFindings } from '../../conclude/bait-notes.ts';
import {
  dossierHtml,
  dossierSummary,
  makeDossier,
  operation,
  operationJson,
  postFacts,
  statementMarkdown,
  type Told,
} from '../../dossier/index.ts';
import { electionById } from '../../silence/index.ts';
import type { CaseTasks, MadeDossier, ToldWork } from './work.ts';

/** For the posts; as `timeline` and `dossier` take by default. */
const MEMORY = 2 ** 30;

/** As `tamis timeline --json`. */
export async function operationTask(
  store: CaseStore,
  { told, lang }: CaseTasks['operation']['input'],
): Promise<CaseTasks['operation']['output']> {
  const posts = await postFacts({ folder: store.directory, tag: null, memory: MEMORY });
  const bait = baitFindings(store);
  const made = operation(store, { posts, bait }, toldOf(told));
  return { ...operationJson(made, lang), looked: { posts: posts !== null, bait: bait !== null } };
}

/** As `tamis dossier`, without a folder. */
export async function dossierTask(
  store: CaseStore,
  { audience, told, lang, at, version }: CaseTasks['dossier']['input'],
): Promise<MadeDossier> {
  const made = await makeDossier(store, {
    ...{ audience, lang, version, told: toldOf(told), bait: baitFindings(store), now: new Date(at) },
    ...{ tag: null, memory: MEMORY },
  });
  return {
    summary: dossierSummary(made),
    html: dossierHtml(made),
    statement: statementMarkdown(made.statement),
  };
}

/** Judgements of others are left out of a matrix, as the commands leave them out. */
function toldOf({ published, statement, election, matrix }: ToldWork): Told {
  return {
    ...{ published, statement },
    election: election === null ? null : electionById(election),
    matrix: matrix === null ? null : cutMatrix(matrix, { at: null, judgements: false }).matrix,
  };
}
