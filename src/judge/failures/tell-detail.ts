import type { Language, Text } from '../../model/text.ts';
import { phrasebook } from '../texts/phrasebook.ts';
import { CONTAINER_DETAILS } from './container-details.ts';
import { DOCUMENT_DETAILS } from './document-details.ts';
import { MAIL_DETAILS } from './mail-details.ts';

const inFrench = phrasebook([...CONTAINER_DETAILS, ...DOCUMENT_DETAILS, ...MAIL_DETAILS]);

/**
 * `Failure.detail` in the language of whoever reads it. The case keeps it in English; what an engine says in words of its own
 * stays as it is.
 */
export function tellFailureDetail(detail: string, lang: Language): string {
  return lang === 'fr' ? inFrench(detail) : detail;
}

/** The same in every language. */
export function detailText(detail: string): Text {
  return { en: detail, fr: inFrench(detail) };
}
