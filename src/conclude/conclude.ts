import type { CaseStore } from '../case/store.ts';
import { Scratch } from '../spill/scratch.ts';
import { concludeBait } from './bait-notes.ts';
import { concludeCarried } from './carried.ts';
import { concludeMessages, type JudgedLeak } from './messages.ts';
import { concludeNearDuplicates } from './near-duplicates.ts';
import { InlineParts, type PartRunner } from './parts/part-runner.ts';
import type { Piece } from './parts/piece-reader.ts';
import { largerPieces, piecesOf } from './parts/pieces.ts';
import type { OnPhaseEnd } from './phase.ts';
import type { LeakPieces } from './survey-all.ts';
import { TextTable } from './text-table.ts';
import { concludeTraces } from './traces.ts';

/**
 * The passes over the whole leak, once every item has been read. Run again from the start after an interruption: each
 * replaces its own results. What one needs of another is handed on here; all else that it held is let go with it.
 *
 * @param parts does what can be done piece by piece; the result is the same whoever does it
 * @param scratch where lists go on that outgrow memory; closed at the end
 */
export function concludeCase(
  store: CaseStore,
  onPhaseEnd: OnPhaseEnd = () => {},
  parts: PartRunner = new InlineParts(store),
  scratch: Scratch = new Scratch(store.directory),
): void {
  try {
    concludeAll(store, onPhaseEnd, parts, scratch);
  } finally {
    scratch.close();
  }
}

function concludeAll(store: CaseStore, onPhaseEnd: OnPhaseEnd, parts: PartRunner, scratch: Scratch): void {
  const pieces = {
    reference: piecesOf(store, 'reference', parts.itemsEach),
    leak: piecesOf(store, 'leak', parts.itemsEach),
  };
  const judged = concludeMessages(store, parts, scratch, pieces, onPhaseEnd);
  onPhaseEnd('across');
  concludeTexts(store, parts, scratch, judged);
  onPhaseEnd('texts');
  concludeTraces(store, parts, scratch, tracePieces(pieces), judged.messages);
  // What a look for phishing found before (`tamis bait mail --case`).
  concludeBait(store);
  onPhaseEnd('traces');
}

/** What OCR has read meets the texts of the leak: nothing that was concluded of verdicts changes. */
export function concludeAfterOcr(store: CaseStore): void {
  const scratch = new Scratch(store.directory);
  try {
    concludeNearDuplicates(store, new InlineParts(store), scratch, TextTable.of(store, scratch));
  } finally {
    scratch.close();
  }
}

/** Most values are in many pieces, and are added up once for each. */
const TOGETHER = 4;

function tracePieces({ reference, leak }: LeakPieces): readonly Piece[] {
  return [...largerPieces(reference, TOGETHER), ...largerPieces(leak, TOGETHER)];
}

/** What is found by likeness: attachments and files beside what vouches for them, then clusters of near-duplicates. */
function concludeTexts(store: CaseStore, parts: PartRunner, scratch: Scratch, judged: JudgedLeak): void {
  const texts = TextTable.of(store, scratch);
  concludeCarried(store, parts, scratch, judged, texts);
  concludeNearDuplicates(store, parts, scratch, texts);
}
