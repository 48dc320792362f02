import type { TraceFindings } from '../model/index.ts';

/** How many documents were touched in ways that the report on traces tells; copies of the same bytes count once. */
export interface TouchedTotals {
  /** Batch-save windows. */
  readonly runs: number;
  readonly inRuns: number;
  /** Saved after their message or the last message; without those a signature covers. */
  readonly late: number;
}

/** How many documents the findings tell of; zero where no pass was made. */
export function touchedTotals(findings: TraceFindings | null): TouchedTotals {
  const windows = findings?.windows ?? [];
  return {
    runs: windows.length,
    inRuns: windows.reduce((sum, { documents }) => sum + documents, 0),
    late: findings?.late.filter(({ cause }) => cause !== 'covered-by-signature').length ?? 0,
  };
}
