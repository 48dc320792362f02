import { placeText } from '../../../../src/judge/texts/place-text.ts';
import { language } from '../language.ts';
import { t } from '../t.ts';
import { CLOCK_SOURCES } from './clock-source-texts.ts';

/** A clock by where it was read: of a message in words, of a document the place in its file. */
export function clockSourceName(source: string): string {
  const text = Object.hasOwn(CLOCK_SOURCES, source) ? CLOCK_SOURCES[source] : undefined;
  return text === undefined ? placeText(source, language.value) : t(text);
}
