import type { Text } from '../model/text.ts';

/** Words that only lead to further commands. */
export const GROUPS: Readonly<Record<string, Text>> = {
  keys: { en: 'DKIM keys of the case', fr: 'clés DKIM du dossier' },
  spread: { en: 'who pushes the leak, and how', fr: 'qui pousse la fuite, et comment' },
};
