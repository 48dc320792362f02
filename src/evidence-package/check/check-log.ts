import { type CustodyCheck, type CustodyEntry, verifyCustody } from '../../case/index.ts';

/** Follows a hash-chained log as it lies in a package, one entry a line. A line that is none breaks it there. */
export function checkLog(text: string): CustodyCheck {
  const entries: CustodyEntry[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const entry = readEntry(line);
    if (entry === null) return { type: 'broken', number: entries.length + 1, why: 'hash' };
    entries.push(entry);
  }
  return verifyCustody(entries);
}

function readEntry(line: string): CustodyEntry | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return null;
    const { number, time, action, detail, hash } = value as Readonly<Record<string, unknown>>;
    if (typeof number !== 'number' || typeof time !== 'string' || typeof action !== 'string') return null;
    if (typeof hash !== 'string' || typeof detail !== 'object' || detail === null) return null;
    return { number, time, action, detail: { ...detail }, hash };
  } catch {
    return null;
  }
}
