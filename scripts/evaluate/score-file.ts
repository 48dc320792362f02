import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Score } from '../../src/rehearse/score/score.ts';
import { nameOf, type Setting } from './settings.ts';

/** One line of the file: a score, and of which setting and which version of the code. */
export interface ScoreLine {
  readonly code: string;
  readonly setting: string;
  readonly score: Score;
}

/** Scores as they come, one a line, so that a run that is broken off is gone on with and not begun again. */
export class ScoreFile {
  readonly #path: string;
  readonly #code: string;
  readonly #lines: ScoreLine[];

  constructor(path: string, code: string) {
    this.#path = path;
    this.#code = code;
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').flatMap(lineOf) : [];
    // Scores of other code are kept in the file, and no figure is made of both.
    this.#lines = lines.filter((line) => line.code === code);
  }

  has(seed: number, scale: number, setting: Setting): boolean {
    return this.#lines.some(
      ({ setting: name, score }) => score.seed === seed && score.scale === scale && name === nameOf(setting),
    );
  }

  add(setting: Setting, score: Score): void {
    const line = { code: this.#code, setting: nameOf(setting), score };
    mkdirSync(dirname(this.#path), { recursive: true });
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`);
    this.#lines.push(line);
  }

  /** Of these seeds, in the order of settings and then of seeds. */
  scores(seeds: readonly number[], scale: number, settings: readonly Setting[]): readonly Score[] {
    return settings.flatMap((setting) =>
      seeds.flatMap((seed) => {
        const found = this.#lines.find(
          ({ setting: name, score }) =>
            name === nameOf(setting) && score.seed === seed && score.scale === scale,
        );
        return found === undefined ? [] : [found.score];
      }),
    );
  }
}

/** A kill may leave half a line at the end. */
function lineOf(text: string): readonly ScoreLine[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

/** A name for the code that makes, reads and judges, whether committed or not. */
export function codeVersion(root: string): string {
  const hash = createHash('sha256');
  for (const folder of [
    'model',
    'source',
    'parse',
    'examine',
    'judge',
    'case',
    'pipeline',
    'conclude',
    'rehearse',
  ]) {
    for (const file of globSync(join(root, 'src', folder, '**/*.ts')).sort()) {
      if (!file.endsWith('.test.ts')) hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
