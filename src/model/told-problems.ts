import type { Language, Text } from './text.ts';

/** What a description says wrong, and where in it. */
interface Problem<R extends string> {
  /** `evidence.3.ratings.H2`; empty for the whole. */
  readonly at: string;
  readonly reason: R;
}

/** More problems than this come of one cause, or are a file of another kind. */
const SHOWN = 12;

/** Every problem with its place, on one line; behind the first dozen only how many more there are. */
export function toldProblems<R extends string>(
  problems: readonly Problem<R>[],
  texts: Readonly<Record<R, Text>>,
  lang: Language,
): string {
  const told = problems
    .slice(0, SHOWN)
    .map(({ at, reason }) => `${at}${at === '' ? '' : COLON[lang]}${texts[reason][lang]}`);
  const more = problems.length - told.length;
  if (more > 0) told.push({ en: `and ${more} more`, fr: `et ${more} de plus` }[lang]);
  return told.join(lang === 'fr' ? '\u202f; ' : '; ');
}

const COLON = { en: ': ', fr: '\u00a0: ' } as const;
