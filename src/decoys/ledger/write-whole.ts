import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file whole or not at all, and returns only when the disk has it: killed anywhere, what was there stays. */
export function writeWhole(path: string, bytes: Uint8Array | string, mode = 0o600): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  const file = openSync(temporary, 'w', mode);
  try {
    const all = Buffer.from(bytes);
    for (let at = 0; at < all.length; ) at += writeSync(file, all, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  syncFolder(folder);
}

/** Without it the new name may be gone after a power cut. Windows cannot open folders, and needs it not. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
