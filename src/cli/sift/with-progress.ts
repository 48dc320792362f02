import type { DomainKey, Limits } from '../../model/index.ts';
import type { KeyLookup } from '../../pipeline/missing-keys.ts';
import { type DecoyFinder, sift as runSift, type SharedSift, type SiftProgress } from '../../sift.ts';
import type { Host } from '../host.ts';
import { type Progress, progressOn } from '../terminal/progress.ts';

/** A sift as a command asks for it. */
export interface SiftRequest {
  readonly inputs: readonly string[];
  readonly caseDirectory: string;
  readonly keys: readonly DomainKey[];
  readonly references: readonly string[];
  readonly passwords: readonly string[];
  readonly jobs: number;
  readonly limits: Limits;
  readonly lookUpKeys?: KeyLookup;
  readonly ocr?: boolean;
  readonly decoys?: DecoyFinder;
  readonly shared?: SharedSift;
}

/** Runs a sift with its progress on stderr. */
export async function siftWithProgress(host: Host & { readonly lang: 'en' | 'fr' }, request: SiftRequest) {
  const progress = progressOn(host.stderr, host.lang, () => performance.now());
  const onProgress = counter(progress);
  const { now, signal } = host;
  try {
    return await runSift({ ...request, now, signal, onProgress });
  } finally {
    progress.clear();
  }
}

const READING = { en: 'reading', fr: 'lecture' };
/** Every byte of the input is read; what it unpacks to is not, and nobody can say how much that is. */
const INSIDE = { en: 'opening what it holds', fr: 'ouverture de ce qui s’y trouve' };
const JUDGING = { en: 'judging', fr: 'évaluation' };
const OCR = { en: 'OCR', fr: 'OCR' };

function counter(progress: Progress): (step: SiftProgress) => void {
  const sum = { items: 0, bytes: 0, failures: 0, found: 0 };
  return (step) => {
    if (step.phase === 'ocr') {
      const { done: items, total: totalItems, failures } = step.done;
      progress.update({ phase: OCR, items, totalItems, bytes: 0, totalBytes: null, failures });
      return;
    }
    if (step.phase === 'reading') {
      sum.items += step.done.items;
      sum.bytes += step.done.bytes;
      sum.failures += step.done.failures;
      sum.found += step.done.found;
    }
    progress.update({ ...sum, ...told(step.phase, sum) });
  };
}

function told(phase: 'reading' | 'judging', { bytes, found }: { bytes: number; found: number }) {
  const totalBytes = found >= bytes && found > 0 ? found : null;
  if (phase === 'judging') return { phase: JUDGING, totalBytes };
  // A rate that only falls and a share that stays at 100 % would look like a fault.
  return totalBytes === bytes
    ? { phase: INSIDE, bytes: 0, totalBytes: null }
    : { phase: READING, totalBytes };
}
