import type { KeyFile } from './key-file.ts';
import { splitKeyName } from './key-name.ts';
import { readZoneEntries, type ZoneEntry } from './zone-text.ts';

/** The DKIM keys in DNS zone text, trust `archive`. Other records are passed over. */
export function keysFromZone(text: string, source: string): KeyFile {
  const file: KeyFile = { keys: [], defects: [] };
  let origin = '';
  let owner = '';
  for (const entry of readZoneEntries(text)) {
    const [first = '', second = ''] = entry.words;
    if (first.toUpperCase() === '$ORIGIN') {
      origin = second.replace(/\.$/, '');
      continue;
    }
    // A line that starts with white space goes on with the name of the line before.
    if (!/^\s/.test(entry.raw)) owner = first;
    if (!/\._domainkey(?:\.|$)/i.test(owner)) continue;
    const key = splitKeyName(absoluteName(owner, origin || originInComment(entry)));
    const record = recordOf(entry);
    if (key === null) file.defects.push({ line: entry.line, detail: `no domain for ${owner}: add $ORIGIN` });
    else if (record === null) file.defects.push({ line: entry.line, detail: `no key record for ${owner}` });
    else {
      const { domain, selector } = key;
      file.keys.push({ domain, selector, record, trust: 'archive', source, firstSeen: null, lastSeen: null });
    }
  }
  return file;
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
