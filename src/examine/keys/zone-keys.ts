import type { KeyFile } from './key-file.ts';
import { splitKeyName } from './key-name.ts';
import { unusable } from './public-key.ts';
import { readZoneEntries, type ZoneEntry } from './zone-text.ts';

/** The DKIM keys in DNS zone text, trust `archive`. Other records are passed over. */
export function keysFromZone(text: string, source: string): KeyFile {
  const file: KeyFile = { keys: [], defects: [], remarks: [] };
  let origin = '';
  let owner = '';
  for (const entry of withAnswers(readZoneEntries(text))) {
    const [first = '', second = ''] = entry.words;
    if (first.toUpperCase() === '$ORIGIN') {
      origin = second.endsWith('.') ? second.slice(0, -1) : absoluteName(second, origin);
      continue;
    }
    // A line that starts with white space goes on with the name of the line before.
    if (!/^\s/.test(entry.raw)) owner = first;
    const name = absoluteName(owner, origin || originInComment(entry));
    if (!/\._domainkey(?:\.|$)/i.test(name)) continue;
    const key = splitKeyName(name);
    const record = recordOf(entry);
    if (key === null) file.defects.push({ line: entry.line, detail: `no domain for ${owner}: add $ORIGIN` });
    else if (record === null) file.defects.push({ line: entry.line, detail: `no key record for ${owner}` });
    else {
      const { domain, selector } = key;
      const problem = unusable(record);
      if (problem !== null) {
        file.remarks.push({ line: entry.line, detail: `the record of ${owner} is kept, but ${problem}` });
      }
      file.keys.push({ domain, selector, record, trust: 'archive', source, firstSeen: null, lastSeen: null });
    }
  }
  return file;
}

/** Entries, those joined of which nslookup on Windows writes `name text =` and each string on a line of its own. */
function* withAnswers(entries: Iterable<ZoneEntry>): Generator<ZoneEntry> {
  let name: ZoneEntry | null = null;
  const strings: string[] = [];
  for (const entry of entries) {
    if (name !== null && entry.words.length === 0) {
      strings.push(...entry.strings);
      continue;
    }
    if (name !== null) yield { ...name, strings: strings.splice(0) };
    name = entry.words[1] === 'text' && entry.strings.length === 0 ? entry : null;
    if (name === null && entry.words.length > 0) yield entry;
  }
  if (name !== null) yield { ...name, strings };
}

/**
 * Zone syntax calls every name without a final dot relative, and people paste absolute names without one.
 * So the origin is added where it is known and not already there, or where the name ends at `_domainkey`.
 */
function absoluteName(name: string, origin: string): string {
  if (name.endsWith('.') || origin === '') return name;
  const isComplete = `.${name}`.toLowerCase().endsWith(`.${origin}`.toLowerCase());
  return isComplete ? name : `${name}.${origin}`;
}

/** opendkim-genkey writes a relative name and the domain in a comment after it. */
function originInComment(entry: ZoneEntry): string {
  const isRelative = /\._domainkey$/i.test(entry.words[0] ?? '');
  return (isRelative && /\bfor ([\w-]+(?:\.[\w-]+)+)/.exec(entry.comment)?.[1]) || '';
}

/** The strings of a TXT record joined, or the rest of the line where a record stands unquoted. */
function recordOf(entry: ZoneEntry): string | null {
  const record = entry.strings.length > 0 ? entry.strings.join('') : bareRecord(entry.raw);
  return record !== null && /(?:^|;)\s*p\s*=/.test(record) ? record : null;
}

function bareRecord(line: string): string | null {
  const rest = line
    .trim()
    .replace(/^\S+\s+/, '')
    .replace(/^(?:\d+\s+)?(?:IN\s+)?(?:\d+\s+)?(?:TXT\s+)?/i, '');
  return rest.includes('=') ? rest : null;
}
