import type { DatabaseSync } from 'node:sqlite';
import type { CaseInput, SourceFile } from '../store.ts';
import { integer, text, textOrNull, word } from './row.ts';

/** What was given to the case, and what it says of itself: settings, the inputs, and every file found in them. */
export class Manifest {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  setting(name: string): string | null {
    const row = this.#database.prepare('SELECT value FROM settings WHERE name = ?').get(name);
    return row ? textOrNull(row, 'value') : null;
  }

  setSetting(name: string, value: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)').run(name, value);
  }

  inputs(): readonly CaseInput[] {
    const rows = this.#database.prepare('SELECT path, role, name FROM inputs ORDER BY number').all();
    return rows.map((row) => ({ path: text(row, 'path'), role: word(row, 'role'), name: text(row, 'name') }));
  }

  /** An input of the same path and role is known already and stays as it is. */
  addInput({ path, role, name }: CaseInput): void {
    this.#database
      .prepare('INSERT INTO inputs (path, role, name) VALUES (?, ?, ?) ON CONFLICT (role, path) DO NOTHING')
      .run(path, role, name);
  }

  addSources(files: readonly SourceFile[]): void {
    const statement = this.#database.prepare('INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?)');
    for (const { role, path, size, mtimeMs, sha256 } of files) {
      statement.run(role, path, size, mtimeMs, sha256);
    }
  }

  *sources(): IterableIterator<SourceFile> {
    const page = this.#database.prepare(
      'SELECT * FROM sources WHERE (role, path) > (?, ?) ORDER BY role, path LIMIT 1000',
    );
    let role = '';
    let path = '';
    for (;;) {
      const rows = page.all(role, path);
      for (const row of rows) {
        role = text(row, 'role');
        path = text(row, 'path');
        yield {
          path,
          role: word(row, 'role'),
          size: integer(row, 'size'),
          mtimeMs: integer(row, 'mtime_ms'),
          sha256: text(row, 'sha256'),
        };
      }
      if (rows.length < 1000) return;
    }
  }
}
