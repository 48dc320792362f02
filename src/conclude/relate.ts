import type { CaseStore } from '../case/store.ts';
import type { Duplicates } from '../examine/duplicates/duplicates.ts';
import type { SurveyedLeak } from './survey-all.ts';

/** Rows of one transaction: few enough that readers of the case never wait long. */
const ROWS_PER_WRITE = 5000;

/** Writes threads and duplicates. Each replaces what was found before, so that half of it is no harm. */
export function relate(store: CaseStore, { messages, threads, duplicates }: SurveyedLeak): Duplicates {
  const firsts = threads.firsts(messages);
  const found = duplicates.find();
  for (let from = 0; from < messages.length; from += ROWS_PER_WRITE) {
    const numbers = Array.from(
      { length: Math.min(ROWS_PER_WRITE, messages.length - from) },
      (_, at) => from + at,
    );
    store.transaction(() => {
      store.setThreads(
        numbers.map((number) => [messages.row(number), messages.idOf(firsts[number] ?? number)]),
      );
      store.setDuplicates(
        numbers.map((number) => [
          messages.row(number),
          found.isFirst(number) ? null : messages.idOf(found.firstOf(number)),
        ]),
      );
    });
  }
  return found;
}
