import { dosTime } from '../time-facts.ts';
import { encryptionName } from './decryption.ts';
import type { EndRecord } from './end-record.ts';
import { FLAG_ENCRYPTED, unixMode, type ZipEntry } from './entry.ts';
import { extraFacts } from './extra-fields.ts';
import type { LocalHeader } from './local-header.ts';
import { decodeComment } from './name.ts';

/** "Version made by", high byte (APPNOTE 4.4.2.2). */
const HOSTS: Readonly<Record<number, string>> = {
  0: 'MS-DOS, OS/2 or FAT',
  1: 'Amiga',
  2: 'OpenVMS',
  3: 'Unix',
  5: 'Atari',
  6: 'OS/2 HPFS',
  7: 'Macintosh',
  10: 'Windows NTFS',
  11: 'MVS',
  14: 'VFAT',
  19: 'macOS',
};

/**
 * Traces a zip keeps of who packed it, when and with what. `modified-local` is in the unknown zone of the
 * packing machine; `modified`, `accessed` and `created` are UTC.
 */
export function entryFacts(
  entry: ZipEntry,
  local: LocalHeader | null,
  nameGuessed: boolean,
): Record<string, string> {
  const facts: Record<string, string> = {
    'packed-bytes': String(entry.compressedSize),
    method: String(entry.method),
  };
  const note = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') facts[name] = value;
  };
  note('modified-local', dosTime(entry.dosDate, entry.dosTime));
  Object.assign(facts, extraFacts(entry.extra));
  if (local !== null) Object.assign(facts, extraFacts(local.extra));
  if (entry.madeBy !== 0) {
    note('host-os', HOSTS[entry.madeBy >> 8] ?? `number ${entry.madeBy >> 8}`);
    note('made-by-version', `${Math.floor((entry.madeBy & 0xff) / 10)}.${(entry.madeBy & 0xff) % 10}`);
  }
  const mode = unixMode(entry);
  if (mode !== 0) note('mode', mode.toString(8));
  note('comment', decodeComment(entry.comment));
  if ((entry.flags & FLAG_ENCRYPTED) !== 0) note('encryption', encryptionName(entry));
  if (nameGuessed) note('name-bytes', Buffer.from(entry.name).toString('hex'));
  return facts;
}

/** What the end record tells of the archive itself; nothing of one that has lost its end. */
export function containerFacts(end: EndRecord | null): Record<string, string> {
  if (end === null) return {};
  const facts: Record<string, string> = {};
  const comment = decodeComment(end.comment);
  if (comment !== '') facts.comment = comment;
  if (end.zip64) facts.zip64 = 'yes';
  if (end.disk !== 0) facts.volume = String(end.disk + 1);
  return facts;
}
