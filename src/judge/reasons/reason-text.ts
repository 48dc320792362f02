import type { Text } from '../../model/text.ts';

/** The texts of one reason code. Templates: src/judge/texts/template.ts. */
export interface ReasonText {
  /** A few words, for a list or a filter. */
  readonly title: Text;
  /** Sentences: what was seen, and how far it carries. Never more than was shown. */
  readonly text: Text;
}
