import type { CaseStore } from '../case/store.ts';
import type { Duplicates } from '../examine/duplicates/duplicates.ts';
import { otherActs } from '../examine/reference/other-acts.ts';
import { otherNames } from '../examine/reference/other-names.ts';
import { copyOtherwiseNamed, vouchByCopy } from '../judge/judge.ts';
import { VERDICTS } from '../model/index.ts';
import type { JudgedMessage } from './carried.ts';
import { JudgementWriter } from './judgement-writer.ts';
import type { MessageTable } from './message-table.ts';
import { type JudgedPiece, outcomeOf } from './parts/judge-piece.ts';
import { readableMessage } from './readable.ts';

/** Judgements read again at once. */
const READ_AT_ONCE = 500;

/**
 * What became of each message: a byte, and what only some have. The judgements themselves are written by whoever made
 * them; those that a copy vouches for are read again, once all are judged.
 */
export class MessageVerdicts {
  readonly #messages: MessageTable;
  readonly #verdicts: Uint8Array;
  readonly #wordsOnly: Uint8Array;
  readonly #setAside = new Map<number, readonly string[]>();
  readonly #originals = new Map<number, string>();
  /** Most parts that are set aside have the same few ids. */
  readonly #lists = new Map<string, readonly string[]>();

  constructor(messages: MessageTable) {
    this.#messages = messages;
    this.#verdicts = new Uint8Array(messages.length);
    this.#wordsOnly = new Uint8Array(messages.length);
  }

  /** A second judgement of a message takes the place of the first. @param numbers of messages, by row */
  take({ outcomes }: Pick<JudgedPiece, 'outcomes'>, numbers: ReadonlyMap<number, number>): void {
    for (const [row, outcome] of outcomes) {
      const number = numbers.get(row);
      if (number !== undefined) this.#set(number, outcome);
    }
  }

  /** Copies vouch for each other. Called once, when all are judged. */
  vouch(store: CaseStore, duplicates: Duplicates): void {
    const writer = new JudgementWriter(store);
    let waiting: [message: number, authentic: number][] = [];
    const finish = () => {
      const rows = waiting.map(([message]) => this.#messages.row(message));
      const judgements = store.judgementsOf(rows);
      for (const [at, [message, authentic]] of waiting.entries()) {
        const judgement = judgements.get(rows[at] ?? -1);
        if (judgement === undefined) continue;
        const copy = { id: this.#messages.idOf(authentic), verdict: 'authentic' } as const;
        const lifted = vouchByCopy(judgement, [copy]);
        if (lifted === judgement) continue;
        const names = this.#otherNames(store, message, authentic);
        const vouched = names.length === 0 ? lifted : copyOtherwiseNamed(judgement, copy.id, names);
        this.#set(message, outcomeOf(vouched));
        writer.add(rows[at] ?? -1, vouched);
      }
      waiting = [];
    };
    for (const pair of this.#vouchedByCopies(duplicates)) {
      waiting.push(pair);
      if (waiting.length >= READ_AT_ONCE) finish();
    }
    finish();
    writer.flush();
  }

  /** Names of files and what acts beside the words, which the canonical form leaves out, as stores and encodings change them. */
  #otherNames(store: CaseStore, message: number, copy: number): ReturnType<typeof otherNames> {
    const [own, known] = [message, copy].map((each) => readableMessage(store, this.#messages.row(each)));
    if (own == null || known == null) return [];
    return [...otherNames(known, own), ...otherActs(known.beside, own.beside)];
  }

  about(message: number): JudgedMessage {
    return {
      id: this.#messages.idOf(message),
      verdict: VERDICTS[(this.#verdicts[message] ?? 0) - 1] ?? 'unverified',
      wordsOnly: this.#wordsOnly[message] === 1,
      setAside: this.#setAside.get(message) ?? [],
      original: this.#originals.get(message) ?? null,
    };
  }

  /** Messages without support of their own, each with the first of its copies that is authentic. */
  *#vouchedByCopies(duplicates: Duplicates): IterableIterator<[message: number, authentic: number]> {
    for (let first = 0; first < this.#messages.length; first++) {
      if (!duplicates.isFirst(first) || !duplicates.hasCopies(first)) continue;
      const authentic = [...duplicates.copiesOf(first)].find((copy) => this.#is(copy, 'authentic'));
      if (authentic === undefined) continue;
      for (const copy of duplicates.copiesOf(first))
        if (!this.#is(copy, 'authentic') && !this.#is(copy, 'corroborated')) yield [copy, authentic];
    }
  }

  #is(message: number, verdict: (typeof VERDICTS)[number]): boolean {
    return VERDICTS[(this.#verdicts[message] ?? 0) - 1] === verdict;
  }

  #set(message: number, { verdict, wordsOnly, setAside, original }: Omit<JudgedMessage, 'id'>): void {
    this.#verdicts[message] = VERDICTS.indexOf(verdict) + 1;
    this.#wordsOnly[message] = wordsOnly ? 1 : 0;
    if (setAside.length > 0) this.#setAside.set(message, this.#shared(setAside));
    else this.#setAside.delete(message);
    if (original !== null) this.#originals.set(message, original);
    else this.#originals.delete(message);
  }

  #shared(list: readonly string[]): readonly string[] {
    const name = list.join(' ');
    const known = this.#lists.get(name) ?? list;
    this.#lists.set(name, known);
    return known;
  }
}
