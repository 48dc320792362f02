import type { FoundWindow, TracedDocument, TraceGroups } from '../examine/traces/index.ts';
import type { CountedValue, SavedFile, SaveWindow, TraceKind, WindowTrait } from '../model/index.ts';
import type { TracedFiles } from './traced-files.ts';

/** Of the documents of a window, below which one strange value is a chance guest. */
const FOREIGN_SHARE = 0.25;
/** Attack: a hundred thousand documents saved in one minute, each a row on somebody's screen. */
const MOST_FILES = 10_000;
/** Values of one kind told apart. Attack: each of a million documents by an author of its own. */
const MOST_VALUES = 100_000;

/**
 * Runs as near as this in time may be of one hand. Without it, a stranger who came back a second evening would make each of
 * the two look like the custom of the house; whoever closes the books every month does not come this often.
 */
const ONE_VISIT = 14 * 24 * 3_600_000;

const TRAITS: readonly WindowTrait[] = ['application', 'language', 'last-author'];

/** Windows with what the documents of each have in common, and how much of that is strange to the leak. */
export function describeWindows(
  found: readonly FoundWindow[],
  all: TracedFiles,
  groups: TraceGroups,
): readonly SaveWindow[] {
  const told = found.map((window) => tellFiles(window, all));
  return told.map((one) => {
    const near = told.filter(({ window }) => gapBetween(window, one.window) <= ONE_VISIT);
    return describe(one, near, groups);
  });
}

type ValueKey = WindowTrait | 'text-language';

interface ToldWindow {
  readonly window: FoundWindow;
  readonly files: readonly SavedFile[];
  readonly made: readonly [string, string] | null;
  readonly values: Readonly<Record<ValueKey, ValuesInside>>;
}

function tellFiles(window: FoundWindow, all: TracedFiles): ToldWindow {
  const values = {
    application: new ValuesInside('application', ({ application }) => [application]),
    language: new ValuesInside('interface-language', ({ languages }) => languages),
    'text-language': new ValuesInside('language', ({ languages, textLanguages }) =>
      languages.length > 0 ? [] : textLanguages,
    ),
    'last-author': new ValuesInside('person', ({ lastAuthor }) => [lastAuthor]),
  };
  const files: SavedFile[] = [];
  let made: readonly [string, string] | null = null;
  for (const number of window.files) {
    const { document } = all.at(number);
    for (const each of Object.values(values)) each.add(document);
    if (files.length < MOST_FILES) files.push(toFile(document));
    const { time } = document.created ?? {};
    if (time !== undefined) made = widened(made, time);
  }
  return { window, files, made, values };
}

function gapBetween(one: FoundWindow, other: FoundWindow): number {
  return Math.max(0, one.from - other.to, other.from - one.to);
}

/** @param near windows of which what they hold does not count as being elsewhere; this one is among them */
function describe(
  { window, files, made, values }: ToldWindow,
  near: readonly ToldWindow[],
  groups: TraceGroups,
): SaveWindow {
  const documents = window.files.length;
  const countedOf = (key: ValueKey) =>
    values[key].counted(
      groups,
      near.map((other) => other.values[key]),
    );
  const counted = {
    application: countedOf('application'),
    language: countedOf('language'),
    'last-author': countedOf('last-author'),
  };
  const { from, to, zone, unrelated, probability, rhythm } = window;
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
    textLanguages: countedOf('text-language'),
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

  /** The most frequent first. @param near windows, this one among them, whose documents do not count as elsewhere */
  counted(groups: TraceGroups, near: readonly ValuesInside[]): readonly CountedValue[] {
    return [...this.#counts]
      .sort((a, b) => b[1] - a[1])
      .map(([value, count]) => {
        const { items, familiarity } = groups.about(this.#kind, value);
        const inside = near.reduce((sum, other) => sum + (other.#inside.get(value) ?? 0), 0);
        return { value, count, elsewhere: Math.max(0, items - inside), familiarity };
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
  const { id, name, path, type, saved, created, author, lastAuthor, application, copies } = document;
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
    languages: document.languages.length > 0 ? document.languages : document.textLanguages,
    copies: copies.map((copy) => copy.id),
  };
}
