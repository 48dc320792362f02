import { createHash, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpreadJson } from '../api/spread.ts';

/** To be raised with every change of what a report says or is counted with: reports of before are made anew. */
const EDITION = 1;

/** Anybody who may look can ask for a report of any tag: of reports of some megabytes, no more than these are kept. */
const MOST_KEPT = 16;

/** Hexadecimal digits of SHA-256 in a file's name: 64 bits do not meet by chance among sixteen. */
const NAME_CHARS = 16;

/**
 * Reports kept in the case, `spread/reports/POSTS-QUESTION.json`: half a minute of counting for 92,300 posts, which
 * a server that starts anew need not repeat. A case that cannot be written to is only slower.
 */
export class SpreadCache {
  readonly #posts: string;
  readonly #folder: string;

  /** `folder` is the one of the case. */
  constructor(folder: string) {
    this.#posts = join(folder, 'spread', 'posts.parquet');
    this.#folder = join(folder, 'spread', 'reports');
  }

  /** Differs whenever posts were imported, which writes their file anew; null where the case holds none. */
  version(): string | null {
    const file = statSync(this.#posts, { bigint: true, throwIfNoEntry: false });
    return file === undefined ? null : nameOf(`${EDITION} ${file.size} ${file.mtimeNs}`);
  }

  /** Null where none is kept, or what is there is none. */
  async read(version: string, question: object): Promise<SpreadJson | null> {
    try {
      const kept: unknown = JSON.parse(await readFile(this.#path(version, question), 'utf8'));
      return isReport(kept) ? kept : null;
    } catch {
      return null;
    }
  }

  /** Whole or not at all; reports on posts of before go. */
  async write(version: string, question: object, report: SpreadJson): Promise<void> {
    const path = this.#path(version, question);
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(temporary, JSON.stringify(report), { mode: 0o600 });
      await rename(temporary, path);
      await this.#clear(version);
    } catch {
      // It is in memory, and will be counted again by the next server.
      await rm(temporary, { force: true }).catch(() => {});
    }
  }

  #path(version: string, question: object): string {
    return join(this.#folder, `${version}-${nameOf(JSON.stringify(question))}.json`);
  }

  async #clear(version: string): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.json'));
    const current = names.filter((name) => name.startsWith(`${version}-`));
    const aged = await Promise.all(
      current.map(async (name) => ({ name, age: (await stat(join(this.#folder, name))).mtimeMs })),
    );
    const kept = aged.sort((a, b) => b.age - a.age).slice(0, MOST_KEPT);
    const wanted = new Set(kept.map(({ name }) => name));
    for (const name of names) if (!wanted.has(name)) await rm(join(this.#folder, name), { force: true });
  }
}

function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, NAME_CHARS);
}

/** What this program wrote; a file cut short by a full disk is no JSON. */
function isReport(value: unknown): value is SpreadJson {
  return typeof value === 'object' && value !== null && 'volume' in value && 'coordination' in value;
}
