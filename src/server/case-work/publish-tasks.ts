import { guessLanguage } from '../../attribution/index.ts';
import type { CaseStore } from '../../case/store.ts';
import { TamisError } from '../../model/index.ts';
import {
  checkDraft,
  type GateContext,
  type GateReport,
  gateJson,
  logOverride,
  nearElection,
  noteOf,
  readDraft,
} from '../../publish/index.ts';
import { electionById } from '../../silence/index.ts';
import type { CaseTasks, DraftWork } from './work.ts';

/** As `tamis publish check --json`. The check is in the custody log, the draft is not. */
export async function checkPublish(
  store: CaseStore,
  work: DraftWork,
): Promise<CaseTasks['publish-check']['output']> {
  const report = await checkDraft(contextOf(store, work));
  store.log('publish-checked', {
    ...{ draft: report.draft, file: work.name, author: work.author, session: work.session },
    gates: Object.fromEntries(report.results.map(({ gate, outcome }) => [gate, outcome])),
  });
  return told(report, work);
}

/**
 * As `tamis publish override`, then a check of the draft anew: its entry in the log says from which session, and under
 * which name there, the decision came. Throws as `logOverride`.
 */
export async function overridePublish(
  store: CaseStore,
  work: CaseTasks['publish-override']['input'],
): Promise<CaseTasks['publish-override']['output']> {
  const context = contextOf(store, work);
  const report = await checkDraft(context);
  const result = report.results.find(({ gate }) => gate === work.gate);
  if (result === undefined) throw new TamisError('not-found', `no gate ${work.gate}`);
  logOverride(store, result, { draft: report.draft, by: work.by, reason: work.reason });
  return await checkPublish(store, work);
}

function told(report: GateReport, { name, lang }: DraftWork): CaseTasks['publish-check']['output'] {
  return { file: name, ...gateJson(report, lang) };
}

function contextOf(store: CaseStore, work: DraftWork): GateContext {
  const draft = readDraft(work.bytes, work.name);
  const { at, audience } = work;
  const election = work.election === null ? nearElection(at) : electionById(work.election);
  return {
    draft,
    lang: guessLanguage(draft.text),
    note: { ...noteOf(draft.frontMatter), ...work.note },
    store,
    silence: election === null ? null : { election, at, audience },
    names: work.names,
    // A browser gives one file: what lies beside it is said not to have been read.
    picture: () => null,
    ocr: true,
  };
}
