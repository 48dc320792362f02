import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailboxText, type StoredItem } from '../../case/index.ts';
import type { Address } from '../../model/index.ts';
import { DAT_BOM, datLine } from './concordance.ts';
import { createFile } from './file-writer.ts';
import { createFolder } from './folder.ts';
import { inFamilies, type Numbered } from './numbering.ts';
import { type ExportOptions, type ExportReport, type ExportSource, MAX_EXPORTED_BYTES } from './types.ts';
import { untilAborted } from './until-aborted.ts';

interface Document extends Numbered {
  readonly item: StoredItem;
  readonly custodian: string;
  readonly md5: string;
  readonly native: string;
  readonly text: string;
}

type Column = readonly [name: string, value: (document: Document) => string];

const COLUMNS: readonly Column[] = [
  ['BEGDOC', ({ number }) => number],
  ['ENDDOC', ({ number }) => number],
  ['BEGATTACH', ({ begin }) => begin],
  ['ENDATTACH', ({ end }) => end],
  ['CUSTODIAN', ({ custodian }) => custodian],
  ['FROM', ({ item }) => people(item.message?.from)],
  ['TO', ({ item }) => people(item.message?.to)],
  ['CC', ({ item }) => people(item.message?.cc)],
  ['BCC', ({ item }) => people(item.message?.bcc)],
  ['SUBJECT', ({ item }) => item.message?.subject ?? ''],
  ['DATESENT', ({ item }) => item.message?.date?.slice(0, 10) ?? ''],
  ['TIMESENT', ({ item }) => item.message?.date?.slice(11, 19) ?? ''],
  ['FILENAME', ({ item }) => (item.message ? '' : item.name)],
  ['FILEEXT', ({ item }) => extension(item)],
  ['FILESIZE', ({ item }) => String(item.size)],
  ['MIMETYPE', ({ item }) => item.type],
  ['MD5', ({ md5 }) => md5],
  ['SHA256', ({ item }) => item.sha256],
  ['MESSAGEID', ({ item }) => item.message?.messageId ?? ''],
  ['MIH', ({ item }) => item.message?.mih ?? ''],
  ['THREADID', ({ item }) => item.thread ?? ''],
  ['DUPLICATEOF', ({ item }) => item.duplicateOf ?? ''],
  ['VERDICT', ({ item }) => item.judgement?.verdict ?? ''],
  ['REASONS', ({ item }) => item.judgement?.reasons.map(({ code }) => code).join('; ') ?? ''],
  ['TAMISID', ({ item }) => item.id],
  ['SOURCEPATH', ({ item }) => item.path],
  ['NATIVEPATH', ({ native }) => native],
  ['TEXTPATH', ({ text }) => text],
];

/**
 * A production for review platforms: `loadfile.dat`, the originals under NATIVES and the texts under TEXT, all
 * three by document number. Families stand together, the message before what it carries. A mailbox, and an
 * archive no message carries, is no document but where documents were found.
 */
export async function exportDat(
  source: ExportSource,
  options: ExportOptions,
  folder: string,
): Promise<ExportReport> {
  createFolder(folder);
  const file = createFile(join(folder, 'loadfile.dat'));
  const unreadable: string[] = [];
  const unfit: string[] = [];
  let written = 0;
  try {
    file.write(DAT_BOM + datLine(COLUMNS.map(([name]) => name)));
    const { documents, containers } = await inFamilies(source, options.prefix ?? 'TAMIS');
    unfit.push(...containers);
    for await (const numbered of untilAborted(documents, source.signal)) {
      const item = source.store.itemByRow(numbered.row);
      if (item === null) continue;
      const bytes = item.size > MAX_EXPORTED_BYTES ? null : source.bytesOf(item);
      if (bytes === null) unreadable.push(item.id);
      const document: Document = {
        ...numbered,
        item,
        custodian: options.custodian ?? item.path.split('/', 1).join(''),
        md5: bytes === null ? '' : createHash('md5').update(bytes).digest('hex'),
        native: bytes === null ? '' : place(folder, 'NATIVES', numbered, extension(item), bytes),
        text: item.text === '' ? '' : place(folder, 'TEXT', numbered, 'txt', Buffer.from(item.text)),
      };
      file.write(datLine(COLUMNS.map(([, value]) => value(document))));
      written++;
    }
  } finally {
    file.close();
  }
  return { written, unfit, unreadable };
}

/** Writes one file and returns its path as load files spell it. */
function place(
  root: string,
  kind: string,
  { number, folder }: Numbered,
  ending: string,
  bytes: Uint8Array,
): string {
  const name = `${number}.${ending}`;
  mkdirSync(join(root, kind, folder), { recursive: true, mode: 0o700 });
  writeFileSync(join(root, kind, folder, name), bytes, { flag: 'wx', mode: 0o600 });
  return `${kind}\\${folder}\\${name}`;
}

/** From the leak's own name, so nothing but a few letters and digits. */
function extension(item: StoredItem): string {
  if (item.message) return 'eml';
  return /\.([a-z0-9]{1,8})$/i.exec(item.name)?.[1]?.toLowerCase() ?? 'bin';
}

function people(list: readonly Address[] | undefined): string {
  return list?.map(mailboxText).join('; ') ?? '';
}
