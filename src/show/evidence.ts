/** What a reason points at, as a person can look at it: words that differ, bytes nobody signed. */
import type { ByteRange, Reason } from '../model/index.ts';

export type ShownEvidence =
  | {
      readonly type: 'words';
      readonly part: string;
      readonly change: 'added' | 'removed';
      readonly text: string;
      readonly after: string;
    }
  | { readonly type: 'region'; readonly at: ByteRange; readonly text: string };

/** A region is shown to recognise it, not to read it whole. */
const MAX_REGION = 240;
const MAX_SHOWN = 12;

/** From the detail of a reason, whatever shape it has: a case may have been made by another version. */
export function evidenceOf(reason: Reason, bytes: Uint8Array | null): ShownEvidence[] {
  return [...wordsOf(reason.detail.differences), ...regionsOf(reason.detail.regions, bytes)].slice(
    0,
    MAX_SHOWN,
  );
}

function wordsOf(differences: unknown): ShownEvidence[] {
  if (!Array.isArray(differences)) return [];
  return differences.flatMap((difference) => {
    const { part, changes } = record(difference);
    if (typeof part !== 'string' || !Array.isArray(changes)) return [];
    return changes.flatMap((change): ShownEvidence[] => {
      const { type, text, after } = record(change);
      if ((type !== 'added' && type !== 'removed') || typeof text !== 'string') return [];
      return [{ type: 'words', part, change: type, text, after: typeof after === 'string' ? after : '' }];
    });
  });
}

function regionsOf(regions: unknown, bytes: Uint8Array | null): ShownEvidence[] {
  if (!Array.isArray(regions) || bytes === null) return [];
  return regions.flatMap((region): ShownEvidence[] => {
    const { start, end } = record(region);
    if (typeof start !== 'number' || typeof end !== 'number') return [];
    const shown = Buffer.from(bytes.subarray(start, Math.min(end, start + MAX_REGION))).toString('utf8');
    return [{ type: 'region', at: { start, end }, text: end - start > MAX_REGION ? `${shown}…` : shown }];
  });
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
