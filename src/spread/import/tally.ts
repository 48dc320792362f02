import type { Post } from '../post.ts';
import type { PostOutcome } from './post-format.ts';

const WATCHED = [
  'account',
  'text',
  'lang',
  'client',
  'followers',
  'account_created',
  'account_place',
] as const;

/** The first piece that was set aside for a reason; of a table of unknown format, its columns. */
export interface FirstReject {
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  readonly shown: string;
}

/** Counts what an import read, by format and by reason, and which fields were missing. */
export class Tally {
  #read = 0;
  #assumedZone = 0;
  #languageByText = 0;
  #roundedIds = 0;
  readonly #formats: Record<string, number> = {};
  readonly #rejected: Record<string, number> = {};
  readonly #failedFiles: { readonly file: string; readonly reason: string }[] = [];
  readonly #firstRejects = new Map<string, FirstReject>();
  readonly #missing = new Map<string, number>();

  count(format: string | null, outcome: PostOutcome): void {
    if (outcome.type === 'reject') {
      this.#rejected[outcome.reason] = (this.#rejected[outcome.reason] ?? 0) + 1;
      return;
    }
    this.#read++;
    if (format) this.#formats[format] = (this.#formats[format] ?? 0) + 1;
    if (outcome.post.zone === 'assumed') this.#assumedZone++;
    if (outcome.rounded) this.#roundedIds++;
    for (const field of WATCHED)
      if (isMissing(outcome.post, field)) this.#missing.set(field, (this.#missing.get(field) ?? 0) + 1);
  }

  /** Keeps the first piece of each reason, so that a person sees what is meant without opening Parquet. */
  rejectedAt(reject: FirstReject): void {
    if (!this.#firstRejects.has(reject.reason)) this.#firstRejects.set(reject.reason, reject);
  }

  languageTold(): void {
    this.#languageByText++;
  }

  failedFile(file: string, reason: string): void {
    this.#failedFiles.push({ file, reason });
  }

  summary() {
    return {
      read: this.#read,
      formats: this.#formats,
      rejected: this.#rejected,
      firstRejects: [...this.#firstRejects.values()],
      failedFiles: this.#failedFiles,
      assumedZone: this.#assumedZone,
      languageByText: this.#languageByText,
      roundedIds: this.#roundedIds,
      missing: Object.fromEntries([...this.#missing].map(([field, count]) => [field, count / this.#read])),
    };
  }
}

function isMissing(post: Post, field: (typeof WATCHED)[number]): boolean {
  return post[field] === null || post[field] === '';
}
