import { type BaitName, judgeName, type Protection } from './judge-name.ts';
import { nameFilter } from './name-filter.ts';
import { type OnName, readNames } from './read-names.ts';

/** A look-alike of a list, with where it stood. */
export interface ListedName extends BaitName {
  /** Where it was first seen; lines from 1. */
  readonly file: string;
  readonly line: number;
  readonly times: number;
}

/** What a look through lists gave. */
export interface ListScan {
  /** By score, then name; each name once. */
  readonly hits: readonly ListedName[];
  readonly lines: number;
  /** Names met, with repeats. */
  readonly names: number;
  /** How many had to be parsed and compared. */
  readonly compared: number;
  /** Hits that came after the most that are kept. */
  readonly dropped: number;
}

// Attack: a list made of nothing but look-alikes. Somebody who has this many hits has another problem.
const MOST_HITS = 200_000;

/** Scores every name of the lists. Memory grows with the hits, not with the lists. */
export function scanLists(files: readonly string[], protection: Protection, least: number): ListScan {
  return scanNames(
    (onFile) => files.reduce((sum, file) => sum + readNames(file, onFile(file)), 0),
    protection,
    least,
  );
}

/** As `scanLists`, with the reading given: it gets a receiver for each file and returns the lines read. */
export function scanNames(
  read: (receiver: (file: string) => OnName) => number,
  protection: Protection,
  least: number,
): ListScan {
  const filter = nameFilter(
    protection.brands.map(({ label }) => label),
    protection.platforms,
  );
  const hits = new Map<string, ListedName>();
  let names = 0;
  let compared = 0;
  let dropped = 0;
  const receiver =
    (file: string): OnName =>
    (bytes, start, end, line) => {
      names++;
      if (!filter.passes(bytes, start, end)) return;
      compared++;
      const found = judgeName(bytes.toString('utf8', start, end), protection);
      if (found === null || found.score < least) return;
      const known = hits.get(found.name);
      if (known !== undefined) hits.set(found.name, { ...known, times: known.times + 1 });
      else if (hits.size >= MOST_HITS) dropped++;
      else hits.set(found.name, { ...found, file, line, times: 1 });
    };
  const lines = read(receiver);
  return { hits: ranked([...hits.values()]), lines, names, compared, dropped };
}

function ranked<H extends BaitName>(hits: readonly H[]): H[] {
  return [...hits].sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
}
