import type { Language } from '../../model/index.ts';
import type { Random } from '../model/random.ts';

/** What documents, meetings and lists of decoys are about: nothing anybody would print. */
export interface Banal {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly items: readonly string[];
}

type Bank = Readonly<Record<'titles' | 'what' | 'verbs' | 'when' | 'why' | 'items', readonly string[]>>;

const BANKS: Readonly<Record<Language, Bank>> = {
  en: {
    titles: [
      'Room plan',
      'Minutes of the weekly meeting',
      'Order of supplies',
      'Key list',
      'Print run',
      'Coffee rota',
      'Parking spaces',
      'Chairs and tables',
      'Opening hours',
      'Equipment on loan',
      'Delivery dates',
      'Welcome sheet',
    ],
    what: [
      'the small meeting room',
      'the projector',
      'the new badge reader',
      'the printer on the second floor',
      'the coffee machine',
      'the folding tables',
      'the leaflets',
      'the spare keys',
      'the van',
      'the sound system',
      'the phone list',
      'the posters',
      'the extension leads',
      'the water dispenser',
      'the banners',
      'the name tags',
    ],
    verbs: [
      'is free',
      'has to be returned',
      'will be delivered',
      'can be collected',
      'needs a new cable',
      'moves next door',
      'is on loan',
      'was counted again',
      'will be cleaned',
      'is still missing its cover',
      'is booked',
      'has been put back',
    ],
    when: [
      'on Monday',
      'before noon',
      'by the end of the week',
      'on the 14th',
      'after lunch',
      'tomorrow morning',
      'from 9 to 11',
      'next Tuesday',
      'at the usual time',
      'on Thursday evening',
      'once the lift works',
      'from the first of the month',
    ],
    why: [
      'as agreed with the front desk',
      'because the supplier was late',
      'so that the stairs stay clear',
      'as every year',
      'until the shelves are up',
      'since two are out of order',
      'to save a trip',
      'for the volunteers’ evening',
      'as there were not enough last time',
      'if nobody objects',
    ],
    items: [
      'A4 paper, box',
      'Blue pens',
      'Folding chair',
      'Extension lead 5 m',
      'Name tag',
      'Sticky tape',
      'Paper cups',
      'Ground coffee 1 kg',
      'Marker, black',
      'Envelope C5',
      'Banner stand',
      'Batteries AA',
      'Table cloth',
      'Bin bags',
      'Toner, black',
      'Clip board',
    ],
  },
  fr: {
    titles: [
      'Plan des salles',
      'Compte rendu de la réunion hebdomadaire',
      'Commande de fournitures',
      'Liste des clés',
      'Tirage',
      'Tour de café',
      'Places de parking',
      'Chaises et tables',
      'Horaires d’ouverture',
      'Matériel prêté',
      'Dates de livraison',
      'Fiche d’accueil',
    ],
    what: [
      'la petite salle',
      'le vidéoprojecteur',
      'le lecteur de badges',
      'l’imprimante du deuxième',
      'la machine à café',
      'les tables pliantes',
      'les tracts',
      'le double des clés',
      'la camionnette',
      'la sono',
      'la liste des téléphones',
      'les affiches',
      'les rallonges',
      'la fontaine à eau',
      'les banderoles',
      'les badges nominatifs',
    ],
    verbs: [
      'est à rendre',
      'sera livré',
      'peut être retiré',
      'a besoin d’un câble',
      'passe à côté',
      'est en prêt',
      'a été recompté',
      'sera nettoyé',
      'n’a toujours pas sa housse',
      'est réservé',
      'a été rangé',
      'reste disponible',
    ],
    when: [
      'lundi',
      'avant midi',
      'd’ici la fin de la semaine',
      'le 14',
      'après le déjeuner',
      'demain matin',
      'de 9 h à 11 h',
      'mardi prochain',
      'à l’heure habituelle',
      'jeudi soir',
      'dès que l’ascenseur marche',
      'à partir du premier du mois',
    ],
    why: [
      'comme convenu avec l’accueil',
      'car le fournisseur avait du retard',
      'pour laisser l’escalier libre',
      'comme chaque année',
      'en attendant les étagères',
      'puisque deux sont en panne',
      'pour éviter un trajet',
      'pour la soirée des bénévoles',
      'il en manquait la dernière fois',
      'si personne n’y voit d’inconvénient',
    ],
    items: [
      'Papier A4, carton',
      'Stylos bleus',
      'Chaise pliante',
      'Rallonge 5 m',
      'Badge',
      'Ruban adhésif',
      'Gobelets',
      'Café moulu 1 kg',
      'Feutre noir',
      'Enveloppe C5',
      'Support de banderole',
      'Piles AA',
      'Nappe',
      'Sacs poubelle',
      'Toner noir',
      'Porte-bloc',
    ],
  },
}; // prettier-ignore

/** A title, sentences and items; `names` are personas who may be mentioned. */
export function banal(language: Language, count: number, names: readonly string[], random: Random): Banal {
  const bank = BANKS[language];
  const sentence = (): string => {
    const what = random.pick(bank.what);
    const parts = [what.slice(0, 1).toUpperCase() + what.slice(1), random.pick(bank.verbs)];
    if (random.chance(0.8)) parts.push(random.pick(bank.when));
    if (random.chance(0.5)) parts.push(`(${random.pick(names)})`);
    if (random.chance(0.6)) parts.push(`– ${random.pick(bank.why)}`);
    return `${parts.join(' ')}.`;
  };
  return {
    title: random.pick(bank.titles),
    sentences: Array.from({ length: count }, sentence),
    items: bank.items,
  };
}
