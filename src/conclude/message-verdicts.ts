import type { CaseStore, MessageRow } from '../case/store.ts';
import type { DuplicateFinding } from '../examine/duplicates/duplicates.ts';
import { vouchByCopy } from '../judge/judge.ts';
import { WORDS_ONLY } from '../judge/rules/corroboration.ts';
import type { Judgement } from '../model/index.ts';
import type { JudgedMessage } from './carried.ts';
import { otherCopies } from './evidence-maker.ts';
import { JudgementWriter } from './judgement-writer.ts';

interface Waiting {
  readonly message: MessageRow;
  readonly copies: readonly string[];
  readonly judgement: Judgement;
}

/**
 * The judgements of the messages, on their way into the case. Reasons are written and not held: they would take more
 * memory than all else of a message. Only what has copies waits until all are judged, since copies vouch for each other.
 */
export class MessageVerdicts {
  readonly #duplicates: DuplicateFinding;
  readonly #writer: JudgementWriter;
  readonly #waiting = new Map<number, Waiting>();
  readonly #judged = new Map<string, JudgedMessage>();

  constructor(store: CaseStore, duplicates: DuplicateFinding) {
    this.#duplicates = duplicates;
    this.#writer = new JudgementWriter(store);
  }

  /** A second judgement of a message takes the place of the first. */
  take(message: MessageRow, judgement: Judgement): void {
    const copies = otherCopies(message, this.#duplicates);
    if (copies.length === 0) this.#settle(message, judgement);
    else this.#waiting.set(message.row, { message, copies, judgement });
  }

  /** Writes what is left. Returns what attachments need to know of the messages, by path. */
  finish(): ReadonlyMap<string, JudgedMessage> {
    const verdicts = new Map(
      [...this.#waiting.values()].map(({ message, judgement }) => [message.id, judgement.verdict]),
    );
    for (const { message, copies, judgement } of this.#waiting.values()) {
      const known = copies.flatMap((id) => {
        const verdict = verdicts.get(id);
        return verdict === undefined ? [] : [{ id, verdict }];
      });
      this.#settle(message, vouchByCopy(judgement, known));
    }
    this.#waiting.clear();
    this.#writer.flush();
    return this.#judged;
  }

  #settle({ path, row, id }: MessageRow, judgement: Judgement): void {
    const { verdict } = judgement;
    const wordsOnly = isWordsOnly(judgement);
    this.#judged.set(path, { id, verdict, wordsOnly, original: originalOf(judgement) });
    this.#writer.add(row, judgement);
  }
}

/** What an altered message was held against, in the archive or in the leak. */
function originalOf({ reasons }: Judgement): string | null {
  for (const { code, detail } of reasons) {
    const name = ORIGINALS.get(code);
    const id = name === undefined ? null : detail[name];
    if (typeof id === 'string') return id;
  }
  return null;
}

/** Where the reasons that tell of an original name it. */
const ORIGINALS: ReadonlyMap<string, string> = new Map([
  ['reference-differs', 'reference'],
  ['authentic-copy-differs', 'other'],
]);

/** Support that another message gives to the words alone leaves what this one carries without any. */
function isWordsOnly({ verdict, reasons }: Judgement): boolean {
  if (verdict !== 'corroborated') return false;
  return reasons.every(({ polarity, code }) => polarity !== 'for' || code === WORDS_ONLY);
}
