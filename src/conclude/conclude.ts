import type { CaseStore } from '../case/store.ts';
import { findDuplicates } from '../examine/duplicates/duplicates.ts';
import { findThreads } from '../examine/threads/threads.ts';
import { judgeMessage, vouchByCopy } from '../judge/judge.ts';
import type { Judgement } from '../model/index.ts';
import { concludeCarried } from './carried.ts';
import { ProtectedDomains } from './protected-domains.ts';
import { ReferenceArchive } from './reference.ts';
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
  const protectedDomains = ProtectedDomains.of(store);
  const judgements = new Map<string, { id: string; judgement: Judgement }>();
  let pending: [number, Judgement][] = [];
  const write = () => {
    store.transaction(() => store.setJudgements(pending));
    pending = [];
  };
  for (const message of messages) {
    const { signatures } = message;
    const judgement = judgeMessage({
      rebuilt: message.rebuilt,
      list: message.list,
      lookalike: protectedDomains.lookalike(message.fromAddress),
      clockGap: message.clockGap,
      signatures,
      twoKeys: twoKeys.about(signatures),
      reference: reference.compare(message),
      sameIdOtherContent: duplicates.conflicts.get(message.row) ?? [],
      copies: (duplicates.copies.get(message.row) ?? []).filter((id) => id !== message.id),
    });
    judgements.set(message.path, { id: message.id, judgement });
  }
  const verdicts = new Map([...judgements.values()].map(({ id, judgement }) => [id, judgement.verdict]));
  for (const message of messages) {
    const own = judgements.get(message.path)?.judgement;
    if (own === undefined) continue;
    const copies = (duplicates.copies.get(message.row) ?? []).flatMap((id) => {
      const verdict = verdicts.get(id);
      return verdict === undefined || id === message.id ? [] : [{ id, verdict }];
    });
    const judgement = vouchByCopy(own, copies);
    if (judgement !== own) judgements.set(message.path, { id: message.id, judgement });
    pending.push([message.row, judgement]);
    if (pending.length >= ROWS_PER_WRITE) write();
  }
  write();
  concludeCarried(store, judgements, ROWS_PER_WRITE);
}
