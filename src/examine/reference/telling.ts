import type { PartDifference } from './compare.ts';
import type { WordChange } from './diff.ts';

/**
 * The differences that no export, relay or list makes by itself, of those between two messages of one Message-ID.
 * Left out are text that was only put before or behind (footers, notices), tags of lists in the Subject, recipients
 * and senders (which stores complete from address books and lists rewrite), and characters that another encoding
 * broke.
 */
export function tellingDifferences(differences: readonly PartDifference[]): readonly PartDifference[] {
  return differences.filter((difference) => {
    const { part, changes, onlyAdded } = difference;
    if (part === 'to' || part === 'from') return false;
    if (part === 'attachments') return changes.some(({ type }) => type === 'removed') && hasAdded(changes);
    if (part === 'date') return true;
    if (onlyAdded || changes.every(isTag)) return false;
    return !isEncoding(changes);
  });
}

/** Attachments that are only missing were lost on the way; exchanged ones were not. */
function hasAdded(changes: readonly WordChange[]): boolean {
  return changes.some(({ type }) => type === 'added');
}

function isTag({ type, text }: WordChange): boolean {
  return type === 'added' && /^\[[^\]]{1,40}\]$/.test(text);
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
