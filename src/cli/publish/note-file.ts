import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { TamisError } from '../../model/index.ts';
import { noteOf, type PublishNote } from '../../publish/index.ts';

/** Where the statements on a draft lie that has no front matter: beside it. */
export function noteFile(draft: string): string {
  return `${draft}.note.json`;
}

/** The statements beside a draft; none without such a file. Throws `bad-note` for one that is no JSON object. */
export function noteBeside(draft: string): PublishNote {
  const path = noteFile(draft);
  if (!existsSync(path)) return {};
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null) return noteOf(value as Record<string, unknown>);
  } catch (cause) {
    throw new TamisError(
      'bad-note',
      { en: `${path}: not JSON`, fr: `${path}\u00a0: pas du JSON` },
      { cause },
    );
  }
  throw new TamisError('bad-note', { en: `${path}: not an object`, fr: `${path}\u00a0: pas un objet` });
}

/** Adds statements to those beside a draft; returns all. */
export function addToNote(draft: string, note: PublishNote): PublishNote {
  const all = { ...noteBeside(draft), ...note };
  const path = noteFile(draft);
  writeFileSync(`${path}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return all;
}
