import type { Verdict } from '../../../../src/model/verdict.ts';

/** `none`: containers and what could not be read take no verdict. */
export type ShownVerdict = Verdict | 'none';

export const SHOWN_VERDICTS: readonly ShownVerdict[] = [
  'authentic',
  'corroborated',
  'unverified',
  'doubtful',
  'altered',
  'none',
];
