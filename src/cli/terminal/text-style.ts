import type { Language } from '../../model/text.ts';
import type { Paint } from './paint.ts';

/** How a text is set for the person at the terminal. */
export interface TextStyle {
  readonly lang: Language;
  readonly paint: Paint;
  /** Width of the terminal, in cells. */
  readonly columns: number;
}
