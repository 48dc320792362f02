import type { TraceFindings } from '../model/index.ts';

/** How many documents were touched in ways that the report on traces tells; copies of the same bytes count once. */
export interface TouchedTotals {
  /** Batch-save windows. */
  readonly runs: number;
  readonly inRuns: number;
  /** Those of windows in which a program, its language or the last authors are strange to the leak. */
  readonly byStrangers: number;
  /** Saved after their message or the last message; without those a signature covers. */
  readonly late: number;
}

/** How many documents the findings tell of; zero where no pass was made. */
export function touchedTotals(findings: TraceFindings | null): TouchedTotals {
  const windows = findings?.windows ?? [];
  return {
    runs: windows.length,
    inRuns: documentsOf(windows),
    byStrangers: documentsOf(windows.filter(({ foreign }) => foreign.length > 0)),
    late: findings?.late.filter(({ cause }) => cause !== 'covered-by-signature').length ?? 0,
  };
}

function documentsOf(windows: TraceFindings['windows']): number {
  return windows.reduce((sum, { documents }) => sum + documents, 0);
}
