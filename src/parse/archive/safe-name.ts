import { createHash } from 'node:crypto';
import type { Defect } from '../../model/index.ts';

/** One path component on the common file systems; longer ones could never be exported. */
const COMPONENT_CHARS = 200;
/** Linux PATH_MAX. Attack: a name of 64 KB in each of a million entries, all kept by the case. */
const PATH_CHARS = 4096;

/** Reserved by Windows whatever the extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** Controls that make a name look like another one (CVE-2021-42574 and "exe.cod" tricks). */
const BIDIRECTIONAL = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** A name that leads nowhere else, and what had to be changed for it. */
export interface SafeName {
  readonly name: string;
  readonly defects: readonly Defect[];
}

/**
 * Makes the name an archive gives an entry harmless: relative, `/`-separated, without `..`, drive
 * letters, device names, control or direction characters. What had to be changed is told as defects
 * `absolute-path`, `path-traversal`, `device-name`, `bad-name`, with the name as it was in the detail.
 */
export function safeName(original: string): SafeName {
  if (/^[\w.-]+(?:\/[\w.-]+)*$/.test(original) && isPlain(original)) return { name: original, defects: [] };
  const defects: Defect[] = [];
  const note = (code: string, detail: string): void => {
    defects.push({ code, detail: `${detail}: ${JSON.stringify(original.slice(0, 300))}` });
  };
  let name = original.toWellFormed();
  name = replaced(name, /\ufffd/g, '\ufffd', () => note('bad-name', 'bytes that are not text'));
  name = replaced(name, CONTROL, '\ufffd', () => note('bad-name', 'control character'));
  name = replaced(name, BIDIRECTIONAL, '\ufffd', () => note('bad-name', 'text direction override'));
  name = replaced(name, /\\/g, '/', () => note('bad-name', 'backslash'));
  name = replaced(name, /^\/*[A-Za-z]:\/*/, '', () => note('absolute-path', 'drive letter'));
  name = replaced(name, /^\/+/, '', () => note('absolute-path', 'absolute path'));
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue;
    parts.push(safeComponent(part, note));
  }
  return { name: shortened(parts.join('/'), PATH_CHARS, note), defects };
}

function isPlain(name: string): boolean {
  if (name.length > COMPONENT_CHARS) return false;
  return name.split('/').every((part) => part !== '..' && part !== '.' && !DEVICE.test(part));
}

function replaced(text: string, pattern: RegExp, by: string, found: () => void): string {
  if (text.search(pattern) < 0) return text;
  found();
  return text.replace(pattern, by);
}

function safeComponent(part: string, note: (code: string, detail: string) => void): string {
  if (part === '..') {
    note('path-traversal', 'a way out of the archive');
    return '__';
  }
  if (DEVICE.test(part)) {
    note('device-name', 'a device of Windows');
    return `_${part}`;
  }
  return shortened(part, COMPONENT_CHARS, note);
}

/** Cut in the middle so that the extension survives, with a digest so that two cut names stay apart. */
function shortened(text: string, limit: number, note: (code: string, detail: string) => void): string {
  if (text.length <= limit) return text;
  note('bad-name', `${text.length} characters long`);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return `${text.slice(0, limit - 60)}~${digest}~${text.slice(-40)}`.toWellFormed();
}
