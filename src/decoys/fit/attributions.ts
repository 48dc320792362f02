import { attributionPattern } from './attribution.ts';
import { LEAST_THREADS } from './language-model.ts';
import { proportional } from './proportional.ts';

const SLOTS = 60;

/** Which lines like "On Monday, Ann wrote:" the mail programs of a mailbox write, as patterns. */
export class Attributions {
  /** Pattern to whoever's program wrote it, as often as it did. */
  readonly #seen = new Map<string, string[]>();

  add(line: string, author: string): void {
    const pattern = attributionPattern(line);
    this.#seen.set(pattern, [...(this.#seen.get(pattern) ?? []), author]);
  }

  /** Those that three people's programs write and that name nobody, by how often. */
  common(isNamed: (pattern: string) => boolean): string[] {
    const kept = [...this.#seen].filter(([, authors]) => new Set(authors).size >= LEAST_THREADS);
    const counted = kept.map(([pattern, authors]) => [pattern, authors.length] as const);
    const chosen = proportional(
      counted.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
      SLOTS,
    );
    return chosen.filter((pattern) => !isNamed(pattern));
  }
}
