import { isAsSifted } from '../../case/as-sifted.ts';
import { messageBytesOf } from '../../case/bytes.ts';
import { Carriers } from '../../case/carriers.ts';
import { openObjects } from '../../case/objects.ts';
import type { CaseStore, MessageRow } from '../../case/store.ts';
import type { Limits } from '../../model/index.ts';
import type { Guarded } from './guarded.ts';
import { type BaitMail, judgeMail } from './judge-mail.ts';
import { readView } from './read-view.ts';
import { type ReceiverResults, receiverResults, receiverSignal } from './receiver-results.ts';
import { example, type Signal } from './signal.ts';

/** A message of a case with what the rules say of it. */
export interface JudgedMessage {
  readonly message: MessageRow;
  readonly bait: BaitMail;
  readonly receiver: ReceiverResults | null;
}

/** How the messages of a case are judged. */
export interface InCaseOptions {
  readonly guarded: Guarded;
  /** The host whose Authentication-Results are believed; null for none. */
  readonly trustedReceiver: string | null;
  readonly limits: Limits;
}

/**
 * Judges every message of the leak, in path order. Somebody to whom the people of the leak write themselves is known
 * to them, which speaks against bait. Messages whose bytes are gone or others now, or cannot be
 * read, are passed over and counted by `onLost`.
 */
export async function* judgedInCase(
  store: CaseStore,
  { guarded, trustedReceiver, limits }: InCaseOptions,
  onLost: () => void,
): AsyncGenerator<JudgedMessage> {
  const known = correspondents(store);
  const objects = openObjects(store.directory);
  const carriers = new Carriers(limits);
  for (const message of store.messages('leak')) {
    const item = store.itemByRow(message.row);
    const locator = item?.locator ?? null;
    const bytes = locator === null ? null : messageBytesOf(locator, objects, limits, carriers);
    if (item === null || bytes === null || !isAsSifted(bytes, item)) {
      onLost();
      continue;
    }
    const more: Signal[] = [];
    if (known.has(message.fromAddress))
      more.push({ code: 'bait-known-sender', level: 1, detail: { address: example(message.fromAddress) } });
    const receiver = trustedReceiver === null ? null : receiverResults(bytes, trustedReceiver, limits);
    const failed = receiverSignal(receiver);
    if (failed !== null) more.push(failed);
    // One message that the rules stumble over costs one message.
    const view = await readView(bytes, limits).catch(() => null);
    if (view === null) onLost();
    else yield { message, receiver, bait: judgeMail(view, guarded, more) };
  }
}

const ROWS = 2000;
/** Attack: a leak whose messages name millions of recipients. */
const MOST_KNOWN = 500_000;

/** Addresses that the leak's messages are written to, by others than themselves. */
function correspondents(store: CaseStore): ReadonlySet<string> {
  const known = new Set<string>();
  for (let after = 0; ; ) {
    const rows = store.table(after, ROWS);
    for (const { role, kind, from, to } of rows) {
      if (role !== 'leak' || kind !== 'message' || known.size >= MOST_KNOWN) continue;
      const own = from[0]?.address.toLowerCase() ?? '';
      for (const { address } of to)
        if (address.toLowerCase() !== own && own !== '') known.add(address.toLowerCase());
    }
    const last = rows.at(-1);
    if (last === undefined) return known;
    after = last.row;
  }
}
