import { TamisError } from '../../model/index.ts';
import { textBytes } from '../csv/text-bytes.ts';
import { parquetRecords } from '../store/parquet-records.ts';
import { csvRecords } from './csv-records.ts';
import { fileKind } from './file-kind.ts';
import { POST_FORMATS } from './formats.ts';
import { jsonValues } from './json-values.ts';
import type { FormatContext, PostFormat, PostOutcome } from './post-format.ts';
import { asRecord, type PostRecord } from './record.ts';
import { wrappedRecords } from './wrapped.ts';

/** One post of a file, or a piece that is none, with the line it begins on and the format it was read as. */
export interface ReadItem {
  readonly line: number;
  /** Name of the format; null when none was recognised. */
  readonly format: string | null;
  readonly outcome: PostOutcome;
  /** The beginning of a rejected piece, for a person to look at. */
  readonly shown?: string;
}

/**
 * Reads the posts of a file, telling the format of every record by its content (or by the name given).
 * Pieces that are no post are given as rejects with their line. Throws TamisError `cannot-read`, `missing-column` for a column
 * named by the user that a table does not have, and `unknown-format` for files that hold no text that could be posts (pictures, HTML, archives).
 */
export async function* readPosts(
  path: string,
  context: FormatContext,
  format = 'auto',
): AsyncGenerator<ReadItem> {
  const only = format === 'auto' ? null : POST_FORMATS.find((known) => known.name === format);
  if (only === undefined)
    throw new TamisError('unknown-format', {
      en: `no post format is called ${format}`,
      fr: `aucun format de messages ne s’appelle ${format}`,
    });
  const teller = new Teller(context, only);
  for await (const item of recordsOf(path, context.map.values())) {
    if (item.type === 'reject') yield { line: item.line, format: null, outcome: item, shown: item.text };
    else yield* teller.read(item.record, item.line);
  }
}

type RecordItem =
  | { readonly type: 'record'; readonly line: number; readonly record: PostRecord }
  | { readonly type: 'reject'; readonly line: number; readonly reason: string; readonly text: string };

async function* recordsOf(path: string, wanted: Iterable<string>): AsyncGenerator<RecordItem> {
  const kind = await fileKind(path);
  if (kind === 'empty') return;
  if (kind === 'csv') return yield* csvRecords(path, wanted);
  if (kind === 'parquet') {
    let line = 0;
    for await (const record of parquetRecords(path)) yield { type: 'record', line: ++line, record };
    return;
  }
  if (kind !== 'json')
    throw new TamisError('unknown-format', {
      en: `${path} is ${kind}: posts are read from JSON, JSON Lines, CSV and Parquet, also in gzip or Zstandard; unpack others first`,
      fr: `${path} n’est ni JSON, ni JSON Lines, ni CSV, ni Parquet (${kind})\u202f; seuls gzip et Zstandard sont ouverts`,
    });
  for await (const item of jsonValues(textBytes(path))) {
    const record = item.type === 'value' ? asRecord(item.value) : null;
    if (record) yield { type: 'record', line: item.line, record };
    else if (item.type === 'reject') yield item;
    else yield { type: 'reject', line: item.line, reason: 'not-a-post', text: '' };
  }
}

/** Attack: wrappings in wrappings. The archive that X gives its users has one, a page of an interface two. */
const MOST_WRAPPINGS = 3;

/** Tells the format of records; a file is mostly of one, so the last one is tried first. */
class Teller {
  readonly #context: FormatContext;
  readonly #only: PostFormat | null;
  #last: PostFormat | null = null;

  constructor(context: FormatContext, only: PostFormat | null) {
    this.#context = context;
    this.#only = only;
  }

  *read(record: PostRecord, line: number, depth = 0): Generator<ReadItem> {
    const format = this.#only ?? this.#told(record);
    if (!format) {
      const within = depth < MOST_WRAPPINGS ? this.#within(record, depth) : null;
      if (within !== null) {
        for (const one of within) yield* this.read(one, line, depth + 1);
        return;
      }
      const columns = Object.keys(record).slice(0, 40).join(', ');
      yield {
        line,
        format: null,
        outcome: { type: 'reject', reason: 'unknown-format' },
        shown: columns.slice(0, 400),
      };
      return;
    }
    for (const outcome of format.read(record, this.#context))
      yield { line, format: format.name, outcome: checked(outcome), shown: '' };
  }

  /** What a record of no format is a wrapping of, where the first of it is of one. */
  #within(record: PostRecord, depth: number): readonly PostRecord[] | null {
    for (const wrapped of wrappedRecords(record)) {
      const [first] = wrapped;
      if (first === undefined) continue;
      if (this.#told(first) !== null) return wrapped;
      if (depth + 1 < MOST_WRAPPINGS && this.#within(first, depth + 1) !== null) return wrapped;
    }
    return null;
  }

  #told(record: PostRecord): PostFormat | null {
    // A user who names columns means a table of his own.
    if (this.#context.map.size > 0) return POST_FORMATS.at(-1) ?? null;
    const last = this.#last;
    if (last && last !== POST_FORMATS.at(-1) && last.recognise(record)) return last;
    this.#last = POST_FORMATS.find((format) => format.recognise(record)) ?? null;
    return this.#last;
  }
}

/** A post without id cannot be told from another; one with a giant id is an attack on the index. */
function checked(outcome: PostOutcome): PostOutcome {
  if (outcome.type === 'post' && (outcome.post.id === '' || outcome.post.id.length > 4096))
    return { type: 'reject', reason: 'no-id' };
  return outcome;
}
