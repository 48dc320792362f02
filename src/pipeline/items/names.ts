/**
 * Names of siblings, made into unique parts of a path. A second `report.docx` becomes `report.docx~2`; a name
 * without characters is numbered by what carries it.
 */
export class SiblingNames {
  readonly #taken = new Map<string, number>();

  unique(name: string, fallback: string): string {
    return this.uniquePath(componentOf(name), fallback);
  }

  /** The same for a path of several components, each clean already. */
  uniquePath(path: string, fallback: string): string {
    let wanted = path || fallback;
    for (;;) {
      const count = (this.#taken.get(wanted) ?? 0) + 1;
      this.#taken.set(wanted, count);
      if (count === 1) return wanted;
      wanted = `${wanted}~${count}`;
    }
  }
}

/** Attack: a name of a megabyte, told in every list. */
const LONGEST = 200;

// Control characters forge lines of a terminal, bidirectional overrides reverse what a person reads, and `/`
// divides the way through the containers.
const UNSAFE = /[/\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** One component of a path, safe to print. */
export function componentOf(name: string): string {
  const clean = name.replace(UNSAFE, '_').trim();
  const short = clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
  return short === '.' || short === '..' ? short.replaceAll('.', '_') : short;
}
