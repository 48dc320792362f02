import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Decoy } from '../model/index.ts';
import { inside } from './safe-path.ts';
import { isMail, type Target } from './target.ts';
import { writeAged } from './write-aged.ts';

/** Maildir++: folders beside each other, with dots. Read messages lie in `cur`. */
export function maildirTarget(root: string): Target {
  const host = hostIn(root);
  const pathOf = (decoy: Decoy) => join(folderOf(root, decoy.placement.folder), 'cur', nameOf(decoy, host));
  return {
    takes: isMail,
    place: pathOf,
    put: async (decoy) => {
      const folder = folderOf(root, decoy.placement.folder);
      for (const part of ['cur', 'new', 'tmp'])
        mkdirSync(join(folder, part), { recursive: true, mode: 0o700 });
      return writeAged(pathOf(decoy), decoy.bytes, decoy.placement.at);
    },
    finish: async () => {},
  };
}

/** Whether a folder is a Maildir, by the three folders it has. */
export function isMaildir(path: string): boolean {
  return ['cur', 'new', 'tmp'].every((part) => existsSync(join(path, part)));
}

function folderOf(root: string, folder: string): string {
  const parts = folder
    .split('/')
    .filter((part, at) => part !== '' && !(at === 0 && part.toUpperCase() === 'INBOX'));
  return parts.length === 0 ? root : inside(root, '', `.${parts.join('.')}`);
}

/** As Dovecot names them: seconds, microseconds, process, host, sizes. The same at every run. */
function nameOf({ id, bytes, placement }: Decoy, host: string): string {
  const digest = createHash('sha256').update(`maildir ${id}`).digest();
  const microseconds = digest.readUInt32BE(0) % 1_000_000;
  const pid = 1000 + (digest.readUInt32BE(4) % 30_000);
  let virtual = bytes.length;
  for (const [at, byte] of bytes.entries()) if (byte === 0x0a && bytes[at - 1] !== 0x0d) virtual++;
  return `${Math.floor(placement.at / 1000)}.M${microseconds}P${pid}.${host},S=${bytes.length},W=${virtual}:2,S`;
}

/** The host that the names of other messages give, so that decoys have the same. */
function hostIn(root: string): string {
  for (const part of ['cur', 'new']) {
    if (!existsSync(join(root, part))) continue;
    for (const name of readdirSync(join(root, part)).slice(0, 100)) {
      const found = /^\d+\.[^.]+\.([A-Za-z0-9.-]{1,100})/.exec(name)?.[1];
      if (found !== undefined) return found;
    }
  }
  return 'mail';
}
