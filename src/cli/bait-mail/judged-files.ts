import { setImmediate } from 'node:timers/promises';
import {
  type Guarded,
  judgeMail,
  mailFiles,
  type PassedOver,
  readView,
  receiverResults,
  receiverSignal,
} from '../../bait/mail/index.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { hitOfFile, type MailHit, type MailReport } from './hit.ts';

export interface JudgeFilesOptions {
  readonly guarded: Guarded;
  readonly trustedReceiver: string | null;
  readonly least: number;
  readonly signal: AbortSignal;
}

/** Messages between two looks at the event loop, where Ctrl-C is heard. */
const BREATH = 20;

/** Judges messages and mailboxes that lie on the disk. Ends with the signal's reason: a part would pass for all of them. */
export async function judgedFiles(
  paths: readonly string[],
  { guarded, trustedReceiver, least, signal }: JudgeFilesOptions,
): Promise<MailReport> {
  const passed: PassedOver = { containers: [], unreadable: [] };
  const hits: MailHit[] = [];
  let messages = 0;
  for await (const { path, bytes } of mailFiles(paths, DEFAULT_LIMITS, passed)) {
    if (messages++ % BREATH === 0) await setImmediate();
    signal.throwIfAborted();
    // One message that the rules stumble over costs one message.
    const view = await readView(bytes, DEFAULT_LIMITS).catch(() => null);
    if (view === null) {
      passed.unreadable.push(path);
      continue;
    }
    const receiver =
      trustedReceiver === null ? null : receiverResults(bytes, trustedReceiver, DEFAULT_LIMITS);
    const failed = receiverSignal(receiver);
    const bait = judgeMail(view, guarded, failed === null ? [] : [failed]);
    if (bait.score >= least) hits.push(hitOfFile(path, view, bait, receiver));
  }
  return { case: null, messages, lost: 0, ...passed, hits: rankedHits(hits) };
}

/** By falling score, then path, so that two runs give the same order. */
export function rankedHits(hits: readonly MailHit[]): MailHit[] {
  return [...hits].sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
}
