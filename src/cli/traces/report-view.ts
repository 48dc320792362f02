import type { Language } from '../../model/index.ts';
import type { Paint } from '../terminal/paint.ts';
import { WORDS } from './words.ts';

export interface ReportView {
  readonly lang: Language;
  readonly paint: Paint;
  readonly columns: number;
  /** Entries of each list; files of a window are held to a screen by `files`. */
  readonly limit: number;
  readonly files: number;
}

/** A part of the report in which there is nothing. */
export function none(title: string, lang: Language): string {
  return `${title}${lang === 'fr' ? '\u00a0' : ''}: ${WORDS.nothing[lang]}`;
}

/** The title of a section. */
export function heading(text: string, paint: Paint): string {
  return paint('cyan', paint('bold', text));
}
