import type { Text } from '../model/text.ts';

/** What ordinary lists hold by chance scores less (docs/bait.md). */
const DEFAULT_LEAST = 50;

/** Of the commands that look for look-alikes in lists. */
export const NEW_SINCE_FLAG = {
  name: 'new-since',
  type: 'string',
  metavar: 'FILE',
  summary: {
    en: 'show only what this state file has not seen, and add it to it',
    fr: 'ne montrer que ce que ce fichier d’état n’a pas vu, et l’y ajouter',
  },
} as const;

/** The flag of the least score that is told. */
export function leastFlag(summary: Text) {
  return {
    name: 'least',
    type: 'number',
    metavar: 'SCORE',
    default: DEFAULT_LEAST,
    min: 1,
    max: 100,
    summary,
  } as const;
}
