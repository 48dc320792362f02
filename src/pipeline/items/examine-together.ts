import { clockGapOf } from '../../examine/clocks/index.ts';
import { messageHabits } from '../../examine/habits/message-habits.ts';
import { messageTraces } from '../../examine/traces/message-traces.ts';
import type { ItemContent, ItemRecord, MessageFacts } from '../../model/index.ts';
import { canonicalHash } from '../../parse/mime/canonical.ts';
import { type ParsedMessage, parseMessage } from '../../parse/mime/message.ts';
import { type MessageSummary, summarize } from '../../parse/mime/summary.ts';
import type { WorkContext } from '../context.ts';
import { messageContent } from './content.ts';
import { isCaseTrouble } from './crash.ts';
import { type ExaminersFacts, factsOf, isPstExport, signaturesOf } from './message-facts.ts';

/** What is told of a message by its bytes alone, whatever carries it. */
export interface Examined {
  readonly message: ParsedMessage;
  readonly summary: MessageSummary;
  readonly content: ItemContent | null;
  readonly facts: MessageFacts;
  readonly traces: NonNullable<ItemRecord['traces']>;
}

/** A whole message, not rebuilt, and the cursor of its item in the task. */
export interface Letter {
  readonly cursor: number;
  readonly bytes: Uint8Array;
}

/**
 * Examines messages stage by stage instead of one after the other: each examiner meets all of them before the next one
 * begins, so that its code lies in the processor's nearest caches, which hold no more than one examiner
 * (docs/decisions/0395). By cursor; one that an examiner threw at is not there, and is examined again in its own turn, which
 * tells what happened. If a worker ends here, the pulse says at which message.
 */
export function examineTogether(
  context: Pick<WorkContext, 'limits' | 'pulse' | 'ring' | 'now'>,
  letters: readonly Letter[],
): ReadonlyMap<number, Examined> {
  const { limits, pulse } = context;
  const parsed = stage(pulse, letters, ({ bytes }) => ({ message: parseMessage(bytes, limits) }));
  const read = stage(pulse, parsed, ({ message }) => ({ summary: summarize(message, limits) }));
  const told = stage(pulse, read, ({ message, summary }) => ({ content: messageContent(message, summary) }));
  const checked = stage(pulse, told, ({ message }) => {
    const rebuilt = isPstExport(message);
    return { rebuilt, signatures: rebuilt ? [] : signaturesOf(context, message, false) };
  });
  const hashed = stage(pulse, checked, ({ message, summary }) => ({
    canonical: canonicalHash(message, summary),
  }));
  // These read one copy of the header block.
  const done = stage(pulse, hashed, ({ message, summary, rebuilt }) => ({
    clockGap: clockGapOf(message),
    habits: messageHabits(message, summary, rebuilt),
    traces: messageTraces(message),
  }));
  return new Map(done.map((each) => [each.cursor, examinedOf(each)]));
}

function stage<In extends Letter, Out>(
  pulse: WorkContext['pulse'],
  letters: readonly In[],
  examine: (letter: In) => Out,
): readonly (In & Out)[] {
  const done: (In & Out)[] = [];
  for (const letter of letters) {
    pulse.beginItem(letter.cursor);
    try {
      done.push({ ...letter, ...examine(letter) });
    } catch (error) {
      if (isCaseTrouble(error)) throw error;
    }
  }
  return done;
}

type Draft = Letter & Omit<Examined, 'facts'> & ExaminersFacts;

function examinedOf({ cursor: _cursor, bytes: _bytes, ...draft }: Draft): Examined {
  const { message, summary, content, traces, ...facts } = draft;
  return { message, summary, content, traces, facts: factsOf(message, summary, facts) };
}
