import type { Brief, Written } from '../decoys/generate/index.ts';
import { modelText } from '../decoys/generate/index.ts';
import { TamisError } from '../model/error.ts';

/** Answers in a row that are no mail before a model is given up: it answers thousands of questions or none. */
const MOST_FAILURES = 5;

export interface WrittenMails {
  readonly written: Written;
  /** How many the model wrote, and why it did not write the others; the generator writes those. */
  readonly counts: Readonly<Record<'written' | 'empty' | 'refused' | 'junk' | 'failed', number>>;
}

/**
 * Asks a language model for every mail before anything is generated: the generator itself has no way out. One answer that
 * fails or is no mail costs that mail; the first question, or five in a row, that fail throw what `ask` threw
 * (`language-model`, `not-loopback`).
 */
export async function writtenMails(
  briefs: Iterable<Brief>,
  model: string,
  ask: (prompt: string) => Promise<string>,
): Promise<WrittenMails> {
  const texts = new Map<number, string>();
  const counts = { written: 0, empty: 0, refused: 0, junk: 0, failed: 0 };
  let failures = 0;
  for (const { index, prompt } of briefs) {
    const answer = await ask(prompt).catch((error: unknown) => {
      counts.failed++;
      if (counts.written + counts.empty + counts.refused + counts.junk === 0 || ++failures >= MOST_FAILURES)
        throw error;
      return null;
    });
    if (answer === null) continue;
    failures = 0;
    const read = modelText(answer);
    if (read.type === 'text') texts.set(index, read.text);
    counts[read.type === 'text' ? 'written' : read.why]++;
  }
  if (texts.size === 0 && counts.empty + counts.refused + counts.junk > 0)
    throw new TamisError('language-model', {
      en: `${model} wrote no mail: ${counts.refused} refusals, ${counts.empty} empty answers, ${counts.junk} that are no text`,
      fr: `${model} n’a écrit aucun courriel\u00a0: ${counts.refused} refus, ${counts.empty} réponses vides, ${counts.junk} qui ne sont pas du texte`,
    });
  const written: Written = (index) => {
    const text = texts.get(index);
    return text === undefined ? null : { text, model };
  };
  return { written, counts };
}
