import type { Text } from '../../model/text.ts';
import { MATERIAL_TEXTS } from './texts/material.ts';
import { PEOPLE_TEXTS } from './texts/people.ts';
import { WORDING_TEXTS } from './texts/wording.ts';

/** What a finding says and what to do about it; `{words}` and `{value}` are filled in. */
export interface FindingText {
  readonly what: Text;
  /** Null: nothing is to be done. */
  readonly todo: Text | null;
}

export const FINDING_TEXTS = {
  ...WORDING_TEXTS,
  ...MATERIAL_TEXTS,
  ...PEOPLE_TEXTS,
} as const satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof FINDING_TEXTS;
