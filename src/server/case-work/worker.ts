import type { CaseStore } from '../../case/store.ts';
import { openPlace } from '../case-place.ts';
import { answerParent } from '../child/answer-parent.ts';
import { dossierTask, operationTask } from './operation-tasks.ts';
import { checkPublish, overridePublish } from './publish-tasks.ts';
import type { CaseJob, CaseTaskName, CaseTasks } from './work.ts';

const TASKS: {
  readonly [Name in CaseTaskName]: (
    store: CaseStore,
    input: CaseTasks[Name]['input'],
  ) => Promise<CaseTasks[Name]['output']>;
} = {
  operation: operationTask,
  dossier: dossierTask,
  'publish-check': checkPublish,
  'publish-override': overridePublish,
};

answerParent(async (job: CaseJob) => {
  const store = await openPlace(job.place, () => new Date());
  try {
    return await run(store, job);
  } finally {
    store.close();
  }
});

function run<Name extends CaseTaskName>(
  store: CaseStore,
  { name, input }: CaseJob<Name>,
): Promise<CaseTasks[Name]['output']> {
  return TASKS[name](store, input);
}
