import type { CaseStore, StoredItem } from '../case/store.ts';
import { ABOUT_THE_REST } from '../decoys/guard/wording.ts';
import { tellReason } from '../judge/reasons/index.ts';
import { VERDICT_TEXTS } from '../judge/reasons/verdicts.ts';
import { scoreOf } from '../judge/score/score.ts';
import { type Story, tellStory } from '../judge/story/story.ts';
import { inLanguage } from '../judge/texts/in-language.ts';
import { termText } from '../judge/texts/terms.ts';
import type { Reason } from '../model/index.ts';
import type { Language } from '../model/text.ts';
import { evidenceOf, type ShownEvidence } from '../show/evidence.ts';
import { namedAttachments } from '../show/named-attachments.ts';
import { DECOY_HEADING, DECOY_MEANING, decoyLine } from './decoy-line.ts';
import { harmless } from './terminal/cells.ts';
import { colon } from './terminal/colon.ts';
import type { Paint } from './terminal/paint.ts';
import type { TextStyle } from './terminal/text-style.ts';
import { wrap } from './terminal/wrap.ts';
import { VERDICT_STYLES } from './verdict-style.ts';

/** What the reasoning is told from, beside the item itself. */
export interface WhyInput {
  readonly item: StoredItem;
  /** Null where there are none to point into. */
  readonly bytes: Uint8Array | null;
  readonly hasReference: boolean;
  /** Where names of attachments are looked up. */
  readonly store: CaseStore;
}

/** The story of an item with a verdict; null for what takes none. */
export function storyOf({ item, hasReference }: WhyInput, lang: Language): Story | null {
  const { judgement, message } = item;
  if (judgement === null) return null;
  const facts = {
    isMessage: message !== null,
    signatures: message?.signatures ?? [],
    rebuilt: message?.rebuilt ?? false,
    hasReference,
  };
  return tellStory(judgement, facts, lang);
}

const NO_VERDICT = {
  en: 'No verdict: verdicts are given to messages and documents, not to the containers they lie in.',
  fr: 'Pas de verdict\u00a0: il est donné aux messages et aux documents, pas aux conteneurs qui les contiennent.',
};

/** The reasoning as a person would tell it. */
export function whyText(input: WhyInput, style: TextStyle): string {
  const { lang, paint, columns } = style;
  const { item, bytes } = input;
  const { judgement } = item;
  const lines = [
    `${paint('bold', item.id)}  ${harmless(item.message?.subject || item.name)}`,
    paint('dim', harmless(item.path)),
    '',
    ...decoyLines(item, lang, paint),
  ];
  const story = storyOf(input, lang);
  if (judgement === null || story === null) return `${[...lines, inLanguage(NO_VERDICT, lang)].join('\n')}\n`;
  const width = Math.min(100, Math.max(40, columns)) - 2;
  const { verdict } = judgement;
  const meaning = wrap(inLanguage(VERDICT_TEXTS[verdict].text, lang), width);
  lines.push(...meaning.map((line) => paint(VERDICT_STYLES[verdict], line)));
  lines.push(...wrap(scoreText(judgement, lang), width).map((line) => paint('dim', line)));
  const section = (name: keyof typeof HEADINGS, body: readonly string[]): void => {
    if (body.length > 0) lines.push('', paint('bold', HEADINGS[name][lang]), ...body);
  };
  const points = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => hanging('– ', harmless(text), width));
  const reasons = (sign: string, all: readonly Reason[]): readonly string[] =>
    all.flatMap((reason) => {
      const evidence = namedAttachments(input.store, evidenceOf(reason, bytes));
      return reasonLines(sign, reason, evidence, { lang, paint, columns: width });
    });
  section('checked', points(story.checked));
  section('unchecked', points(story.unchecked));
  section('for', reasons('+', story.speaksFor));
  section('against', reasons('−', story.speaksAgainst));
  section('remarks', reasons('·', story.remarks));
  section('change', points(story.wouldChange));
  section('needed', points(story.needed));
  return `${lines.join('\n')}\n`;
}

function decoyLines({ decoy }: StoredItem, lang: Language, paint: Paint): readonly string[] {
  if (decoy === null) return [];
  return [
    `${paint('bold', DECOY_HEADING[lang])}${colon(lang)}${decoyLine(decoy, lang)}`,
    DECOY_MEANING[lang],
    ABOUT_THE_REST[lang],
    '',
  ];
}

const HEADINGS = {
  for: { en: 'What speaks for it', fr: 'Ce qui plaide pour' },
  against: { en: 'What speaks against it', fr: 'Ce qui plaide contre' },
  remarks: { en: 'Remarks', fr: 'Remarques' },
  checked: { en: 'What was checked', fr: 'Ce qui a été vérifié' },
  unchecked: { en: 'What could not be checked', fr: 'Ce qui n’a pas pu l’être' },
  change: { en: 'What would change the verdict', fr: 'Ce qui changerait le verdict' },
  needed: { en: 'What a forgery takes', fr: 'Ce qu’il faut pour un faux' },
} as const;

function scoreText(judgement: NonNullable<StoredItem['judgement']>, lang: Language): string {
  const { value, low, high } = scoreOf(judgement);
  const [score, least, most] = [value, low, high].map((part) => ofHundred(100 * part, lang));
  return {
    en: `An estimate, not a count of this leak: of a hundred items with these reasons, about ${score} would be what they claim to be (${least} to ${most}).`,
    fr: `Une estimation, non un décompte de cette fuite\u00a0: sur cent éléments ayant ces raisons, environ ${score} seraient ce qu’ils prétendent être (${least} à ${most}).`,
  }[lang];
}

/** Whole, but for the last in a hundred on either side: more figures would claim what nobody knows. */
function ofHundred(count: number, lang: Language): string {
  const digits = count < 1 || count > 99 ? 1 : 0;
  return count.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: digits });
}

function hanging(mark: string, text: string, width: number): readonly string[] {
  return wrap(text, width - 2).map((line, index) => `${index === 0 ? mark : '  '}${line}`);
}

function reasonLines(
  sign: string,
  reason: Reason,
  evidence: readonly ShownEvidence[],
  { lang, paint, columns }: TextStyle,
): readonly string[] {
  const { title, text } = tellReason(reason, lang);
  const head = `${sign} ${paint('bold', title)}  ${paint('dim', `${reason.code} ${reason.weight}`)}`;
  const told = wrap(harmless(text), columns).map((line) => `  ${line}`);
  return [head, ...told, ...evidenceLines(evidence, lang, paint).map((line) => `    ${line}`)];
}

/** Words in their context once, then what went and what came, as in a word diff. */
function evidenceLines(all: readonly ShownEvidence[], lang: Language, paint: Paint): string[] {
  const lines: string[] = [];
  let context = '';
  for (const evidence of all) {
    if (evidence.type === 'region') {
      const where = `${{ en: 'bytes', fr: 'octets' }[lang]} ${evidence.at.start}–${evidence.at.end}`;
      lines.push(`${paint('dim', where)} ${harmless(evidence.text)}`);
      continue;
    }
    const { part, change, text, after } = evidence;
    const here = `${termText('parts', part, lang) ?? part}${colon(lang)}…${harmless(after)}`;
    if (here !== context) lines.push(paint('dim', here));
    context = here;
    lines.push(
      change === 'added' ? paint('green', `  + ${harmless(text)}`) : paint('red', `  − ${harmless(text)}`),
    );
  }
  return lines;
}
