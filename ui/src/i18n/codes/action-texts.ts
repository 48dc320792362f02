import type { Text } from '../../../../src/model/text.ts';
import type { ReviewChange, SearchChange } from '../../../../src/server/api/review.ts';

type ReviewType = ReviewChange['change']['type'] | SearchChange['type'] | 'set-zone' | 'take';

/** What people do in the review, by the type of the action. */
export const REVIEW_ACTIONS: Readonly<Record<ReviewType, Text>> = {
  tag: { en: 'tag added', fr: 'étiquette ajoutée' },
  untag: { en: 'tag removed', fr: 'étiquette retirée' },
  note: { en: 'note written', fr: 'note écrite' },
  'edit-note': { en: 'note changed', fr: 'note modifiée' },
  'remove-note': { en: 'note removed', fr: 'note retirée' },
  check: { en: 'marked as checked', fr: 'marqué comme vérifié' },
  uncheck: { en: 'no longer marked as checked', fr: 'marque « vérifié » retirée' },
  'sign-off': { en: 'signed off', fr: 'validé' },
  'withdraw-sign-off': { en: 'sign-off withdrawn', fr: 'validation retirée' },
  collect: { en: 'put into the dossier', fr: 'versé au dossier de réponse' },
  uncollect: { en: 'taken out of the dossier', fr: 'retiré du dossier de réponse' },
  take: { en: 'bytes taken away', fr: 'octets téléchargés' },
  'set-zone': { en: 'zone of the case set', fr: 'fuseau du dossier défini' },
  'save-search': { en: 'search saved', fr: 'recherche enregistrée' },
  'remove-search': { en: 'saved search removed', fr: 'recherche enregistrée supprimée' },
};

/** Other entries of the custody log. */
export const CUSTODY_ACTIONS: Readonly<Record<string, Text>> = {
  'input-added': { en: 'input added', fr: 'source ajoutée' },
  'inputs-grown': { en: 'files came to the inputs since', fr: 'fichiers arrivés depuis dans les sources' },
  'sift-started': { en: 'sift started', fr: 'tri commencé' },
  'sift-ended': { en: 'sift ended', fr: 'tri terminé' },
  'worker-died': { en: 'a worker died', fr: 'un processus de lecture est mort' },
  'ocr-ended': { en: 'text recognition ended', fr: 'reconnaissance de texte terminée' },
  'keys-looked-up': { en: 'keys looked up', fr: 'clés recherchées' },
  'key-recovered': { en: 'key recovered', fr: 'clé reconstituée' },
  'decoys-marked': { en: 'decoys marked', fr: 'leurres marqués' },
  'bait-mail': { en: 'bait mail looked for', fr: 'courriels-appâts recherchés' },
  'case-moved': { en: 'case moved', fr: 'dossier déplacé' },
  'account-set': { en: 'account set', fr: 'compte défini' },
  'account-revoked': { en: 'account revoked', fr: 'compte révoqué' },
  'account-signed-in': { en: 'signed in', fr: 'connexion' },
  'account-signed-out': { en: 'signed out', fr: 'déconnexion' },
  'item-read': { en: 'item looked at', fr: 'élément consulté' },
  'item-taken': { en: 'item taken away', fr: 'élément téléchargé' },
  'assistant-connected': { en: 'assistant connected', fr: 'assistant connecté' },
  'assistant-read': { en: 'read by an assistant', fr: 'lu par un assistant' },
  'dossier-written': { en: 'dossier written', fr: 'dossier de réponse écrit' },
  exported: { en: 'exported', fr: 'exporté' },
  packaged: { en: 'evidence packaged', fr: 'preuves empaquetées' },
  'posts-imported': { en: 'posts imported', fr: 'publications importées' },
  'publish-checked': { en: 'draft checked', fr: 'brouillon contrôlé' },
  'publish-noted': { en: 'note on a draft', fr: 'note sur un brouillon' },
  'publish-override': { en: 'check of a draft overridden', fr: 'contrôle de brouillon outrepassé' },
  redacted: { en: 'redacted', fr: 'caviardé' },
  'spread-reported': { en: 'spread reported', fr: 'rapport de propagation produit' },
  verified: { en: 'custody verified', fr: 'traçabilité vérifiée' },
  'workbench-opened': { en: 'workbench opened', fr: 'atelier ouvert' },
};
