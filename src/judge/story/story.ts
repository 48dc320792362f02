import type { Judgement, Reason, Verdict } from '../../model/index.ts';
import type { Language, Text } from '../../model/text.ts';
import { inLanguage } from '../texts/in-language.ts';
import { fillTemplate } from '../texts/template.ts';
import { checksOf, type ItemFacts } from './checks.ts';
import { NEEDED } from './needed.ts';
import { WOULD_CHANGE, WOULD_CHANGE_USUAL } from './would-change.ts';

/** The reasoning behind a verdict as a person would tell it; every string is a sentence or two. */
export interface Story {
  readonly checked: readonly string[];
  readonly unchecked: readonly string[];
  readonly speaksFor: readonly Reason[];
  readonly speaksAgainst: readonly Reason[];
  readonly remarks: readonly Reason[];
  readonly wouldChange: readonly string[];
  /** What a forger would have needed to do, or needed. */
  readonly needed: readonly string[];
}

/** Tells a judgement. Values come from the leak; whoever shows the strings makes them harmless for their medium. */
export function tellStory({ verdict, reasons }: Judgement, facts: ItemFacts, lang: Language): Story {
  const { checked, unchecked } = checksOf(facts, reasons, lang);
  const deciding = decidingReasons(verdict, reasons);
  const told = (texts: Readonly<Record<string, Text>>, most: number): readonly string[] =>
    [
      ...new Set(
        deciding.flatMap(({ code, detail }) => {
          const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
          return text === undefined ? [] : [fillTemplate(inLanguage(text, lang), detail, lang)];
        }),
      ),
    ].slice(0, most);
  const wouldChange = told(WOULD_CHANGE, MOST_CHANGES);
  return {
    checked,
    unchecked,
    speaksFor: reasons.filter(({ polarity }) => polarity === 'for'),
    speaksAgainst: reasons.filter(({ polarity }) => polarity === 'against'),
    remarks: reasons.filter(({ polarity }) => polarity === 'note'),
    wouldChange: wouldChange.length > 0 ? wouldChange : [inLanguage(WOULD_CHANGE_USUAL, lang)],
    needed: told(NEEDED, MOST_NEEDED),
  };
}

const MOST_CHANGES = 2;
/** One way to have made it is told: the one that the strongest reason leaves. */
const MOST_NEEDED = 1;

/** The reasons on the side of the verdict first, the heaviest before; a remark decides where nothing else does. */
function decidingReasons(verdict: Verdict, reasons: readonly Reason[]): readonly Reason[] {
  const side = verdict === 'authentic' || verdict === 'corroborated' ? 'for' : 'against';
  const own = reasons.filter(({ polarity }) => polarity === side);
  const notes = reasons.filter(({ polarity }) => polarity === 'note');
  if (verdict === 'unverified') return [...notes, ...own];
  return own.length > 0 ? own : notes;
}
