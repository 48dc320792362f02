import type { CaseStore, MessageRow } from '../case/store.ts';
import type { Anchor } from '../examine/corroborate/graph.ts';
import { findDuplicates } from '../examine/duplicates/duplicates.ts';
import { findThreads } from '../examine/threads/threads.ts';
import type { MessageEvidence } from '../judge/evidence.ts';
import { judgeMessage, vouchByCopy } from '../judge/judge.ts';
import { anchorOf, WORDS_ONLY } from '../judge/rules/corroboration.ts';
import type { Judgement } from '../model/index.ts';
import { Boilerplate } from './boilerplate.ts';
import { concludeCarried, type JudgedMessage } from './carried.ts';
import { FromOthers } from './corroboration.ts';
import { KeysInUse } from './keys-in-use.ts';
import { concludeNearDuplicates } from './near-duplicates.ts';
import { ProtectedDomains } from './protected-domains.ts';
import { PublishedKeys } from './published-keys.ts';
import { ReferenceArchive } from './reference.ts';
import { SenderHabits } from './sender-habits.ts';
import { Siblings } from './siblings.ts';
import { concludeTraces } from './traces.ts';
import { TwoKeyGroups } from './two-keys.ts';

// Judgements are written in transactions of this many rows, so that readers of the case never wait long.
const ROWS_PER_WRITE = 2000;

/**
 * The passes over the whole leak, once every item has been read: threads, duplicates, comparison with the
 * reference archive, verdicts. Run again from the start after an interruption: each replaces its own results.
 */
export function concludeCase(store: CaseStore): void {
  const reference = ReferenceArchive.of(store);
  const messages = [...store.messages('leak')];
  const threads = findThreads(messages);
  const duplicates = findDuplicates(messages);
  store.transaction(() => {
    store.setThreads(threads);
    store.setDuplicates(messages.map(({ row }) => [row, duplicates.duplicateOf.get(row) ?? null] as const));
  });
  const twoKeys = TwoKeyGroups.of(store, messages);
  const { boilerplate, keysInUse } = learn(store, messages);
  const published = PublishedKeys.of(store);
  const protectedDomains = ProtectedDomains.of(store, messages);
  const judged = new Map<string, JudgedMessage>();
  const copied = new Map<number, { message: MessageRow; copies: readonly string[]; judgement: Judgement }>();
  let pending: [number, Judgement][] = [];
  const write = () => {
    store.transaction(() => store.setJudgements(pending));
    pending = [];
  };
  const settle = (message: MessageRow, judgement: Judgement) => {
    judged.set(message.path, {
      id: message.id,
      verdict: judgement.verdict,
      wordsOnly: isWordsOnly(judgement),
      original: originalOf(judgement),
    });
    pending.push([message.row, judgement]);
    if (pending.length >= ROWS_PER_WRITE) write();
  };
  const copiesOf = ({ row, id }: MessageRow) =>
    (duplicates.copies.get(row) ?? []).filter((other) => other !== id);
  const evidenceOf = (message: MessageRow, { corroboration, habits, sibling }: FromLeak): MessageEvidence => {
    const signatures = published.marked(message.signatures);
    const compared = reference.compare(message);
    return {
      rebuilt: message.rebuilt,
      attachments: message.attachments,
      list: message.list,
      lookalike: protectedDomains.lookalike(message.fromAddress),
      clockGap: message.clockGap,
      signatures,
      twoKeys: twoKeys.about(signatures),
      keysInUse: keysInUse.about(message, signatures),
      added: boilerplate.about(message, signatures),
      reference: compared,
      addedToReference: boilerplate.aboutReference(message, compared),
      sameIdOtherContent: duplicates.conflicts.get(message.row) ?? [],
      sibling,
      corroboration,
      habits,
      copies: copiesOf(message),
    };
  };
  const take = (message: MessageRow, judgement: Judgement) => {
    const copies = copiesOf(message);
    // Reasons are written and not held: they would take more memory than all else of a message.
    if (copies.length === 0) settle(message, judgement);
    else copied.set(message.row, { message, copies, judgement });
  };
  const anchors = new Map<number, Anchor>();
  const senders = new SenderHabits();
  for (const message of messages) {
    const judgement = judgeMessage(evidenceOf(message, NOTHING_YET));
    const anchor = anchorOf(judgement);
    if (anchor !== null) anchors.set(message.row, anchor);
    senders.add(message, anchor !== null, !duplicates.duplicateOf.has(message.row));
    take(message, judgement);
  }
  // Who is verified by itself stands now, and may speak of others: those are judged once more.
  const others = new FromOthers(store, messages, duplicates.duplicateOf, anchors);
  const siblings = new Siblings(store, messages, duplicates, anchors);
  for (const message of messages) {
    const corroboration = others.about(message);
    const sibling = siblings.about(message);
    const habits = anchors.has(message.row) ? null : senders.about(message);
    if (corroboration === null && habits === null && sibling === null) continue;
    take(message, judgeMessage(evidenceOf(message, { corroboration, habits, sibling })));
  }
  const verdicts = new Map(
    [...copied.values()].map(({ message, judgement }) => [message.id, judgement.verdict]),
  );
  for (const { message, copies, judgement } of copied.values()) {
    const known = copies.flatMap((id) => {
      const verdict = verdicts.get(id);
      return verdict === undefined ? [] : [{ id, verdict }];
    });
    settle(message, vouchByCopy(judgement, known));
  }
  write();
  concludeCarried(store, judged, lastDate(messages), ROWS_PER_WRITE);
  concludeNearDuplicates(store);
  concludeTraces(store);
}

/** What is known of a message once all others are judged by themselves. */
type FromLeak = Pick<MessageEvidence, 'corroboration' | 'habits' | 'sibling'>;

const NOTHING_YET: FromLeak = { corroboration: null, habits: null, sibling: null };

/** What an altered message was held against, in the archive or in the leak. */
function originalOf({ reasons }: Judgement): string | null {
  for (const { code, detail } of reasons) {
    const id = code === 'reference-differs' ? detail.reference : code === 'authentic-copy-differs' ? detail.other : null;
    if (typeof id === 'string') return id;
  }
  return null;
}

/** The date of the last message. One in a hundred may be of a wrong clock: what is a month behind the rest is not it. */
function lastDate(messages: readonly MessageRow[]): string | null {
  const dates = messages.flatMap(({ date }) => date ?? []).sort();
  const usual = dates[Math.floor(0.99 * (dates.length - 1))];
  if (usual === undefined) return null;
  return dates.findLast((date) => Date.parse(date) <= Date.parse(usual) + MONTH_MS) ?? null;
}

const MONTH_MS = 30 * 86_400_000;

/** Support that another message gives to the words alone leaves what this one carries without any. */
function isWordsOnly({ verdict, reasons }: Judgement): boolean {
  if (verdict !== 'corroborated') return false;
  return reasons.every(({ polarity, code }) => polarity !== 'for' || code === WORDS_ONLY);
}

/** What the leak and the archive themselves show of routes and keys, in one reading of their signatures. */
function learn(store: CaseStore, leak: readonly MessageRow[]): Learnt {
  const learnt = { boilerplate: new Boilerplate(), keysInUse: new KeysInUse() };
  for (const messages of [store.messages('reference'), leak]) {
    for (const message of messages) {
      const { signatures } = message;
      if (signatures.length === 0) continue;
      learnt.boilerplate.add(message, signatures);
      learnt.keysInUse.add(message, signatures);
    }
  }
  return learnt;
}

interface Learnt {
  readonly boilerplate: Boilerplate;
  readonly keysInUse: KeysInUse;
}
