import type { FoundWindow, TracedDocument, TraceGroups } from '../examine/traces/index.ts';
import type { CountedValue, SavedFile, SaveWindow, TraceKind, WindowTrait } from '../model/index.ts';
import type { TracedFiles } from './traced-files.ts';

/** Of the documents of a window, below which one strange value is a chance guest. */
const FOREIGN_SHARE = 0.25;
/** Attack: a hundred thousand documents saved in one minute, each a row on somebody's screen. */
const MOST_FILES = 10_000;
/** Values of one kind told apart. Attack: each of a million documents by an author of its own. */
const MOST_VALUES = 100_000;

const TRAITS: readonly WindowTrait[] = ['application', 'language', 'last-author'];

/** A window with what its documents have in common, and how much of that is strange to the leak. */
export function describeWindow(found: FoundWindow, all: TracedFiles, groups: TraceGroups): SaveWindow {
  const values = {
    application: new ValuesInside('application', ({ application }) => [application]),
    language: new ValuesInside('interface-language', ({ languages }) => languages),
    'last-author': new ValuesInside('person', ({ lastAuthor }) => [lastAuthor]),
  };
  const files: SavedFile[] = [];
  let made: readonly [string, string] | null = null;
  for (const number of found.files) {
    const { document } = all.at(number);
    for (const trait of TRAITS) values[trait].add(document);
    if (files.length < MOST_FILES) files.push(toFile(document));
    const { time } = document.created ?? {};
    if (time !== undefined) made = widened(made, time);
  }
  const documents = found.files.length;
  const counted = {
    application: values.application.counted(groups),
    language: values.language.counted(groups),
    'last-author': values['last-author'].counted(groups),
  };
  const { from, to, zone, unrelated, probability, rhythm } = found;
  return {
    from: isoOf(from, zone),
    to: isoOf(to, zone),
    seconds: Math.round((to - from) / 1000),
    zone,
    documents,
    unrelated,
    probability,
    rhythm,
    made,
    files,
    applications: counted.application,
    languages: counted.language,
    lastAuthors: counted['last-author'],
    foreign: TRAITS.filter((trait) => isForeign(counted[trait], documents)),
  };
}

/** Whoever tidies up their own folders makes windows too: those of strangers come first. */
export function byForeign(a: SaveWindow, b: SaveWindow): number {
  return Number(b.foreign.length > 0) - Number(a.foreign.length > 0) || a.probability - b.probability;
}

/** The values of a kind in the documents of a window. */
class ValuesInside {
  readonly #kind: TraceKind;
  readonly #valuesOf: (document: TracedDocument) => readonly (string | null)[];
  readonly #counts = new Map<string, number>();
  readonly #inside = new Map<string, number>();

  constructor(kind: TraceKind, valuesOf: (document: TracedDocument) => readonly (string | null)[]) {
    this.#kind = kind;
    this.#valuesOf = valuesOf;
  }

  add(document: TracedDocument): void {
    const values = new Set(this.#valuesOf(document));
    for (const value of values) if (value !== null) add(this.#counts, value, 1);
    // A name is as well in the documents of the window that it only made.
    const borne = this.#kind === 'person' ? new Set([...values, document.author]) : values;
    for (const value of borne) if (value !== null) add(this.#inside, value, 1 + document.copies.length);
  }

  /** The most frequent first. */
  counted(groups: TraceGroups): readonly CountedValue[] {
    return [...this.#counts]
      .sort((a, b) => b[1] - a[1])
      .map(([value, count]) => {
        const { items, familiarity } = groups.about(this.#kind, value);
        const elsewhere = Math.max(0, items - (this.#inside.get(value) ?? 0));
        return { value, count, elsewhere, familiarity };
      });
  }
}

function add(counts: Map<string, number>, value: string, count: number): void {
  const known = counts.get(value);
  if (known !== undefined || counts.size < MOST_VALUES) counts.set(value, (known ?? 0) + count);
}

function isForeign(values: readonly CountedValue[], documents: number): boolean {
  const strange = values.filter(({ elsewhere, familiarity }) => elsewhere === 0 || familiarity === 'unseen');
  return strange.reduce((sum, { count }) => sum + count, 0) >= documents * FOREIGN_SHARE;
}

function isoOf(time: number, zone: SaveWindow['zone']): string {
  const text = new Date(time).toISOString();
  return zone === 'UTC' ? text : text.slice(0, -1);
}

function widened(made: readonly [string, string] | null, time: string): readonly [string, string] {
  if (made === null) return [time, time];
  return [time < made[0] ? time : made[0], time > made[1] ? time : made[1]];
}

function toFile(document: TracedDocument): SavedFile {
  const { id, name, path, type, saved, created, author, lastAuthor, application, languages, copies } =
    document;
  return {
    id,
    name,
    path,
    type,
    saved: saved?.time ?? '',
    source: saved?.source ?? '',
    created: created?.time ?? null,
    author,
    lastAuthor,
    application,
    languages,
    copies: copies.map((copy) => copy.id),
  };
}
