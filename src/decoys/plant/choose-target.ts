import { folderTarget } from './folder.ts';
import { isMaildir, maildirTarget } from './maildir.ts';
import { mboxTarget } from './mbox.ts';
import type { Target } from './target.ts';
import { zipTarget } from './zip-file.ts';

/** What `plant --as` takes; `eml` is a folder of messages. */
export const TARGET_KINDS = ['folder', 'maildir', 'mbox', 'eml', 'zip'] as const;

/** One of TARGET_KINDS. */
export type TargetKind = (typeof TARGET_KINDS)[number];

/** @param kind what it is; undefined to tell by its name and what lies there */
export function targetAt(path: string, kind: TargetKind | undefined): Target {
  switch (kind ?? guess(path)) {
    case 'maildir':
      return maildirTarget(path);
    case 'mbox':
      return mboxTarget(path);
    case 'zip':
      return zipTarget(path);
    case 'folder':
    case 'eml':
      return folderTarget(path);
  }
}

function guess(path: string): TargetKind {
  if (/\.zip$/i.test(path)) return 'zip';
  if (/\.mbox$/i.test(path)) return 'mbox';
  return isMaildir(path) ? 'maildir' : 'folder';
}
