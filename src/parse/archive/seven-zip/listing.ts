import type { Failure } from '../../../model/index.ts';
import { failure } from '../outcome.ts';
import { failureIn } from './messages.ts';
import { type RunBounds, type RunInput, SevenZipRun } from './session.ts';

/** One item of an archive as `7z l -slt` prints it: property by name, empty ones left out. */
export type ListedItem = ReadonlyMap<string, string>;

/** What `7z l -slt` says of an archive. */
export interface Listing {
  /** Properties of the archive itself. */
  readonly archive: ReadonlyMap<string, string>;
  readonly items: readonly ListedItem[];
  /** Why the listing is not complete, or null. */
  readonly failure: Failure | null;
}

/** Lists an archive. Damage, a missing password or a bomb of names end in the listing's failure. */
export async function listArchive(
  input: RunInput,
  type: string,
  password: string,
  bounds: RunBounds,
  most: number,
): Promise<Listing> {
  const args = ['l', '-slt', '-sccUTF-8', `-t${type}`, '-spd', `-p${password}`];
  const run = new SevenZipRun(input, args, bounds);
  const parser = new ListingParser();
  try {
    for (;;) {
      const event = await run.next();
      if (event.type === 'lines') {
        for (const line of event.lines) parser.line(line.text, line.error);
        if (parser.items.length > most)
          return parser.result(failure('too-many', `More than ${most} entries.`));
      }
      if (event.type === 'done') return parser.result(event.code === null ? abortOf(event.detail) : null);
    }
  } finally {
    run.stop();
  }
}

function abortOf(detail: string): Failure {
  return (
    failureIn(detail) ?? failure('malformed', 'The archive cannot be opened: 7-Zip gave up on its headers.')
  );
}

class ListingParser {
  readonly archive = new Map<string, string>();
  readonly items: Map<string, string>[] = [];
  #problem: Failure | null = null;
  #inItems = false;
  #between = true;

  line(text: string, error: boolean): void {
    if (error || text.startsWith('ERROR')) this.#problem ??= failureIn(text);
    if (text === '----------') {
      this.#inItems = true;
      this.#between = true;
      return;
    }
    if (text === '') {
      this.#between = true;
      return;
    }
    const split = text.indexOf(' = ');
    if (split < 0) return;
    const [name, value] = [text.slice(0, split), text.slice(split + 3)];
    if (!this.#inItems) {
      this.archive.set(name, value);
      return;
    }
    if (this.#between && name === 'Path') this.items.push(new Map());
    this.#between = false;
    if (value !== '') this.items.at(-1)?.set(name, value);
  }

  result(problem: Failure | null): Listing {
    return { archive: this.archive, items: this.items, failure: this.#problem ?? problem };
  }
}
