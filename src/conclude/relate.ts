import type { Duplicates } from '../examine/duplicates/duplicates.ts';
import type { SurveyedLeak } from './survey-all.ts';

/** What belongs together, by the numbers of messages. Written by whoever judges them (`parts/judge-piece.ts`). */
export interface RelatedLeak {
  /** The earliest message of the thread of each. */
  readonly threads: Int32Array;
  readonly duplicates: Duplicates;
}

/** Threads and duplicates: what each piece found among its own messages is joined to what the others did. */
export function relate({ messages, threads, duplicates }: SurveyedLeak): RelatedLeak {
  return { threads: threads.firsts(messages), duplicates: duplicates.find() };
}
