import type { CaseStore } from '../case/store.ts';
import type { Duplicates } from '../examine/duplicates/duplicates.ts';
import type { Scratch } from '../spill/scratch.ts';
import type { Anchors } from './anchors.ts';
import { FromOthers } from './corroboration.ts';
import type { FromLeak } from './evidence-maker.ts';
import type { Parties } from './parties.ts';
import { QuotedTexts } from './parts/compare-quotes.ts';
import type { PartRunner } from './parts/part-runner.ts';
import { QuoteNodes } from './quote-nodes.ts';
import { QuotePairs } from './quote-pairs.ts';
import { Siblings } from './siblings.ts';
import type { SurveyedLeak } from './survey-all.ts';

export interface JudgedAlone {
  readonly store: CaseStore;
  readonly parts: PartRunner;
  readonly scratch: Scratch;
  readonly surveyed: SurveyedLeak;
  readonly duplicates: Duplicates;
  readonly anchors: Anchors;
  readonly parties: Parties;
}

type Found<T> = IterableIterator<readonly [message: number, found: T]>;

/** What others say of messages, of those of which they say something, in order. */
export function* whatOthersSay(judged: JudgedAlone): Found<FromLeak> {
  const { store, surveyed, duplicates, anchors, parties } = judged;
  const { messages, habits } = surveyed;
  const marks = (message: number) => ({
    trusted: anchors.has(message),
    counted: duplicates.isFirst(message),
  });
  const corroborations = new InStep(fromOthers(judged).inOrder());
  const siblings = new InStep(new Siblings(store, messages, { duplicates, anchors, parties }).inOrder());
  const breaks = new InStep(habits.findings(marks, (message) => messages.hasClockGap(message)));
  for (;;) {
    const message = Math.min(corroborations.next, siblings.next, breaks.next);
    if (message === Number.POSITIVE_INFINITY) return;
    const corroboration = corroborations.take(message);
    const sibling = siblings.take(message);
    yield [message, { corroboration, habits: breaks.take(message), sibling }];
  }
}

function fromOthers({
  store,
  parts,
  scratch,
  surveyed,
  duplicates,
  anchors,
  parties,
}: JudgedAlone): FromOthers {
  const { messages, names, forwarded } = surveyed;
  const nodes = new QuoteNodes(messages, duplicates, anchors);
  const texts = new QuotedTexts(store);
  const pairs = new QuotePairs(scratch);
  names.findPairs(nodes, pairs);
  forwarded.findPairs(nodes, pairs, (message) => texts.levelsOf(messages.row(message)));
  return new FromOthers(pairs, {
    ...{ store, scratch, messages, nodes, parties, duplicates, anchors },
    compare: (asked) => parts.run('compareQuotes', null, asked),
  });
}

/** What is found in order, held against what is found elsewhere in the same order. */
class InStep<T> {
  readonly #found: Found<T>;
  #next: IteratorResult<readonly [number, T]>;

  constructor(found: Found<T>) {
    this.#found = found;
    this.#next = found.next();
  }

  /** The next message of which something is found; infinity at the end. */
  get next(): number {
    return this.#next.done ? Number.POSITIVE_INFINITY : this.#next.value[0];
  }

  /** What is found of a message, if it is the next. */
  take(message: number): T | null {
    if (this.#next.done || this.#next.value[0] !== message) return null;
    const [, found] = this.#next.value;
    this.#next = this.#found.next();
    return found;
  }
}
