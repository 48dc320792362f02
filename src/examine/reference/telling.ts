import type { PartDifference } from './compare.ts';
import type { WordChange } from './diff.ts';

/**
 * The differences that no export, relay or list makes by itself, of those between two messages of one Message-ID.
 * Left out are text that was only put before or behind (footers, notices), tags of lists in the Subject, recipients
 * and senders (which stores complete from address books and lists rewrite), characters that another encoding
 * broke, and a time that is off by a time zone.
 */
export function tellingDifferences(differences: readonly PartDifference[]): readonly PartDifference[] {
  return differences.filter((difference) => {
    const { part, changes, onlyAdded } = difference;
    if (part === 'to' || part === 'from') return false;
    if (part === 'attachments') return changes.some(({ type }) => type === 'removed') && hasAdded(changes);
    if (part === 'date') return !isZone(changes);
    if (changes.some(isHtmlOnly)) return true;
    if (onlyAdded || changes.every(isTag)) return false;
    return !isEncoding(changes);
  });
}

const QUARTER_HOUR_MS = 15 * 60_000;
/** UTC+14 is the furthest of all zones from UTC. */
const FURTHEST_ZONE_MS = 14 * 3_600_000;

/** Stores that keep local time without its zone, and exports that write it out as UTC, move a time by whole quarters of an hour. */
function isZone(changes: readonly WordChange[]): boolean {
  const timeOf = (type: WordChange['type']) =>
    Date.parse(changes.find((each) => each.type === type)?.text ?? '');
  const gap = Math.abs(timeOf('removed') - timeOf('added'));
  return gap <= FURTHEST_ZONE_MS && gap % QUARTER_HOUR_MS === 0;
}

/** Attachments that are only missing were lost on the way; exchanged ones were not. */
function hasAdded(changes: readonly WordChange[]): boolean {
  return changes.some(({ type }) => type === 'added');
}

function isTag({ type, text }: WordChange): boolean {
  return type === 'added' && /^\[[^\]]{1,40}\]$/.test(text);
}

/** Words that the HTML form says and the plain one does not, where the other message has no such. */
function isHtmlOnly({ type, text }: WordChange): boolean {
  return type === 'added' && text.startsWith('HTML: ');
}

/** `réunion` against `rÃ©union`, `r?union`, `reunion`: what is left of both without accents is the same. */
function isEncoding(changes: readonly WordChange[]): boolean {
  const gone = changes.filter(({ type }) => type === 'removed').map(({ text }) => text);
  const come = changes.filter(({ type }) => type === 'added').map(({ text }) => text);
  if (gone.length === 0 || come.length === 0) return false;
  const [before, after] = [gone.join(' '), come.join(' ')];
  return consonants(before) === consonants(after) || unaccented(before) === unaccented(after);
}

/** Without what encodings break: everything beyond ASCII, the question marks put for it, quoting signs, spaces. */
function consonants(text: string): string {
  return text.replace(/[^!-~]|[?>]/g, '');
}

function unaccented(text: string): string {
  return consonants(text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
}
