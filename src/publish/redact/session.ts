import type { Language } from '../../model/text.ts';
import { findSpans, type PersonalKind, type PersonalSpan } from '../personal/find-spans.ts';
import { KIND_WORDS } from '../personal/kinds.ts';
import { folded, type ListedName } from '../personal/names.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import type { RedactNote } from './redact-notes.ts';

export interface RedactOptions {
  readonly lang: Language;
  readonly names: readonly ListedName[];
  /** Kinds that stay: a SIREN is public. */
  readonly keep: ReadonlySet<PersonalKind>;
  /** Marks are numbered, the same for the same value. */
  readonly numbered: boolean;
  readonly pseudonyms: Pseudonyms;
}

/** A line of the log: what kind was removed, where, how often. Never the value. */
export interface Removal {
  readonly kind: PersonalKind;
  /** `text`, `header Subject`, `page 2`, `part 1.2 text`. */
  readonly where: string;
  readonly count: number;
  /** Its check digits do not hold: somebody should look whether it is one. */
  readonly review: boolean;
  readonly mark: string;
  /** Keyed hash of the value. */
  readonly tag: string;
}

/** One redaction, over all the parts of one file. */
export class RedactSession {
  readonly options: RedactOptions;
  private readonly removals = new Map<string, Removal>();
  /** Values in clear, for the check alone; they die with the process. */
  private readonly values = new Map<string, PersonalSpan>();
  /** Those of them that are known by the words around them: elsewhere they are not found by themselves. */
  private readonly context = new Map<string, PersonalSpan>();
  private readonly leftOut = new Map<string, number>();
  private readonly regions = new Map<string, number>();
  private readonly notes = new Set<RedactNote>();

  constructor(options: RedactOptions) {
    this.options = options;
  }

  /** What has to go from a text: what is found in it, and whatever was found elsewhere and stands here too. */
  spans(text: string): readonly PersonalSpan[] {
    const found = findSpans(text, this.options.names).filter(({ kind }) => !this.options.keep.has(kind));
    const again = occurrences(text, [...this.context.values()]);
    if (again.length === 0) return found;
    const others = again.filter(({ at, end }) => !found.some((one) => one.at < end && at < one.end));
    return [...found, ...withoutOverlap(others)].sort((a, b) => a.at - b.at);
  }

  /** Takes note of what a text holds, so that a later look at any part finds it everywhere. */
  learn(text: string): void {
    for (const span of this.spans(text)) this.remember(span);
  }

  /** The mark that takes the place of a span. */
  remove(span: PersonalSpan, where: string): string {
    this.remember(span);
    const { kind, plain, certainty } = span;
    const mark = this.mark(span);
    const tag = this.options.pseudonyms.tag(kind, plain);
    const key = `${where}\n${tag}`;
    const count = (this.removals.get(key)?.count ?? 0) + 1;
    this.removals.set(key, { kind, where, count, review: certainty === 'review', mark, tag });
    return mark;
  }

  /** `[phone]`, or `[phone 2]` where marks are numbered. */
  mark({ kind, plain }: Pick<PersonalSpan, 'kind' | 'plain'>): string {
    const { lang, numbered, pseudonyms } = this.options;
    const word = kind === 'name' ? PERSON[lang] : KIND_WORDS[kind][lang];
    return numbered ? `[${word} ${pseudonyms.number(kind, plain)}]` : `[${word}]`;
  }

  /** Something is not in the result at all: an attachment without a reader, a header. */
  omit(what: string, count = 1): void {
    this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + count);
  }

  /** Regions that somebody named and that were painted over, in a picture or on a page. */
  painted(where: string, count: number): void {
    if (count > 0) this.regions.set(where, (this.regions.get(where) ?? 0) + count);
  }

  /** Something the reader of the log has to know: a change of form, a picture without words. */
  tell(code: RedactNote): void {
    this.notes.add(code);
  }

  log(): {
    readonly removals: readonly Removal[];
    /** How many regions were painted over where. */
    readonly regions: Readonly<Record<string, number>>;
    readonly leftOut: Readonly<Record<string, number>>;
    readonly notes: readonly RedactNote[];
  } {
    return {
      removals: [...this.removals.values()],
      regions: Object.fromEntries(this.regions),
      leftOut: Object.fromEntries(this.leftOut),
      notes: [...this.notes],
    };
  }

  removedValues(): readonly PersonalSpan[] {
    return [...this.values.values()];
  }

  private remember(span: PersonalSpan): void {
    const key = `${span.kind} ${span.found}`;
    if (!this.values.has(key) && this.values.size < MOST_VALUES) {
      this.values.set(key, span);
      if (IN_CONTEXT.has(span.kind) || span.certainty === 'review') this.context.set(key, span);
    }
  }
}

const PERSON = { en: 'person', fr: 'personne' } as const;

/** Attack: a list of a million addresses, each looked for in each part. */
const MOST_VALUES = 20_000;
/** Shorter values stand in other words by accident. */
const SHORTEST_AGAIN = 5;

/** Found by a label beside them. */
const IN_CONTEXT: ReadonlySet<PersonalKind> = new Set([
  'birth-date',
  'passport',
  'address',
  'card',
  'rib',
  'siren',
  'siret',
]);
/** Attack: a table of ten thousand near misses, each looked for in the whole. */
const MOST_AGAIN = 500;

function occurrences(text: string, values: readonly PersonalSpan[]): PersonalSpan[] {
  const telling = values.filter(({ found }) => found.length >= SHORTEST_AGAIN).slice(0, MOST_AGAIN);
  if (telling.length === 0) return [];
  const { text: flat, map } = folded(text);
  return telling.flatMap((value) => {
    const found: PersonalSpan[] = [];
    const wanted = folded(value.found).text;
    for (let at = flat.indexOf(wanted); at >= 0; at = flat.indexOf(wanted, at + wanted.length)) {
      const [start, end] = [map[at] ?? 0, map[at + wanted.length] ?? text.length];
      found.push({ ...value, at: start, end, found: text.slice(start, end) });
    }
    return found;
  });
}

function withoutOverlap(spans: readonly PersonalSpan[]): PersonalSpan[] {
  const kept: PersonalSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.at - b.at || b.end - a.end))
    if (span.at >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
