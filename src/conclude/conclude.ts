import type { CaseStore } from '../case/store.ts';
import { concludeBait } from './bait-notes.ts';
import { concludeCarried } from './carried.ts';
import { concludeMessages, type JudgedLeak } from './messages.ts';
import { concludeNearDuplicates } from './near-duplicates.ts';
import type { OnPhaseEnd } from './phase.ts';
import { sketchesInPathOrder } from './sketches.ts';
import { concludeTraces } from './traces.ts';

/**
 * The passes over the whole leak, once every item has been read. Run again from the start after an interruption: each
 * replaces its own results. What one needs of another is handed on here; all else that it held is let go with it.
 */
export function concludeCase(store: CaseStore, onPhaseEnd: OnPhaseEnd = () => {}): void {
  const judged = concludeMessages(store, onPhaseEnd);
  onPhaseEnd('across');
  concludeTexts(store, judged);
  onPhaseEnd('texts');
  concludeTraces(store);
  // What a look for phishing found before (`tamis bait mail --case`).
  concludeBait(store);
  onPhaseEnd('traces');
}

/** What is found by likeness: attachments and files beside what vouches for them, then clusters of near-duplicates. */
function concludeTexts(store: CaseStore, { messages, lastDate }: JudgedLeak): void {
  const sketches = sketchesInPathOrder(store);
  concludeCarried(store, messages, sketches, lastDate);
  concludeNearDuplicates(store, sketches);
}
