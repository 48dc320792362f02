import type { ItemKind } from '../../model/index.ts';

/** Archive formats told apart; which of them can be opened is for the archive reader to say. */
export const ARCHIVE_FORMATS = [
  'zip',
  '7z',
  'rar',
  'tar',
  'gz',
  'bz2',
  'xz',
  'zst',
  'cab',
  'ar',
  'cpio',
  'lzh',
  'arj',
  'z',
  'lz4',
  'lz',
  'lzma',
  'xar',
  'iso',
  'wim',
  'rpm',
] as const;

/** Formats with a reader in `parse/archive`. */
export type ArchiveFormat = (typeof ARCHIVE_FORMATS)[number];

/** What reader finds children in it; null when it has none, or none that Tamis reads. */
export type Container =
  | 'message'
  | 'mbox'
  | 'pst'
  | 'msg'
  | 'tnef'
  | 'emlx'
  | 'utf16-message'
  | 'utf16-mbox'
  | 'olm'
  | 'dbox'
  | 'dbx'
  | 'mbx'
  | 'babyl'
  | `archive:${ArchiveFormat}`
  | null;

/** What bytes are, told by content. */
export interface Detection {
  /** Media type, without parameters; `application/octet-stream` when nothing is recognised. */
  readonly type: string;
  readonly kind: ItemKind;
  readonly container: Container;
  /** One sentence when the name promises something else than the bytes are, else null. */
  readonly mismatch: string | null;
}

/** What a recogniser says, before the name is compared. */
export interface Match {
  readonly type: string;
  readonly kind: ItemKind;
  readonly container: Container;
}

export const message: Match = { type: 'message/rfc822', kind: 'message', container: 'message' };
export const mbox: Match = { type: 'application/mbox', kind: 'mailbox', container: 'mbox' };
export const emlx: Match = { type: 'application/x-emlx', kind: 'message', container: 'emlx' };
/** A message that a program saved anew in UTF-16. */
export const wideMessage: Match = { ...message, container: 'utf16-message' };
export const wideMbox: Match = { ...mbox, container: 'utf16-mbox' };
export const unknown: Match = { type: 'application/octet-stream', kind: 'other', container: null };
export const empty: Match = { type: 'inode/x-empty', kind: 'other', container: null };

export const document = (type: string): Match => ({ type, kind: 'document', container: null });
export const image = (type: string): Match => ({ type, kind: 'image', container: null });
export const mailbox = (type: string, container: Container): Match => ({ type, kind: 'mailbox', container });
export const other = (type: string): Match => ({ type, kind: 'other', container: null });
export const archive = (type: string, format: ArchiveFormat): Match => ({
  type,
  kind: 'archive',
  container: `archive:${format}`,
});
