import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredItem } from '../../case/index.ts';
import { createFolder } from './folder.ts';
import { messageBytes } from './messages.ts';
import type { ExportReport, ExportSource } from './types.ts';

/** Letters of the subject in a file's name: with date and id below what any file system takes. */
const SUBJECT_CHARS = 40;

/** Each message in a file of its own, byte for byte. */
export async function exportEml(source: ExportSource, folder: string): Promise<ExportReport> {
  createFolder(folder);
  const messages = messageBytes(source);
  for await (const { item, bytes } of messages) {
    writeFileSync(join(folder, emlName(item)), bytes, { flag: 'wx', mode: 0o600 });
  }
  return messages.report();
}

/**
 * `2017-05-05-subject-id.eml`: sorts by date, says something, and is unique by the id. Only letters, digits
 * and hyphens of the subject remain, so that no subject can name a path, a device or an option.
 */
export function emlName({ id, message }: Pick<StoredItem, 'id' | 'message'>): string {
  const date = /^\d{4}-\d\d-\d\d/.exec(message?.date ?? '')?.[0] ?? 'undated';
  const words = (message?.subject ?? '').normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const subject = [...words.join('-')].slice(0, SUBJECT_CHARS).join('').replace(/-$/, '');
  return [date, subject, id]
    .filter((part) => part !== '')
    .join('-')
    .concat('.eml');
}
