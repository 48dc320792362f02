import { join } from 'node:path';
import { makeMessage } from '../../../test/records.ts';
import { createCase } from '../../case/open.ts';
import { prepareItem } from '../../case/prepare.ts';
import type { CaseStore } from '../../case/store.ts';
import { VERDICTS, type Verdict } from '../../model/index.ts';

export const NOW = new Date('2017-05-04T12:00:00Z');

/** A case with one message of each verdict; its ids by verdict. */
export function caseOfVerdicts(folder: string): {
  readonly directory: string;
  readonly store: CaseStore;
  readonly ids: Readonly<Record<Verdict, string>>;
} {
  const directory = join(folder, 'case.tamis');
  const store = createCase(directory, { now: () => NOW });
  store.addInput({ path: '/in/macron_201705.zip', role: 'leak', name: 'macron_201705.zip' });
  store.addItems(VERDICTS.map((verdict) => prepareItem('leak', makeMessage({ path: `d/${verdict}.eml` }))));
  const ids = {} as Record<Verdict, string>;
  for (const verdict of VERDICTS) {
    const item = store.itemByPath('leak', `d/${verdict}.eml`);
    if (item === null) throw new Error(verdict);
    store.setJudgements([[item.row, { verdict, reasons: [] }]]);
    ids[verdict] = item.id;
  }
  return { directory, store, ids };
}
