import type { Language, Text } from '../../model/text.ts';

/**
 * A row of the scale of ICD 203 (Analytic Standards, 2015, section D.6.e.2.a): two wordings for one range of
 * chances, in per cent. A text keeps to one wording throughout.
 */
export interface EstimativeTerm {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  readonly first: Text;
  readonly second: Text;
}

/** There is no official French version; these are ours, built so that the two wordings share no word. */
export const TERMS: readonly EstimativeTerm[] = [
  {
    id: 'almost-no-chance',
    min: 1,
    max: 5,
    first: { en: 'almost no chance', fr: 'presque aucune chance' },
    second: { en: 'remote', fr: 'chance infime' },
  },
  {
    id: 'very-unlikely',
    min: 5,
    max: 20,
    first: { en: 'very unlikely', fr: 'très improbable' },
    second: { en: 'highly improbable', fr: 'très peu vraisemblable' },
  },
  {
    id: 'unlikely',
    min: 20,
    max: 45,
    first: { en: 'unlikely', fr: 'improbable' },
    second: { en: 'improbable', fr: 'peu vraisemblable' },
  },
  {
    id: 'roughly-even-chance',
    min: 45,
    max: 55,
    first: { en: 'roughly even chance', fr: 'environ une chance sur deux' },
    second: { en: 'roughly even odds', fr: 'chances à peu près égales' },
  },
  {
    id: 'likely',
    min: 55,
    max: 80,
    first: { en: 'likely', fr: 'probable' },
    second: { en: 'probable', fr: 'vraisemblable' },
  },
  {
    id: 'very-likely',
    min: 80,
    max: 95,
    first: { en: 'very likely', fr: 'très probable' },
    second: { en: 'highly probable', fr: 'très vraisemblable' },
  },
  {
    id: 'almost-certain',
    min: 95,
    max: 99,
    first: { en: 'almost certain', fr: 'presque certain' },
    second: { en: 'nearly certain', fr: 'quasi certain' },
  },
];

export type Wording = 'first' | 'second';

/** A form a term takes in running text. `term` null: an estimate that is on no row of the scale. */
export interface TermForm {
  readonly words: string;
  readonly term: string | null;
  readonly wording: Wording | null;
}

/** Every form looked for, by language. Longer ones first, so that `very unlikely` is not read as `unlikely`. */
export const FORMS: Readonly<Record<Language, readonly TermForm[]>> = {
  en: longestFirst([
    ...forms('almost-no-chance', 'first', ['almost no chance']),
    ...forms('almost-no-chance', 'second', [
      'remote chance',
      'remote possibility',
      'remote likelihood',
      'chance is remote',
      'possibility is remote',
    ]),
    ...forms('very-unlikely', 'first', ['very unlikely']),
    ...forms('very-unlikely', 'second', ['highly improbable']),
    ...forms('unlikely', 'first', ['unlikely']),
    ...forms('unlikely', 'second', ['improbable', 'improbably']),
    ...forms('roughly-even-chance', 'first', ['roughly even chance', 'roughly even chances']),
    ...forms('roughly-even-chance', 'second', ['roughly even odds']),
    ...forms('likely', 'first', ['likely']),
    ...forms('likely', 'second', ['probable', 'probably']),
    ...forms('very-likely', 'first', ['very likely']),
    ...forms('very-likely', 'second', ['highly probable']),
    ...forms('almost-certain', 'first', ['almost certain', 'almost certainly']),
    ...forms('almost-certain', 'second', ['nearly certain', 'nearly certainly']),
    ...forms(null, null, [
      'highly likely',
      'highly unlikely',
      'extremely likely',
      'extremely unlikely',
      'most likely',
      'most probably',
      'quite likely',
      'very probable',
      'very probably',
      'very improbable',
      'virtually certain',
      'more likely than not',
      'fairly likely',
      'fifty-fifty',
      'quite possible',
      'very possible',
      'highly possible',
      'good chance',
      'strong possibility',
      'distinct possibility',
      'in all likelihood',
      'in all probability',
    ]),
  ]),
  fr: longestFirst([
    ...forms('almost-no-chance', 'first', ['presque aucune chance']),
    ...forms('almost-no-chance', 'second', ['chance infime', 'chances infimes', 'infime chance']),
    ...forms('very-unlikely', 'first', [
      'très improbable',
      'très improbables',
      'très peu probable',
      'très peu probables',
    ]),
    ...forms('very-unlikely', 'second', ['très peu vraisemblable', 'très peu vraisemblables']),
    ...forms('unlikely', 'first', ['improbable', 'improbables', 'peu probable', 'peu probables']),
    ...forms('unlikely', 'second', [
      'peu vraisemblable',
      'peu vraisemblables',
      'invraisemblable',
      'invraisemblables',
    ]),
    ...forms('roughly-even-chance', 'first', [
      'environ une chance sur deux',
      'à peu près une chance sur deux',
    ]),
    ...forms('roughly-even-chance', 'second', ['chances à peu près égales']),
    ...forms('likely', 'first', ['probable', 'probables', 'probablement']),
    ...forms('likely', 'second', ['vraisemblable', 'vraisemblables', 'vraisemblablement']),
    ...forms('very-likely', 'first', ['très probable', 'très probables', 'très probablement']),
    ...forms('very-likely', 'second', [
      'très vraisemblable',
      'très vraisemblables',
      'très vraisemblablement',
    ]),
    ...forms('almost-certain', 'first', inflected('presque certain', 'presque certainement')),
    ...forms('almost-certain', 'second', [
      ...inflected('quasi certain', 'quasi certainement'),
      ...inflected('quasiment certain', 'quasiment certainement'),
    ]),
    ...forms(null, null, [
      'hautement probable',
      'hautement probables',
      'hautement improbable',
      'extrêmement probable',
      'extrêmement improbable',
      'fort probable',
      'fort probablement',
      'plus que probable',
      'assez probable',
      'très possible',
      'fort possible',
      'tout à fait possible',
      'de bonnes chances',
      'de fortes chances',
      'sans doute',
      'selon toute vraisemblance',
      'selon toute probabilité',
    ]),
  ]),
};

/** A word of likelihood by its id. */
export function termById(id: string): EstimativeTerm | null {
  return TERMS.find((term) => term.id === id) ?? null;
}

function forms(term: string | null, wording: Wording | null, words: readonly string[]): TermForm[] {
  return words.map((one) => ({ words: one, term, wording }));
}

function inflected(masculine: string, adverb: string): string[] {
  return [masculine, `${masculine}e`, `${masculine}s`, `${masculine}es`, adverb];
}

function longestFirst(all: readonly TermForm[]): readonly TermForm[] {
  return [...all].sort((a, b) => b.words.length - a.words.length);
}
