import type { DomainKey } from '../../model/index.ts';
import { keysFromJson } from './json-keys.ts';
import { keysFromZone } from './zone-keys.ts';

/** The keys of a file, and what is wrong with its lines. */
export interface KeyFile {
  readonly keys: DomainKey[];
  /** Lines (from 1) that should have given a key and did not. */
  readonly defects: KeyFileLine[];
  /** Lines that gave a key of which something is wrong, a date or the record itself. */
  readonly remarks: KeyFileLine[];
}

/** What is wrong with a line, counted from 1. */
export interface KeyFileLine {
  readonly line: number;
  readonly detail: string;
}

/**
 * Reads a key file: JSON Lines `{"domain","selector","record","firstSeen","lastSeen","source","trust"}`, one
 * JSON document of such objects or of DNS answers by name, or DNS zone text (docs/key-files.md). `source`
 * names the file for keys that do not name their own. Never throws; `trust` is `archive` unless stated.
 */
export function parseKeyFile(text: string, source: string): KeyFile {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  // No line of zone text begins so, while the first line of JSON Lines may be the broken one.
  if (!/^\s*[[{]/m.test(body)) return keysFromZone(body, source);
  const document = parseJson(body);
  if (document !== undefined) return keysFromJson(document, source, 1);
  return keysFromLines(body, source);
}

function keysFromLines(text: string, source: string): KeyFile {
  const file: KeyFile = { keys: [], defects: [], remarks: [] };
  let line = 0;
  for (const content of text.split('\n')) {
    line++;
    if (content.trim() === '') continue;
    const value = parseJson(content);
    if (value === undefined) file.defects.push({ line, detail: 'not JSON' });
    else {
      const { keys, defects, remarks } = keysFromJson(value, source, line);
      if (keys.length + defects.length === 0) {
        file.defects.push({ line, detail: 'neither domain and selector nor a name of a key' });
      }
      file.keys.push(...keys);
      file.defects.push(...defects);
      file.remarks.push(...remarks);
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
