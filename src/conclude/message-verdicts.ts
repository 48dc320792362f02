import type { CaseStore, MessageHead } from '../case/store.ts';
import { vouchByCopy } from '../judge/judge.ts';
import type { Judgement } from '../model/index.ts';
import type { JudgedMessage } from './carried.ts';
import { otherCopies, type Relations } from './evidence-maker.ts';
import { JudgementWriter } from './judgement-writer.ts';
import { type JudgedPiece, outcomeOf } from './parts/judge-piece.ts';

interface Waiting {
  readonly message: MessageHead;
  readonly judgement: Judgement;
}

/**
 * The judgements of the messages, on their way into the case. Reasons are written and not held: they would take more
 * memory than all else of a message. Only what has copies waits until all are judged, since copies vouch for each other.
 */
export class MessageVerdicts {
  readonly #relations: Relations;
  readonly #writer: JudgementWriter;
  readonly #heads: ReadonlyMap<number, MessageHead>;
  readonly #waiting = new Map<number, Waiting>();
  readonly #judged = new Map<string, JudgedMessage>();

  constructor(store: CaseStore, messages: readonly MessageHead[], relations: Relations) {
    this.#relations = relations;
    this.#writer = new JudgementWriter(store);
    this.#heads = new Map(messages.map((message) => [message.row, message]));
  }

  /** A second judgement of a message takes the place of the first. */
  take({ outcomes, waiting }: JudgedPiece): void {
    for (const [row, outcome] of outcomes) {
      const message = this.#heads.get(row);
      if (message !== undefined) this.#judged.set(message.path, { id: message.id, ...outcome });
    }
    for (const [row, judgement] of waiting) {
      const message = this.#heads.get(row);
      if (message !== undefined) this.#waiting.set(row, { message, judgement });
    }
  }

  /** Writes what is left. Returns what attachments need to know of the messages, by path. */
  finish(): ReadonlyMap<string, JudgedMessage> {
    const verdicts = new Map(
      [...this.#waiting.values()].map(({ message, judgement }) => [message.id, judgement.verdict]),
    );
    for (const { message, judgement } of this.#waiting.values()) {
      const known = otherCopies(message, this.#relations).flatMap((id) => {
        const verdict = verdicts.get(id);
        return verdict === undefined ? [] : [{ id, verdict }];
      });
      const vouched = vouchByCopy(judgement, known);
      this.#judged.set(message.path, { id: message.id, ...outcomeOf(vouched) });
      this.#writer.add(message.row, vouched);
    }
    this.#waiting.clear();
    this.#writer.flush();
    return this.#judged;
  }
}
