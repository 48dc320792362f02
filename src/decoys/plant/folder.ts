import { inside } from './safe-path.ts';
import type { Target } from './target.ts';
import { writeAged } from './write-aged.ts';

/** Files in folders, messages as .eml, each as old as it is to seem. */
export function folderTarget(root: string): Target {
  return {
    takes: () => true,
    place: ({ placement, fileName }) => inside(root, placement.folder, fileName),
    put: async ({ placement, fileName, bytes }) =>
      writeAged(inside(root, placement.folder, fileName), bytes, placement.at),
    finish: async () => {},
  };
}
