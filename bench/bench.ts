import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Dump, makeDump } from './input/dump.ts';
import { type Lists, makeLists } from './input/lists.ts';
import { type Command, measureRun } from './measure/run.ts';

/** Sizes of what the suite makes. The small one is for its own test, the others for figures. */
export interface Sizes {
  /** Messages of the made dump, 125 KB each in the mean. */
  readonly dump: number;
  /** Made mail in place of the real lists; null for the real ones where they are at hand. */
  readonly lists: number | null;
  /** Messages in each archive. */
  readonly archive: number;
  /** Megabytes of each Outlook store. */
  readonly store: number;
  /** Posts in each made file, and posts of a single hashtag. */
  readonly posts: readonly number[];
  readonly hotPosts: number;
  /** Whether the real posts are read too, for which CooRTweet's times are stored. */
  readonly stored: boolean;
  /** Signed messages to verify. */
  readonly signed: number;
  /** Items of the case that is opened in the browser. */
  readonly items: number;
}

export interface BenchOptions {
  readonly data: string;
  readonly seed: number;
  readonly rounds: number;
  readonly sizes: Sizes;
}

const ROOT = join(import.meta.dirname, '..');

/** What the topics share: inputs made once, the case that one topic leaves for another. */
export class Bench {
  readonly options: BenchOptions;
  #lists: Promise<Lists> | null = null;
  #listsCase: string | null = null;

  constructor(options: BenchOptions) {
    this.options = options;
  }

  lists(): Promise<Lists> {
    const { data, seed, sizes } = this.options;
    this.#lists ??= makeLists(data, seed, sizes.lists);
    return this.#lists;
  }

  dump(): Dump {
    return makeDump(this.options.data, this.options.sizes.dump, this.options.seed);
  }

  /** Place of something made once and kept for the next run of the suite. */
  input(name: string): string {
    return join(this.options.data, name);
  }

  /** Place of what a run leaves: cases, indexes of peers. Gone after `clear`. */
  scratch(name: string): string {
    const folder = join(this.options.data, 'scratch');
    mkdirSync(folder, { recursive: true });
    return join(folder, name);
  }

  clear(): void {
    rmSync(join(this.options.data, 'scratch'), { recursive: true, force: true });
  }

  /** Tamis as a user runs it, in a process of its own. */
  tamis(...args: readonly string[]): Command {
    return { program: process.execPath, args: [join(ROOT, 'src/cli/main.ts'), ...args] };
  }

  /** One of the programs of the suite that run a single part of Tamis or a library. */
  program(name: string, ...args: readonly string[]): Command {
    return {
      program: process.execPath,
      args: [join(import.meta.dirname, 'programs', `${name}.ts`), ...args],
    };
  }

  sift(input: string, caseDirectory: string, keys: string): Command {
    return this.tamis('sift', input, '--case', caseDirectory, '--keys', keys, '--json');
  }

  /** The case of the lists that the sift topic made just now; when it did not run, a new one. */
  async listsCase(): Promise<string> {
    if (this.#listsCase !== null) return this.#listsCase;
    const { mbox, keys } = await this.lists();
    const directory = this.scratch('case-lists');
    rmSync(directory, { recursive: true, force: true });
    measureRun(this.sift(mbox, directory, keys));
    this.#listsCase = directory;
    return directory;
  }

  leaveListsCase(directory: string): void {
    this.#listsCase = directory;
  }
}
