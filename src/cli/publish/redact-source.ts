import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CaseStore, StoredItem } from '../../case/store.ts';
import { TamisError } from '../../model/index.ts';
import { itemBytes } from '../../show/item-bytes.ts';
import { itemOf } from '../with-case.ts';
import { bytesOfFile } from './gate-flags.ts';

export interface RedactSource {
  readonly bytes: Uint8Array;
  /** For telling its type; never written anywhere. */
  readonly name: string;
  readonly item: StoredItem | null;
}

/** The bytes of a file here, or of an item of the case. Throws `no-such-path`, `no-item`, `gone`. */
export function redactSource(source: string, cwd: string, store: CaseStore | null): RedactSource {
  const path = resolve(cwd, source);
  if (existsSync(path) && statSync(path).isFile())
    return { bytes: bytesOfFile(path), name: path, item: null };
  if (store === null)
    throw new TamisError('no-such-path', {
      en: `${source}: no such file, and no case to look for an item in`,
      fr: `${source}\u00a0: pas de tel fichier, ni de dossier d’enquête où chercher un élément`,
    });
  const item = itemOf(store, source);
  const bytes = itemBytes(store.directory, item);
  if (bytes === null)
    throw new TamisError('gone', {
      en: `${item.id}: its bytes are not where they were`,
      fr: `${item.id}\u00a0: ses octets ne sont plus où ils étaient`,
    });
  return { bytes, name: item.message === null ? item.name : 'message.eml', item };
}
