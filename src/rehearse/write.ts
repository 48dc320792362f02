import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Exercise } from './exercise.ts';

/** Writes the files of an exercise below a folder, which is made if need be. */
export function writeExercise(folder: string, { files }: Exercise): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
