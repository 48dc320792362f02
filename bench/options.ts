import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchOptions, Sizes } from './bench.ts';
import { FULL_MESSAGES } from './input/dump.ts';
import { TOPIC_NAMES, type TopicName } from './topics/index.ts';

export interface SuiteOptions extends BenchOptions {
  readonly names: readonly TopicName[];
  /** Where the tables are written, or null: a part of the suite must not overwrite the page of the whole. */
  readonly page: string | null;
  /** As it is written on the page, without paths. */
  readonly command: string;
}

const ROOT = join(import.meta.dirname, '..');
/** The year of the leak that this is about; any other gives other bytes of the same kind. */
const SEED = 2017;
/** An odd number, of which the median is told. */
const ROUNDS = 3;
/** To be raised when bench/input makes other bytes from the same seed: what was made before is then left alone. */
const INPUTS_VERSION = 1;

/** The default takes minutes; its dump has 250 MB. */
const USUAL: Sizes = {
  dump: 2_000,
  lists: null,
  archive: 10_000,
  store: 300,
  posts: [50_000, 200_000, 1_000_000],
  hotPosts: 47_000,
  stored: true,
  signed: 500,
  items: 100_000,
};

/** Seconds, for the suite's own test: its figures mean nothing. */
const TINY: Sizes = {
  dump: 40,
  lists: 60,
  archive: 50,
  store: 1,
  posts: [4_000],
  hotPosts: 300,
  stored: false,
  signed: 20,
  items: 600,
};

/** Reads the suite's flags; `--size` is `tiny`, `small` or a number of messages in the dump. */
export function readOptions(args: readonly string[]): SuiteOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      size: { type: 'string', default: 'small' },
      seed: { type: 'string', default: String(SEED) },
      data: { type: 'string', default: join(import.meta.dirname, '.data') },
      rounds: { type: 'string', default: String(ROUNDS) },
      page: { type: 'string' },
    },
  });
  const names = values.only === undefined ? TOPIC_NAMES : values.only.split(',').map(topicName);
  const whole = values.only === undefined && values.size !== 'tiny';
  const shown = args.filter(
    (_, i) => !['--data', '--page'].some((flag) => args[i] === flag || args[i - 1] === flag),
  );
  return {
    names,
    data: join(resolve(values.data), `inputs-${INPUTS_VERSION}`),
    seed: wholeNumber('--seed', values.seed),
    rounds: wholeNumber('--rounds', values.rounds),
    sizes: sizesOf(values.size),
    page: values.page ?? (whole ? join(ROOT, 'docs/benchmarks.md') : null),
    command: ['npm run bench', ...(shown.length > 0 ? ['--', ...shown] : [])].join(' '),
  };
}

function sizesOf(size: string): Sizes {
  if (size === 'tiny') return TINY;
  if (size.toLowerCase() === 'small') return USUAL;
  const dump = wholeNumber('--size', size);
  // Whoever has the time for the whole dump has it for ten million posts.
  return dump < FULL_MESSAGES ? { ...USUAL, dump } : { ...USUAL, dump, posts: [...USUAL.posts, 10_000_000] };
}

function topicName(name: string): TopicName {
  const known = TOPIC_NAMES.find((topic) => topic === name);
  if (known === undefined) throw new Error(`--only knows ${TOPIC_NAMES.join(', ')}; not "${name}"`);
  return known;
}

function wholeNumber(flag: string, value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`${flag} takes a whole number, not "${value}"`);
  return number;
}
