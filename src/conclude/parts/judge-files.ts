import type { CaseStore } from '../../case/store.ts';
import { type CarriedEvidence, judgeCarried, type OriginalFinding } from '../../judge/carried.ts';
import type { Judgement } from '../../model/index.ts';
import { NearOriginals, type Originals } from '../near-originals.ts';
import { type SameWordsFile, vouchedWords } from '../same-words.ts';
import type { Part } from './part.ts';

/** An attachment or standalone file, and what of the leak bears on it. What nobody vouches for is held against texts. */
export interface AskedFile
  extends Pick<CarriedEvidence, 'carrier' | 'referenceId' | 'vouchedBy' | 'stranger'> {
  readonly row: number;
  /** A file whose bytes are vouched for, and whose words may be the same. */
  readonly sameWords: SameWordsFile | null;
  /** Id of the original of the message that carries it; null where there is none, and for what is no document. */
  readonly original: string | null;
  /** Rows of documents that it may be nearly equal to. */
  readonly near: Originals | null;
}

export interface JudgedFiles {
  /** To be written. */
  readonly settled: readonly (readonly [row: number, judgement: Judgement])[];
}

export interface FilesBackground {
  /** Of the last message of the leak, ISO 8601; null without. */
  readonly lastDate: string | null;
}

/** Verdicts of attachments and standalone files. The texts of a few documents are held. */
export const judgeFiles: Part<FilesBackground, readonly AskedFile[], JudgedFiles> = {
  prepare({ store }, { lastDate }) {
    const originals = new NearOriginals(store, lastDate);
    return (files) => ({
      settled: files.map((file) => {
        const { row, carrier, referenceId, vouchedBy, stranger } = file;
        const sameWords = vouchedWords(store, row, file.sameWords);
        const original = originalOf(store, file, originals);
        return [row, judgeCarried({ carrier, referenceId, vouchedBy, stranger, sameWords, original })];
      }),
    });
  },
  settle(store, { settled }) {
    store.setJudgements(settled);
    return { settled: [] };
  },
};

/** Of an altered message, what its original carries under the same name; of anything else, what it nearly equals. */
function originalOf(store: CaseStore, file: AskedFile, originals: NearOriginals): OriginalFinding | null {
  const named = file.original === null ? null : NearOriginals.inOriginal(store, file, file.original);
  return named ?? (file.near === null ? null : originals.about(file, file.near));
}
