import type { CaseStore, MessageRow } from '../case/store.ts';
import type { Anchor } from '../examine/corroborate/graph.ts';
import { type DuplicateFinding, findDuplicates } from '../examine/duplicates/duplicates.ts';
import { findThreads } from '../examine/threads/threads.ts';
import { judgeMessage } from '../judge/judge.ts';
import { anchorOf } from '../judge/rules/corroboration.ts';
import type { JudgedMessage } from './carried.ts';
import { FromOthers } from './corroboration.ts';
import { EvidenceMaker } from './evidence-maker.ts';
import { lastDate } from './last-date.ts';
import { Learnt } from './learnt.ts';
import { MessageVerdicts } from './message-verdicts.ts';
import type { OnPhaseEnd } from './phase.ts';
import { ReferenceArchive } from './reference.ts';
import { Siblings } from './siblings.ts';

export interface JudgedLeak {
  /** By path: what attachments need to know of the messages that carry them. */
  readonly messages: ReadonlyMap<string, JudgedMessage>;
  /** The date of the last message (ISO 8601); null where none has one. */
  readonly lastDate: string | null;
}

/**
 * Threads, duplicates and verdicts of the messages of the leak. All messages are held meanwhile, without texts and
 * signatures: a kilobyte each, and let go in the end.
 */
export function concludeMessages(store: CaseStore, onPhaseEnd: OnPhaseEnd): JudgedLeak {
  // 1. One reading of all messages: what each is held against is learnt on the way.
  const learnt = new Learnt();
  const archive = readArchive(store, learnt);
  const messages = readLeak(store, learnt);
  // 2. What belongs together.
  const duplicates = relate(store, messages);
  // 3. Each message by itself.
  const evidence = new EvidenceMaker(store, messages, archive, learnt, duplicates);
  const verdicts = new MessageVerdicts(store, duplicates);
  const anchors = judgeAlone(messages, evidence, verdicts);
  for (const [row] of anchors) learnt.habits.trust(row);
  for (const row of duplicates.duplicateOf.keys()) learnt.habits.passOver(row);
  onPhaseEnd('judging');
  // 4. Who is verified by itself stands now, and may speak of others: those are judged once more.
  judgeTogether(store, messages, { evidence, verdicts, anchors, duplicates, learnt });
  return { messages: verdicts.finish(), lastDate: lastDate(messages) };
}

function readArchive(store: CaseStore, learnt: Learnt): ReferenceArchive {
  const archive = new ReferenceArchive(store);
  for (const message of store.messages('reference')) {
    archive.add(message);
    learnt.add(message);
  }
  return archive;
}

function readLeak(store: CaseStore, learnt: Learnt): readonly MessageRow[] {
  const messages: MessageRow[] = [];
  for (const message of store.messages('leak')) {
    messages.push(message);
    learnt.add(message);
  }
  return messages;
}

function relate(store: CaseStore, messages: readonly MessageRow[]): DuplicateFinding {
  const threads = findThreads(messages);
  const duplicates = findDuplicates(messages);
  store.transaction(() => {
    store.setThreads(threads);
    store.setDuplicates(messages.map(({ row }) => [row, duplicates.duplicateOf.get(row) ?? null] as const));
  });
  return duplicates;
}

/** Returns, by row, who is verified by itself and may speak of others. */
function judgeAlone(
  messages: readonly MessageRow[],
  evidence: EvidenceMaker,
  verdicts: MessageVerdicts,
): ReadonlyMap<number, Anchor> {
  const anchors = new Map<number, Anchor>();
  for (const message of messages) {
    const judgement = judgeMessage(evidence.evidenceOf(message));
    const anchor = anchorOf(judgement);
    if (anchor !== null) anchors.set(message.row, anchor);
    verdicts.take(message, judgement);
  }
  return anchors;
}

interface JudgedAlone {
  readonly evidence: EvidenceMaker;
  readonly verdicts: MessageVerdicts;
  readonly anchors: ReadonlyMap<number, Anchor>;
  readonly duplicates: DuplicateFinding;
  readonly learnt: Learnt;
}

function judgeTogether(store: CaseStore, messages: readonly MessageRow[], alone: JudgedAlone): void {
  const { evidence, verdicts, anchors, duplicates, learnt } = alone;
  const others = new FromOthers(store, messages, duplicates.duplicateOf, anchors);
  const siblings = new Siblings(store, messages, duplicates, anchors);
  for (const message of messages) {
    const corroboration = others.about(message);
    const sibling = siblings.about(message);
    const habits = anchors.has(message.row) ? null : learnt.habits.about(message);
    if (corroboration === null && habits === null && sibling === null) continue;
    verdicts.take(message, judgeMessage(evidence.evidenceOf(message, { corroboration, habits, sibling })));
  }
}
