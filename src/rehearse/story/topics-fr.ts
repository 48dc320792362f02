import type { Topic } from './topic.ts';

/** In braces: {amount} {place} {day} {hour} {count} {name} {street}. */
export const FRENCH_TOPICS: readonly Topic[] = [
  {
    subject: 'Salle pour la réunion publique de {day}',
    sentences: [
      'La salle {place} est libre {day} à partir de {hour} h, la commune demande {amount} euros de caution.',
      'On compte sur {count} chaises et un micro qui marche, pas comme la dernière fois.',
      'Il faudrait deux personnes à l’accueil dès l’ouverture des portes.',
      '{name} s’occupe des affiches à l’entrée.',
    ],
    document: 'csv',
  },
  {
    subject: 'Devis tracts A5',
    sentences: [
      'Voici le devis pour {count} tracts en quadrichromie : {amount} euros hors taxes, livraison comprise.',
      'Le délai est de six jours ouvrés après le bon à tirer.',
      'Merci de nous renvoyer la maquette avant {day} {hour} h.',
      'Le papier recyclé coûte huit pour cent de plus, à vous de voir.',
    ],
    document: 'pdf',
  },
  {
    subject: 'Programme transports, version à relire',
    sentences: [
      'La navette entre la gare et {place} coûterait {amount} euros par an d’après les services.',
      'J’ai retiré le paragraphe sur le stationnement, personne ne le défendait.',
      'Dites-moi avant {day} si le chiffre de {count} voyageurs par jour vous paraît tenable.',
      '{name} a vérifié les sources une par une.',
    ],
    document: 'docx',
  },
  {
    subject: 'Remboursement de frais',
    sentences: [
      'J’ai avancé {amount} euros pour l’essence et les repas de la tournée, justificatifs joints.',
      'Le mandataire demande un reçu par dépense, même pour le café.',
      'Le virement partira {day} si tout est complet.',
      'Il manque encore la facture de la sono, {name} la cherche.',
    ],
    document: 'xlsx',
  },
  {
    subject: 'Porte-à-porte, quartier {place}',
    sentences: [
      'Rendez-vous {day} à {hour} h devant la boulangerie de la rue {street}.',
      'On fait {count} boîtes aux lettres en deux heures, par équipes de deux.',
      'Noter les questions des gens plutôt que de réciter le programme.',
      'La dernière fois {name} a obtenu trois adhésions rien qu’en écoutant.',
    ],
  },
  {
    subject: 'Revue de presse',
    sentences: [
      'Trois articles ce matin, dont un sur la salle {place} qui fait encore la une.',
      'Le journal annonce {count} personnes à notre réunion, la police la moitié.',
      'Une tribune demande ce que nous ferons des {amount} euros du fonds de rénovation.',
      '{name} prépare une réponse courte pour {day}.',
    ],
  },
  {
    subject: 'Débat de {day} : préparation',
    sentences: [
      'Le débat dure quatre-vingt-dix minutes, les questions du public commencent à {hour} h trente.',
      'Il faut un chiffre juste sur la dette : {amount} euros par habitant, pas davantage.',
      'Ne pas répondre sur la vie privée, quoi qu’il arrive.',
      '{name} jouera la contradiction à la répétition.',
    ],
    document: 'docx',
  },
  {
    subject: 'Budget de campagne, point d’étape',
    sentences: [
      'Nous avons engagé {amount} euros, il reste de quoi tenir jusqu’à la fin du mois.',
      'Le poste impression dépasse les prévisions de {count} euros.',
      'Je propose de renoncer au second envoi postal.',
      'Décision à prendre {day} avec {name}.',
    ],
    document: 'xlsx',
  },
  {
    subject: 'Photos du marché',
    sentences: [
      'Les photos du marché de {place} sont triées, {count} sur deux cents sont utilisables.',
      'La troisième est la bonne, on voit bien les étals.',
      '{name} demande qu’on floute les enfants avant publication.',
      'Mise en ligne {day} à {hour} h si personne ne s’y oppose.',
    ],
    document: 'png',
  },
  {
    subject: 'Inscription sur les listes et bureaux de vote',
    sentences: [
      'Les bureaux {count} et douze changent d’adresse, ils sont désormais rue {street}.',
      'Le dépôt des dossiers est ouvert jusqu’à {day} {hour} h.',
      'Merci de désigner vos assesseurs avant cette date.',
      'Pour toute question, s’adresser au service des élections.',
    ],
  },
  {
    subject: 'Location de la sono',
    sentences: [
      'Deux enceintes et quatre micros pour {amount} euros la soirée, montage compris.',
      'Le camion ne passe pas rue {street}, prévoir des bras.',
      'Le technicien sera sur place {day} à {hour} h.',
      'Caution rendue le lendemain si rien ne manque.',
    ],
  },
  {
    subject: 'Covoiturage pour {place}',
    sentences: [
      'Il reste {count} places dans les voitures qui partent {day} à {hour} h.',
      'Départ devant le local, retour avant minuit.',
      '{name} conduit le minibus, pensez à participer aux frais.',
      'Compter {amount} centimes du kilomètre.',
    ],
  },
];

/** What is answered on any topic. */
export const FRENCH_REPLIES: readonly string[] = [
  'D’accord pour moi, on avance comme ça.',
  'Merci, je regarde ce soir et je reviens vers toi.',
  'Peux-tu vérifier le montant ? Il me semble élevé.',
  'Parfait. Je préviens {name}.',
  'Je ne serai pas là {day}, quelqu’un peut me remplacer ?',
  'Très bien, mais il faut l’écrire noir sur blanc.',
  'On en parle {day} à {hour} h au local, ce sera plus simple.',
  'C’est noté. Il manque juste le numéro de téléphone du gardien.',
  'Je préfère la première version, elle est plus courte.',
  'Bien reçu, je transmets au mandataire avant {day}.',
];

/** How mail ends. */
export const FRENCH_CLOSINGS: readonly string[] = [
  'À demain',
  'Bien à toi',
  'Amitiés',
  'Cordialement',
  'Bises',
];

/** What newsletters say. */
export const NEWSLETTER_SENTENCES: readonly string[] = [
  'Le conseil départemental vote {day} un budget en hausse de {count} pour mille.',
  'La ligne de bus vers {place} sera coupée pendant les travaux.',
  'Notre enquête : qui entretient les digues, et avec quel argent ?',
  'Agenda : concert gratuit place {street}, {day} à {hour} h.',
  'La récolte de pommes s’annonce bonne, disent les coopératives.',
  'Le prix moyen du loyer atteint {amount} euros pour un deux-pièces.',
];

/** What bills say. */
export const BILL_SENTENCES: readonly string[] = [
  'Votre facture du mois est disponible : {amount} euros, prélevés {day}.',
  'Référence de votre contrat : {count}-{amount}.',
  'Aucune action de votre part n’est nécessaire.',
  'Vous pouvez consulter le détail dans votre espace clients.',
];
