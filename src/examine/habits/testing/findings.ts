import type { Scratch } from '../../../spill/scratch.ts';
import { HabitBook, type HabitFinding } from '../habit-book.ts';
import type { HabitSample } from '../sample.ts';
import { SampleTable } from '../sample-table.ts';

/** What is found of each sample, all of which are learnt, by its place; lags are always told. */
export function findingsForTests(
  samples: readonly HabitSample[],
  scratch: Scratch,
): ReadonlyMap<number, Omit<HabitFinding, 'hop'>> {
  const table = new SampleTable();
  for (const sample of samples) table.add(sample);
  const book = new HabitBook(scratch);
  book.append(table.columns(), [...samples.keys()]);
  const marks = (at: number) => ({
    trusted: samples[at]?.trusted ?? false,
    counted: samples[at]?.counted ?? false,
  });
  return new Map(book.findings(marks, () => true));
}
