import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { timedRun } from './timed-run.ts';

/** Costs of one core, of what is not mail: what each took beyond an empty sift, by the unit. */
export interface KindCost {
  readonly kind: string;
  readonly units: number;
  /** Milliseconds of processor for each. */
  readonly ms: number;
  readonly bytes: number;
}

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const PICTURE = /\.(?:png|jpe?g|tiff?|bmp|webp)$/i;
/** OCR takes a second a page. */
const MOST_PICTURES = 30;

/** Documents, pages for OCR and posts of the corpus; empty where it is not there. */
export async function costOfKinds(
  folder: string,
  options: { readonly compiled: string },
): Promise<readonly KindCost[]> {
  if (!existsSync(CORPUS)) return [];
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const sift = (input: string, name: string, ...more: readonly string[]) =>
    timedRun(
      [['sift', input, '--case', join(folder, `${name}.tamis`), '--jobs', '1', '--json', ...more]],
      options,
    );
  const nothing = await sift(empty, 'nothing');
  const documents = join(CORPUS, 'documents/files');
  const read = await sift(documents, 'documents');
  const { items } = JSON.parse(read.output) as { items: { total: number } };
  const pictures = join(folder, 'pictures');
  const found = copyPictures(documents, pictures);
  const plain = await sift(pictures, 'pictures');
  const ocr = await sift(pictures, 'pictures', '--ocr');
  const posts = join(CORPUS, 'posts/russian_coord_tweets.csv');
  const importing = await timedRun(
    [['spread', 'import', posts, '--case', join(folder, 'posts.tamis'), '--json']],
    options,
  );
  const { posts: count } = JSON.parse(importing.output) as { posts: number };
  const report = await timedRun(
    [['spread', 'report', '--case', join(folder, 'posts.tamis'), '--repetitions', '10', '--json']],
    options,
  );
  const cost = (kind: string, cpu: number, units: number, bytes: number): KindCost => {
    return { kind, units, ms: (1000 * Math.max(0, cpu)) / Math.max(1, units), bytes };
  };
  return [
    cost('a file of documents, with what it holds', read.cpu - nothing.cpu, items.total, sizeOf(documents)),
    cost('a picture, read by OCR', ocr.cpu - nothing.cpu, found, sizeOf(pictures)),
    cost('a picture, without OCR', plain.cpu - nothing.cpu, found, sizeOf(pictures)),
    cost('a post, brought in', importing.cpu - nothing.cpu, count, statSync(posts).size),
    cost('a post, in a report of ten repetitions', report.cpu - nothing.cpu, count, statSync(posts).size),
  ];
}

function copyPictures(from: string, to: string): number {
  mkdirSync(to);
  const files = filesIn(from).filter((file) => PICTURE.test(file) && statSync(file).size > 10_000);
  for (const [at, file] of files.slice(0, MOST_PICTURES).entries())
    cpSync(file, join(to, `${at}${/\.\w+$/.exec(file)?.[0] ?? ''}`));
  return Math.min(files.length, MOST_PICTURES);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function sizeOf(folder: string): number {
  return filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}
