import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attach, type DocumentKind } from '../../src/rehearse/documents/document.ts';
import { Random } from './random.ts';

export interface Documents {
  readonly folders: readonly string[];
  readonly pdfs: readonly string[];
  readonly files: number;
  readonly bytes: number;
  /** Gathered from other projects' tests, or made up where those are not at hand. */
  readonly real: boolean;
}

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const REAL = ['documents/files', 'docs-metadata/files'].map((folder) => join(CORPUS, folder));
/** A page of 10^9 points on which pdftotext spends twenty seconds to find no words. */
const LEFT_OUT = 'bomb_giant.pdf';
const KINDS: readonly DocumentKind[] = ['pdf', 'docx', 'xlsx', 'png'];
const WORDS = 'budget contract schedule venue speech travel invoice poster volunteer printer'.split(' ');

/** The documents of the corpus; with `standIn`, or without a corpus, made-up ones below `data`. */
export function documents(data: string, standIn: number | null): Documents {
  const real = standIn === null && REAL.every((folder) => existsSync(folder));
  const folders = real ? REAL : [makeDocuments(join(data, 'documents'), standIn ?? 100)];
  const files = folders.flatMap(filesIn);
  return {
    folders,
    pdfs: files.filter((path) => path.endsWith('.pdf') && !path.endsWith(LEFT_OUT)),
    files: files.length,
    bytes: files.reduce((sum, path) => sum + statSync(path).size, 0),
    real,
  };
}

/** Paths of the files in a folder and below it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function makeDocuments(folder: string, count: number): string {
  mkdirSync(folder, { recursive: true });
  const random = new Random('documents');
  for (let index = 0; index < count; index++) {
    for (const kind of KINDS) {
      const lines = Array.from({ length: 40 }, () => sentence(random));
      const [created, modified] = [Date.UTC(2016, index % 12, 3), Date.UTC(2017, index % 12, 4)];
      const facts = {
        title: sentence(random),
        author: 'A. Writer',
        lastModifiedBy: 'B. Reader',
        created,
        modified,
      };
      const name = `document-${index}.${kind}`;
      writeFileSync(join(folder, name), attach(name, { kind, lines, facts }).bytes);
    }
  }
  return folder;
}

function sentence(random: Random): string {
  return Array.from({ length: 8 }, () => random.pick(WORDS)).join(' ');
}
