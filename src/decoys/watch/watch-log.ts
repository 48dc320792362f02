import { TamisError } from '../../model/error.ts';
import type { AccountWatch, DecoyUse } from './account-watch.ts';
import { LogLines } from './log-lines.ts';
import { LogReader } from './log-reader.ts';

/** What was read of one log. */
export interface LogTotals {
  readonly log: string;
  readonly lines: number;
  /** Lines that were longer than is read. */
  readonly cut: number;
  /** False for a compressed log that breaks off or is damaged: its rest is not known. */
  readonly complete: boolean;
}

/** Reads one log to its end and hands over each use of a decoy as it comes. */
export async function watchLog(
  log: string,
  chunks: AsyncIterable<Uint8Array>,
  watch: AccountWatch,
  now: () => number,
  onUse: (use: DecoyUse) => void,
): Promise<LogTotals> {
  const lines = new LogLines();
  const reader = new LogReader(now);
  let count = 0;
  const take = (texts: Iterable<string>) => {
    for (const text of texts) {
      count++;
      for (const line of reader.line(text)) {
        const use = watch.about(line, log, now());
        if (use !== null) onUse(use);
      }
    }
  };
  let complete = true;
  try {
    for await (const chunk of chunks) take(lines.push(chunk));
  } catch (error) {
    if (!(error instanceof TamisError) || error.code !== 'log-broken') throw error;
    complete = false;
  }
  take(lines.end());
  for (const line of reader.end()) {
    const use = watch.about(line, log, now());
    if (use !== null) onUse(use);
  }
  return { log, lines: count, cut: lines.cut, complete };
}

/** Earliest first; what has no time comes last, in the order found. */
export function timeLine(uses: readonly DecoyUse[]): readonly DecoyUse[] {
  const moment = ({ at }: DecoyUse) => (at === null ? Number.POSITIVE_INFINITY : Date.parse(at));
  return [...uses].sort((a, b) => moment(a) - moment(b) || 0);
}
