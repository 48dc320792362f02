import type { Flag } from '../command.ts';

/** What a shell offers after a flag. */
export interface Completes {
  readonly type: 'values' | 'files' | 'folders' | 'nothing';
  readonly values: readonly string[];
}

/** What a shell offers behind a flag, by the name of its value. */
export function completes(flag: Flag): Completes {
  if (flag.type === 'enum') return { type: 'values', values: flag.values };
  if (flag.metavar === 'DIR') return { type: 'folders', values: [] };
  if (flag.metavar === 'FILE' || flag.metavar === 'PATH') return { type: 'files', values: [] };
  return { type: 'nothing', values: [] };
}
