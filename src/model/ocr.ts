import type { Defect } from './defect.ts';
import type { Failure } from './failure.ts';

/** What was read from the picture of one page. */
export interface OcrPage {
  /** From 1; of an image its only page, or its frame. */
  readonly page: number;
  /** Lines ended by LF. */
  readonly text: string;
  /** Mean over the words, 0 to 1, by the engine's own measure. */
  readonly confidence: number;
  /** Model that read it: `eng`, `fra`. */
  readonly model: string;
  /** Quarter turns to the right by which the page was turned before it was read. */
  readonly turned: number;
}

/**
 * Text that a machine guessed from pictures. It stands apart from the text a document holds, everywhere: what is
 * misread must never pass for what somebody wrote.
 */
export interface OcrText {
  /** Name and version of what read it. */
  readonly engine: string;
  /** Only pages on which words were found. */
  readonly pages: readonly OcrPage[];
  /** Pages looked at; pages that hold text of their own are not. */
  readonly looked: number;
  /** Why nothing, or not all, was read. */
  readonly failure: Failure | null;
  readonly defects: readonly Defect[];
  /** The page to go on from; null when the document was read to its end. */
  readonly next: number | null;
}
