/** What a forger does to a text. Each edit says the words before and after. */
import type { Random } from '../random.ts';
import type { Language } from '../story/terms.ts';

/** A text that was changed, with the words that were exchanged. */
export interface TextEdit {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Another figure, or where there is none, another word of the same kind. */
export function changeFigure(text: string, random: Random): TextEdit {
  const figures = [...text.matchAll(/\b\d{2,5}\b/gu)];
  const found = figures[random.between(0, Math.max(0, figures.length - 1))];
  if (found === undefined) return replaceWord(text, random);
  const after = `${random.between(1, 9)}${found[0]}`;
  return { text: splice(text, found.index, found[0].length, after), before: found[0], after };
}

const WORDS: readonly (readonly [string, string])[] = [
  ['Merci', 'Attention'],
  ['merci', 'attention'],
  ['accord', 'désaccord'],
  ['Agreed', 'Refused'],
  ['Perfect', 'Hopeless'],
  ['Parfait', 'Absurde'],
  ['première', 'seconde'],
  ['first', 'second'],
  ['ce soir', 'jamais'],
  ['tonight', 'never'],
  ['bien', 'mal'],
  ['Thanks', 'Careful'],
  ['Noted', 'Denied'],
  ['noté', 'refusé'],
  ['Fine', 'Impossible'],
  ['quelqu’un', 'personne'],
  ['someone', 'nobody'],
  ['montant', 'pot-de-vin'],
  ['amount', 'bribe'],
];

function replaceWord(text: string, random: Random): TextEdit {
  const found = random.shuffled(WORDS).find(([word]) => text.includes(word));
  if (found === undefined) return insertSentence(text, 'fr', random);
  const [before, after] = found;
  return { text: splice(text, text.indexOf(before), before.length, after), before, after };
}

/** A compromising sentence before the closing. */
export function insertSentence(text: string, lang: Language, random: Random): TextEdit {
  const after = random
    .pick(lang === 'fr' ? FRENCH_LIES : ENGLISH_LIES)
    .replace('{n}', String(random.between(11, 99)));
  const at = text.indexOf('\n\n', text.indexOf('\n\n') + 2);
  const place = at === -1 ? text.length : at;
  return { text: splice(text, place, 0, `\n${after}`), before: '', after };
}

/** A sentence of the body left out, the first that is long enough. */
export function cutSentence(text: string, random: Random): TextEdit {
  const sentences = [...text.matchAll(/[^.!?\n]{18,}[.!?]/gu)];
  const found = sentences[random.between(0, Math.max(0, sentences.length - 1))];
  if (found === undefined) return changeFigure(text, random);
  return { text: splice(text, found.index, found[0].length, ''), before: found[0].trim(), after: '' };
}

/** The text with `length` characters at `at` exchanged for others. */
export function splice(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}

/** A sentence that would do harm if it had been written. */
export function lie(lang: Language, random: Random): string {
  return random
    .pick(lang === 'fr' ? FRENCH_LIES : ENGLISH_LIES)
    .replace('{n}', String(random.between(11, 99)));
}

const FRENCH_LIES: readonly string[] = [
  'Pour les {n} mille euros en liquide, on ne garde aucune trace écrite.',
  'Le compte au Luxembourg est ouvert, les {n} premiers versements sont partis.',
  'Fais passer ce don par {n} prête-noms, comme en janvier.',
  'Détruis les {n} fiches du local avant le contrôle de lundi.',
  'Le juge est un ami, il classera les {n} plaintes.',
  'Le fournisseur rendra {n} pour cent de la somme sous la table.',
];

const ENGLISH_LIES: readonly string[] = [
  'Keep the {n} thousand in cash out of the books, as we said.',
  'The account abroad is open and the first {n} transfers are gone.',
  'We weighted {n} per cent of the young away until you came out ahead.',
  'Shred the {n} sheets before the inspectors come.',
  'The judge is a friend and will lose the {n} complaints.',
];
