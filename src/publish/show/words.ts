import type { Language, Text } from '../../model/text.ts';
import type { GateId, GateResult } from '../gates/gate.ts';

/** What a gate asks, in two or three words. */
export const GATE_NAMES: Readonly<Record<GateId, Text>> = {
  G1: { en: 'origin and motive first', fr: 'origine et mobile d’abord' },
  G2: { en: 'every item labelled', fr: 'chaque élément étiqueté' },
  G3: { en: 'no mere echo', fr: 'pas un simple écho' },
  G4: { en: 'no way to the dump', fr: 'aucun chemin vers la fuite' },
  G5: { en: 'headline', fr: 'titre' },
  G6: { en: 'personal data', fr: 'données personnelles' },
  G7: { en: 'public interest', fr: 'intérêt public' },
  G8: { en: 'right of reply', fr: 'droit de réponse' },
  G9: { en: 'silence clock', fr: 'silence électoral' },
  G10: { en: 'measured words', fr: 'mots mesurés' },
  G11: { en: 'law (France)', fr: 'droit (France)' },
};

export const OUTCOME_WORDS: Readonly<Record<GateResult['outcome'], Text>> = {
  passes: { en: 'passes', fr: 'passe' },
  warns: { en: 'WARNS', fr: 'ALERTE' },
  blocks: { en: 'BLOCKS', fr: 'BLOQUE' },
  'could-not-check': { en: 'could not check', fr: 'non vérifié' },
  overridden: { en: 'overridden', fr: 'levé' },
};

export const SAY = {
  line: { en: 'line', fr: 'l.' },
  paragraph: { en: 'para.', fr: '§' },
  by: { en: 'by', fr: 'par' },
  blockedOne: {
    en: 'Do not publish yet: 1 gate blocks ({gates}).',
    fr: 'Ne publiez pas encore : 1 contrôle bloque ({gates}).',
  },
  blockedMore: {
    en: 'Do not publish yet: {count} gates block ({gates}).',
    fr: 'Ne publiez pas encore : {count} contrôles bloquent ({gates}).',
  },
  open: {
    en: 'No gate blocks. A person decides; warnings and what could not be checked are theirs to weigh.',
    fr: 'Aucun contrôle ne bloque. À une personne de décider ; les alertes et le non-vérifié restent à peser.',
  },
  hidden: { en: 'not seen by readers', fr: 'invisible au lecteur' },
} as const satisfies Record<string, Text>;

/** Where words hide that no reader sees; a property goes by the name its program gave it. */
const HIDING_PLACES: Readonly<Record<string, Text>> = {
  comment: { en: 'comment', fr: 'commentaire' },
  'text that is not shown': { en: 'text that is not shown', fr: 'texte qui n’est pas affiché' },
  'author of changes': { en: 'author of changes', fr: 'auteur de modifications' },
  script: { en: 'script', fr: 'script' },
  template: { en: 'template', fr: 'gabarit' },
  meta: { en: 'description of the page', fr: 'description de la page' },
  title: { en: 'title of the page', fr: 'titre de la page' },
  'text of a picture': { en: 'text of a picture', fr: 'texte d’une image' },
  'deleted or hidden text': { en: 'deleted or hidden text', fr: 'texte supprimé ou masqué' },
};

/** Where readers do not see a piece of the draft, in words. */
export function hidingPlace(where: string, lang: Language): string {
  const known = HIDING_PLACES[where];
  if (known !== undefined) return known[lang];
  if (lang === 'en') return where;
  return where
    .replace(/^property /u, 'propriété ')
    .replace(/^entry /u, 'entrée ')
    .replace(/^part /u, 'partie ');
}
