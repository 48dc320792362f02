import type { Text } from '../../model/text.ts';

/** GET /api/silence/elections */
export interface ElectionJson {
  readonly id: string;
  readonly country: string;
  readonly date: string;
  readonly name: Text;
}

/**
 * GET /api/silence?election=ID&at=TIME&zone=ZONE (now when absent): as `silence --json` (docs/schema/silence.json). A time
 * without an offset is of the zone, of UTC without one.
 */
export interface SilenceJson {
  readonly election: ElectionJson & { readonly kind: string };
  readonly at: MomentJson;
  /** The whole of it in a sentence or two; empty without any rule. */
  readonly headline: Text;
  readonly notLegalAdvice: Text;
  readonly windows: readonly SilenceWindowJson[];
}

export interface MomentJson {
  readonly utc: string;
  readonly local: string;
  readonly paris: string;
}

export interface SilenceWindowJson {
  readonly rule: string;
  readonly territory: { readonly id: string; readonly name: Text; readonly zone: string };
  readonly state: 'in-force' | 'open-start' | 'before' | 'after' | 'none';
  readonly from: MomentJson | null;
  readonly to: MomentJson | null;
  readonly minutesToStart: number | null;
  readonly minutesToEnd: number | null;
  readonly forbids: readonly string[];
  readonly audience: readonly string[];
  readonly [more: string]: unknown;
}
