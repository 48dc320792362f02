import { existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { TamisError } from '../../model/index.ts';
import { writeWhole } from '../ledger/index.ts';
import type { Put } from './target.ts';

/** Writes a file as old as it says it is. Throws `target-taken` where other bytes have its name. @param at UTC, ms */
export function writeAged(path: string, bytes: Uint8Array, at: number): Put {
  if (existsSync(path)) {
    if (Buffer.compare(readFileSync(path), bytes) === 0) return 'present';
    throw new TamisError('target-taken', {
      en: `${path} is there already, with other bytes.`,
      fr: `${path} existe déjà, avec d’autres octets.`,
    });
  }
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, bytes, 0o644);
  utimesSync(path, at / 1000, at / 1000);
  return 'planted';
}
