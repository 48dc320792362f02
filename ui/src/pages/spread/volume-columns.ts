import type { SpreadJson } from '../../../../src/server/api/spread.ts';

/** Columns drawn; bins are put together until they are no more than this. */
const MOST_COLUMNS = 240;

export interface VolumeColumn {
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly posts: number;
  readonly burst: boolean;
}

/** The columns of the picture, all of one length. */
export function columnsOf({
  counts,
  start,
  binMinutes,
  bursts,
}: Pick<SpreadJson['volume'], 'counts' | 'start' | 'binMinutes' | 'bursts'>): readonly VolumeColumn[] {
  const together = Math.max(1, Math.ceil(counts.length / MOST_COLUMNS));
  const length = binMinutes * 60_000 * together;
  const columns: VolumeColumn[] = [];
  for (let at = 0; at < counts.length; at += together) {
    const from = start + (at / together) * length;
    const to = from + length;
    const posts = counts.slice(at, at + together).reduce((sum, count) => sum + count, 0);
    columns.push({ from, to, posts, burst: bursts.some((burst) => burst.from < to && burst.to > from) });
  }
  return columns;
}
