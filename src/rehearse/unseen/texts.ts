/** What the makers kept apart write and change: other lies, other edits than those of development. */
import { cutSentence, splice, type TextEdit } from '../edits/text-edits.ts';
import type { Random } from '../random.ts';
import type { Language } from '../story/terms.ts';

const FRENCH = [
  'On m’a promis le ministère si la liste est retirée avant vendredi.',
  'Brûle les reçus.',
  'Le message est clair : pas un mot à la commission des comptes.',
  'J’ai vu l’enveloppe ; il a compté les billets devant moi.',
  'Paul a signé à ma place, personne ne regardera.',
  'La banque de Nicosie confirme le virement, comme pour le groupe de mars.',
];

const ENGLISH = [
  'They promised me the ministry if we drop the list by Friday.',
  'Burn the receipts.',
  'The message was plain: not a word to the auditors.',
  'I saw the envelope; he counted the notes in front of me.',
  'Paul signed in my place and nobody will look.',
  'The bank in Nicosia confirms the transfer, as for the March group.',
];

/** A sentence that would do harm, of none that development knows. */
export function otherLie(lang: Language, random: Random): string {
  return random.pick(lang === 'fr' ? FRENCH : ENGLISH);
}

/** Below everything, as an afterthought. */
export function postscript(text: string, lang: Language, random: Random): TextEdit {
  const after = `${lang === 'fr' ? 'P.-S.' : 'P.S.'} ${otherLie(lang, random)}`;
  return { text: `${text}\n\n${after}`, before: '', after };
}

const DAYS: readonly (readonly string[])[] = [
  ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
];

/** Another day of the week; where none is named, a sentence is gone. */
export function otherDay(text: string, random: Random): TextEdit {
  for (const days of DAYS) {
    for (const before of random.shuffled(days)) {
      const at = text.indexOf(before);
      if (at === -1) continue;
      const after = random.pick(days.filter((day) => day !== before));
      return { text: splice(text, at, before.length, after), before, after };
    }
  }
  return cutSentence(text, random);
}
