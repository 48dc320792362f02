import { text, textOrNull, word } from '../sqlite/row.ts';
import type { CaseInput, SourceFile } from '../store.ts';
import type { Row } from './database.ts';
import type { Session } from './session.ts';

/** Rows of one round trip: entries are short. */
const PAGE_ROWS = 1000;

/** Settings, inputs, and every file found in them. */
export class Manifest {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  setting(name: string): string | null {
    const row = this.#session.one('SELECT value FROM settings WHERE case_id = $1 AND name = $2', [name]);
    return row ? textOrNull(row, 'value') : null;
  }

  setSetting(name: string, value: string): void {
    this.#session.write(
      `INSERT INTO settings VALUES ($1, $2, $3) ON CONFLICT (case_id, name) DO UPDATE SET value = excluded.value`,
      [name, value],
    );
  }

  inputs(): readonly CaseInput[] {
    return this.#session
      .read('SELECT path, role, name FROM inputs WHERE case_id = $1 ORDER BY number')
      .map((row) => ({ path: text(row, 'path'), role: word(row, 'role'), name: text(row, 'name') }));
  }

  /** An input of the same path and role is known already and stays as it is. */
  addInput({ path, role, name }: CaseInput): void {
    this.#session.write(
      `INSERT INTO inputs (case_id, number, path, role, name)
       SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM inputs WHERE case_id = $1
       ON CONFLICT (case_id, role, path) DO NOTHING`,
      [path, role, name],
    );
  }

  addSources(files: readonly SourceFile[]): void {
    // One statement may not write a row twice.
    const last = [...new Map(files.map((file) => [`${file.role} ${file.path}`, file])).values()];
    if (last.length === 0) return;
    this.#session.write(
      `INSERT INTO sources SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::float8[], $6::text[])
       ON CONFLICT (case_id, role, path)
       DO UPDATE SET size = excluded.size, mtime_ms = excluded.mtime_ms, sha256 = excluded.sha256`,
      [
        last.map((file) => file.role),
        last.map((file) => file.path),
        last.map((file) => file.size),
        last.map((file) => file.mtimeMs),
        last.map((file) => file.sha256),
      ],
    );
  }

  *sources(): IterableIterator<SourceFile> {
    let role = '';
    let path = '';
    for (;;) {
      const rows = this.#session.read(
        `SELECT * FROM sources WHERE case_id = $1 AND (role, path) > ($2, $3) ORDER BY role, path LIMIT ${PAGE_ROWS}`,
        [role, path],
      );
      yield* rows.map(toSourceFile);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_ROWS) return;
      role = text(last, 'role');
      path = text(last, 'path');
    }
  }
}

function toSourceFile(row: Row): SourceFile {
  return {
    path: text(row, 'path'),
    role: word(row, 'role'),
    size: Number(row.size),
    mtimeMs: Number(row.mtime_ms),
    sha256: text(row, 'sha256'),
  };
}
