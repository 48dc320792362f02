import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { SETTINGS, type Setting, settingNamed } from './settings.ts';

export interface Arguments {
  readonly seeds: readonly number[];
  readonly scale: number;
  readonly settings: readonly Setting[];
  /** Exercises at work at one time. */
  readonly processes: number;
  /** Nothing new is begun later; null: no end. */
  readonly minutes: number | null;
  readonly scores: string;
  /** The page is written from what the scores file has. */
  readonly writesPage: boolean;
}

/** The words behind `node scripts/evaluate.ts`; throws on what cannot be understood. */
export function readArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      settings: { type: 'string' },
      processes: { type: 'string' },
      minutes: { type: 'string' },
      scores: { type: 'string', default: 'tmp/evaluation.jsonl' },
      'no-page': { type: 'boolean', default: false },
    },
  });
  const [seeds = '501-503', scale = '1000'] = positionals;
  return {
    seeds: seedsOf(seeds),
    scale: numberOf(scale),
    settings: values.settings === undefined ? SETTINGS : values.settings.split(',').map(settingNamed),
    processes: values.processes === undefined ? availableParallelism() : numberOf(values.processes),
    minutes: values.minutes === undefined ? null : numberOf(values.minutes),
    scores: values.scores,
    writesPage: !values['no-page'],
  };
}

/** `501,502` or `601-610`. */
function seedsOf(text: string): readonly number[] {
  return text.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(numberOf);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

function numberOf(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`not a number: ${text}`);
  return value;
}
