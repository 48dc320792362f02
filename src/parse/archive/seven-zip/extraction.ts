import type { ContainerOptions, EntryOutcome, Failure } from '../../../model/index.ts';
import { failureOf } from '../../binary/fail.ts';
import { failed, failure, outcomeOf, streamError } from '../outcome.ts';
import type { SevenZipItem } from './item.ts';
import { Matcher } from './matcher.ts';
import { errorLine, failureIn } from './messages.ts';
import { boundsOf, type Opening } from './opening.ts';
import { type RunEvent, SevenZipRun } from './session.ts';

/** One item and what came of it, in the order of the listing. */
export interface Extracted {
  readonly index: number;
  readonly outcome: EntryOutcome;
}

/** 7-Zip is started again behind an item that made it abort, but not for each of a thousand. */
const MOST_RESTARTS = 4;

/** What is extracted, and how. */
export interface Extraction {
  readonly opening: Opening;
  readonly items: readonly SevenZipItem[];
  readonly password: string;
  /** Items that are not to be extracted, by index, with the reason. */
  readonly refused: ReadonlyMap<number, Failure>;
  readonly options: ContainerOptions;
}

interface PassOptions extends Extraction {
  /** Paths that 7-Zip leaves out. */
  readonly excluded: readonly string[];
  readonly first: number;
}

/**
 * Extracts all items in one pass, so that solid archives are decompressed once. Every item is given
 * exactly once, in order; those in `refused` are left out and given with that failure.
 */
export async function* extractAll(extraction: Extraction): AsyncGenerator<Extracted> {
  const { items, refused } = extraction;
  let next = 0;
  for (let attempt = 0; next < items.length; attempt++) {
    const left = items.map((item, index) => (index < next || refused.has(index) ? item.path : null));
    const excluded = left.filter((path) => path !== null);
    const pass = new Pass({ ...extraction, excluded, first: next });
    for await (const extracted of pass.run()) {
      next = extracted.index + 1;
      yield extracted;
    }
    const again = pass.aborted !== null && attempt < MOST_RESTARTS;
    if (again && next < items.length) {
      yield { index: next, outcome: { type: 'failed', failure: pass.aborted ?? failure('crashed', '') } };
      next++;
      continue;
    }
    for (; next < items.length; next++) yield { index: next, outcome: pass.unseen(next) };
  }
}

/** One run of 7-Zip over the items from `first` on. */
class Pass {
  readonly #items: readonly SevenZipItem[];
  readonly #options: ContainerOptions;
  readonly #refused: ReadonlyMap<number, Failure>;
  readonly #run: SevenZipRun;
  readonly #matcher: Matcher;
  readonly #notes: { readonly path: string; readonly failure: Failure }[] = [];
  #ahead: RunEvent | null = null;
  aborted: Failure | null = null;

  constructor({ opening, items, password, excluded, options, refused, first }: PassOptions) {
    this.#items = items;
    this.#options = options;
    this.#refused = refused;
    this.#matcher = new Matcher(items);
    this.#matcher.cursor = first;
    const list = excluded.filter((path) => !/[\r\n"]/.test(path));
    const args = [
      'x',
      '-y',
      '-bsp0',
      '-sccUTF-8',
      '-scsUTF-8',
      '-spd',
      '-o/out',
      `-t${opening.type}`,
      `-p${password}`,
    ];
    if (list.length > 0) args.push('-x@/excluded');
    this.#run = new SevenZipRun(opening.input, args, boundsOf(options), {
      '/excluded': list.join('\n'),
    });
  }

  async *run(): AsyncGenerator<Extracted> {
    try {
      for (let event = await this.#next(); event.type !== 'done'; event = await this.#next()) {
        if (event.type === 'lines') this.#note(event);
        if (event.type !== 'open' && event.type !== 'symlink') continue;
        const index = this.#matcher.find(event.path);
        if (index >= this.#items.length) continue;
        for (let unseen = this.#matcher.cursor; unseen < index; unseen++)
          yield { index: unseen, outcome: this.unseen(unseen) };
        this.#matcher.cursor = index + 1;
        yield {
          index,
          outcome: event.type === 'symlink' ? linkTo(event.target) : await this.#content(index),
        };
      }
    } catch (error) {
      this.aborted = failureOf(error);
    } finally {
      this.#run.stop();
    }
  }

  /** What to say of an item for which 7-Zip wrote no file: a link, or why not. */
  unseen(index: number): EntryOutcome {
    const item = this.#items[index];
    const refused = this.#refused.get(index);
    if (refused !== undefined) return { type: 'failed', failure: refused };
    if (item?.kind === 'symlink') return linkTo(item.target);
    if (item?.kind === 'hardlink')
      return { type: 'skipped', reason: 'hardlink', detail: item.target.slice(0, 4096) };
    const note = this.#noteFor(index) ?? this.aborted;
    return note === null
      ? failed('malformed', 'The entry has no data in the archive.')
      : { type: 'failed', failure: note };
  }

  async #content(index: number): Promise<EntryOutcome> {
    const { itemBytes } = this.#options.limits;
    const large = (this.#items[index]?.size ?? 0) > itemBytes;
    if (large) return { type: 'stream', chunks: this.#stream(index) };
    const parts: Uint8Array[] = [];
    let size = 0;
    let problem: Failure | null = null;
    try {
      for await (const chunk of this.#stream(index)) {
        size += chunk.length;
        if (size <= itemBytes) parts.push(chunk);
      }
    } catch (error) {
      problem = failureOf(error);
    }
    if (size > itemBytes) return failed('bomb', 'Expands to more than it announces.');
    const link = this.#linkAfter(index);
    const [first] = parts;
    const bytes = parts.length === 1 && first !== undefined ? first : Buffer.concat(parts);
    return link ?? outcomeOf(problem?.code === 'encrypted' ? new Uint8Array(0) : bytes, problem);
  }

  /** The bytes up to the end of the file, then the error 7-Zip prints for it, if it does. */
  async *#stream(index: number): AsyncGenerator<Uint8Array> {
    // A consumer that stops early leaves the rest of the file to be passed over by `run`.
    for (let event = await this.#next(); event.type !== 'close'; event = await this.#next()) {
      if (event.type === 'data') yield event.bytes;
      if (event.type === 'lines') this.#note(event);
      if (event.type === 'done') throw streamError(failure('malformed', '7-Zip gave up inside the entry.'));
    }
    for (let event = await this.#peek(); event.type === 'lines'; event = await this.#peek()) {
      this.#note(event);
      this.#ahead = null;
    }
    const problem = this.#noteFor(index);
    if (problem !== null) throw streamError(problem);
  }

  /** 7z keeps a link's target as content: the file is written, removed, and a link made. */
  #linkAfter(index: number): EntryOutcome | null {
    const event = this.#ahead;
    if (event?.type === 'symlink' && this.#matcher.is(index, event.path)) {
      this.#ahead = null;
      return linkTo(event.target);
    }
    return this.#items[index]?.kind === 'symlink' ? linkTo(this.#items[index]?.target ?? '') : null;
  }

  async #next(): Promise<RunEvent> {
    const event = await this.#peek();
    if (event.type !== 'done') this.#ahead = null;
    else if (event.code === null)
      this.aborted = failureIn(event.detail) ?? failure('malformed', '7-Zip gave up on the data.');
    return event;
  }

  async #peek(): Promise<RunEvent> {
    this.#ahead ??= await this.#run.next();
    return this.#ahead;
  }

  #note(event: Extract<RunEvent, { type: 'lines' }>): void {
    for (const { text } of event.lines) {
      const error = errorLine(text);
      const problem = error === null ? null : failureIn(error.message);
      if (error !== null && problem !== null) this.#notes.push({ path: error.path, failure: problem });
    }
  }

  #noteFor(index: number): Failure | null {
    const at = this.#notes.findIndex((note) => this.#matcher.is(index, note.path));
    return at < 0 ? null : (this.#notes.splice(at, 1)[0]?.failure ?? null);
  }
}

function linkTo(target: string): EntryOutcome {
  return { type: 'skipped', reason: 'symlink', detail: target.slice(0, 4096) };
}
