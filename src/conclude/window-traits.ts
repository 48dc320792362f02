import type { BareWindow, TracedDocument, TraceGroups } from '../examine/traces/index.ts';
import type { CountedValue, SaveWindow, TraceKind, WindowTrait } from '../model/index.ts';

/** Of the documents of a window, below which one strange value is a chance guest. */
const FOREIGN_SHARE = 0.25;

const TRAITS: readonly WindowTrait[] = ['application', 'language', 'last-author'];

/** A window with what its documents have in common, and how much of that is strange to the leak. */
export function describeWindow({ documents, window }: BareWindow, groups: TraceGroups): SaveWindow {
  const counted = (kind: TraceKind, valuesOf: (document: TracedDocument) => readonly (string | null)[]) =>
    countValues(kind, documents, groups, valuesOf);
  const applications = counted('application', ({ application }) => [application]);
  const languages = counted('interface-language', (document) => document.languages);
  const lastAuthors = counted('person', ({ lastAuthor }) => [lastAuthor]);
  const traits = { application: applications, language: languages, 'last-author': lastAuthors };
  const foreign = TRAITS.filter((trait) => isForeign(traits[trait], documents.length));
  return { ...window, applications, languages, lastAuthors, foreign };
}

/** Whoever tidies up their own folders makes windows too: those of strangers come first. */
export function byForeign(a: SaveWindow, b: SaveWindow): number {
  return Number(b.foreign.length > 0) - Number(a.foreign.length > 0) || a.probability - b.probability;
}

function countValues(
  kind: TraceKind,
  documents: readonly TracedDocument[],
  groups: TraceGroups,
  valuesOf: (document: TracedDocument) => readonly (string | null)[],
): readonly CountedValue[] {
  const counts = new Map<string, number>();
  const inside = new Map<string, number>();
  for (const document of documents) {
    const values = new Set(valuesOf(document));
    for (const value of values) if (value !== null) add(counts, value, 1);
    // A name is as well in the documents of the window that it only made.
    const borne = kind === 'person' ? new Set([...values, document.author]) : values;
    for (const value of borne) if (value !== null) add(inside, value, 1 + document.copies.length);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([value, count]) => {
      const { items, familiarity } = groups.about(kind, value);
      const elsewhere = Math.max(0, items - (inside.get(value) ?? 0));
      return { value, count, elsewhere, familiarity };
    });
}

function add(counts: Map<string, number>, value: string, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}

function isForeign(values: readonly CountedValue[], documents: number): boolean {
  const strange = values.filter(({ elsewhere, familiarity }) => elsewhere === 0 || familiarity === 'unseen');
  return strange.reduce((sum, { count }) => sum + count, 0) >= documents * FOREIGN_SHARE;
}
