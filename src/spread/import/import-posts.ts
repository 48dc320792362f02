import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TamisError } from '../../model/index.ts';
import { mergePosts } from '../store/merge.ts';
import type { DateOrder } from '../time/parse-time.ts';
import { isZone } from '../time/zone.ts';
import { MAPPED_FIELDS } from './formats/usual-columns.ts';
import { Gathering } from './gathering.ts';
import { readPosts } from './read-posts.ts';
import type { FirstReject } from './tally.ts';

/** Where posts go, and how they are read. */
export interface ImportOptions {
  /** Folder of the case; `spread/` is made in it. */
  readonly folder: string;
  /** Name of a format, or `auto`. */
  readonly format: string;
  /** `field=column`, named by the user. */
  readonly map: readonly string[];
  /** IANA zone of stamps that state none. */
  readonly zone: string;
  /** What 05/06/2017 means; without it such dates are set aside. */
  readonly dates?: DateOrder | undefined;
  /** Bytes DuckDB may take before it spills to the case's folder. */
  readonly memory: number;
}

/** What an import did: counts, what was set aside and why, what was taken for granted. */
export interface ImportSummary {
  /** Posts read; of them in the case for the first time; in the case now. */
  readonly read: number;
  readonly added: number;
  readonly posts: number;
  readonly formats: Readonly<Record<string, number>>;
  readonly rejected: Readonly<Record<string, number>>;
  /** The first of every reason. */
  readonly firstRejects: readonly FirstReject[];
  /** Files that could not be read, wholly or from some point on. */
  readonly failedFiles: readonly { readonly file: string; readonly reason: string }[];
  /** Posts whose stamp stated no zone and was read in `zone`. */
  readonly assumedZone: number;
  /** Posts whose language the text told, the platform giving none. */
  readonly languageByText: number;
  /** Posts whose id, or that of their account, had been rounded by a spreadsheet. */
  readonly roundedIds: number;
  /** Share of posts without the field, 0 to 1, for fields the report leans on. */
  readonly missing: Readonly<Record<string, number>>;
}

/**
 * Reads files of posts into the case (`spread/posts.parquet`, `spread/rejects.parquet`). A file read again
 * adds nothing. Throws TamisError `bad-option`, `cannot-read`, `unknown-format`.
 */
export async function importPosts(files: readonly string[], options: ImportOptions): Promise<ImportSummary> {
  const map = fieldMap(options.map);
  if (!isZone(options.zone))
    throw new TamisError('bad-option', {
      en: `unknown time zone ${options.zone}`,
      fr: `fuseau horaire inconnu\u00a0: ${options.zone}`,
    });
  const folder = join(options.folder, 'spread');
  mkdirSync(folder, { recursive: true });
  const context = { zone: options.zone, map, dates: options.dates ?? null };
  const gathered = new Gathering(folder);
  try {
    for (const file of files) {
      try {
        for await (const item of readPosts(file, context, options.format)) await gathered.add(file, item);
      } catch (error) {
        // One file that cannot be read does not keep the others out; alone, it is the answer.
        if (!(error instanceof TamisError) || files.length === 1) throw error;
        gathered.failed(file, error);
      }
    }
    gathered.close();
    const { posts, postsPath, rejects, rejectsPath } = gathered;
    const merged = await mergePosts(
      folder,
      { path: postsPath, longest: posts.longest },
      { path: rejectsPath, longest: rejects.longest },
      options.memory,
    );
    return { ...gathered.tally.summary(), ...merged };
  } finally {
    gathered.remove();
  }
}

function fieldMap(map: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const part of map.flatMap((list) => list.split(','))) {
    const [field, column] = [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)];
    if (!part.includes('=') || !(MAPPED_FIELDS as readonly string[]).includes(field))
      throw new TamisError('bad-option', {
        en: `${part} is not field=column; the fields: ${MAPPED_FIELDS.join(', ')}`,
        fr: `${part} n’est pas champ=colonne\u202f; les champs\u00a0: ${MAPPED_FIELDS.join(', ')}`,
      });
    fields.set(field, column);
  }
  return fields;
}
