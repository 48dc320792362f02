import { termText } from '../../../../src/judge/texts/terms.ts';
import type { Text } from '../../../../src/model/text.ts';
import { CUSTODY_ACTIONS, REVIEW_ACTIONS } from './action-texts.ts';

/** The words for a code; a code without words stands as it is, so that nothing of a newer Tamis is hidden. */
export function textOfCode(texts: Readonly<Record<string, Text>>, code: string): Text {
  return (Object.hasOwn(texts, code) ? texts[code] : undefined) ?? { en: code, fr: code };
}

/** Of an entry of the custody log, whose steps of the review are named `review-TYPE`. */
export function textOfAction(action: string): Text {
  const review = /^review-(.+)$/u.exec(action)?.[1];
  return review !== undefined && Object.hasOwn(REVIEW_ACTIONS, review)
    ? textOfCode(REVIEW_ACTIONS, review)
    : textOfCode(CUSTODY_ACTIONS, action);
}

/** Why a signature could not be checked, with the tag it names. */
export function textOfWhy(why: string): Text {
  const [, code = '', tag = ''] = /^(missing|bad|duplicate)-tag-(.+)$/u.exec(why) ?? [];
  const broken = BROKEN_TAGS[code];
  if (broken === undefined) return textOfTerm('why', why);
  return { en: broken.en.replace('{tag}', () => tag), fr: broken.fr.replace('{tag}', () => tag) };
}

/** The words that reasons have for a code, of `why`, `trust`, ... */
export function textOfTerm(term: string, code: string): Text {
  return { en: termText(term, code, 'en') ?? code, fr: termText(term, code, 'fr') ?? code };
}

const BROKEN_TAGS: Readonly<Record<string, Text>> = {
  missing: { en: 'its tag {tag}= is missing', fr: 'sa balise {tag}= manque' },
  bad: { en: 'its tag {tag}= is malformed', fr: 'sa balise {tag}= est mal formée' },
  duplicate: { en: 'its tag {tag}= stands twice', fr: 'sa balise {tag}= est en double' },
};
