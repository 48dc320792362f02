import type { DomainKey } from '../../model/index.ts';
import { keysFromJson } from './json-keys.ts';
import { keysFromZone } from './zone-keys.ts';

export interface KeyFile {
  readonly keys: DomainKey[];
  /** Lines (from 1) that should have given a key and did not. */
  readonly defects: { readonly line: number; readonly detail: string }[];
}

/**
 * Reads a key file: JSON Lines `{"domain","selector","record","firstSeen","lastSeen","source","trust"}`, one
 * JSON document of such objects or of DNS answers by name, or DNS zone text (docs/key-files.md). `source`
 * names the file for keys that do not name their own. Never throws; `trust` is `archive` unless stated.
 */
export function parseKeyFile(text: string, source: string): KeyFile {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (!/^\s*[[{]/.test(body)) return keysFromZone(body, source);
  const document = parseJson(body);
  if (document !== undefined) return keysFromJson(document, source, 1);
  return keysFromLines(body, source);
}

function keysFromLines(text: string, source: string): KeyFile {
  const file: KeyFile = { keys: [], defects: [] };
  let line = 0;
  for (const content of text.split('\n')) {
    line++;
    if (content.trim() === '') continue;
    const value = parseJson(content);
    if (value === undefined) file.defects.push({ line, detail: 'not JSON' });
    else {
      const { keys, defects } = keysFromJson(value, source, line);
      for (const key of keys) file.keys.push(key);
      for (const defect of defects) file.defects.push(defect);
    }
  }
  return file;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
