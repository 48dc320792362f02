import type { Failure } from '../../../model/index.ts';
import { failure } from '../outcome.ts';

/** What 7-Zip 24.09 says in words, as our reason codes; the first that fits decides. */
const MEANINGS: readonly (readonly [RegExp, Failure['code'], string])[] = [
  [/wrong password|encrypted archive|in encrypted file/i, 'encrypted', 'No password given opens it.'],
  [/missing volume/i, 'truncated', 'Another volume of the archive is missing.'],
  [/unexpected end/i, 'truncated', 'The archive ends too early.'],
  [/unsupported/i, 'unsupported', 'The compression method or feature is not read.'],
  [/can.t allocate|not enough memory|memory limit/i, 'too-large', 'Needs more memory than is allowed.'],
  [/crc failed/i, 'malformed', 'The checksum of the content differs from the announced one.'],
  [/data error/i, 'malformed', 'The compressed data is damaged.'],
  [/unavailable data/i, 'truncated', 'The data is not in the archive.'],
  [
    /headers error|is not archive|cannot open the file as/i,
    'malformed',
    'The headers of the archive are damaged.',
  ],
];

/** The failure a line of 7-Zip's stands for, or null when it tells of none. */
export function failureIn(line: string): Failure | null {
  const meaning = MEANINGS.find(([pattern]) => pattern.test(line));
  return meaning === undefined ? null : failure(meaning[1], meaning[2]);
}

/** The parts of `ERROR: message : path`; 7-Zip prints names with control characters replaced. */
export function errorLine(line: string): { readonly message: string; readonly path: string } | null {
  if (!line.startsWith('ERROR: ')) return null;
  const split = line.indexOf(' : ', 7);
  return split < 0 ? null : { message: line.slice(7, split), path: line.slice(split + 3) };
}
