import type { Random } from '../random.ts';
import type { Language } from '../story/terms.ts';
import type { Slots } from '../story/topic.ts';
import { type Attachment, attach, type DocumentKind } from './document.ts';

interface About {
  readonly lang: Language;
  readonly slots: Slots;
  readonly author: string;
  readonly at: number;
}

/** A document somebody would attach to a mail with these slots: its figures are those of the mail. */
export function documentFor(kind: DocumentKind, about: About, random: Random): Attachment {
  const { slots, author, at } = about;
  const created = at - random.between(1, 40) * 86_400_000 - random.between(0, 40_000) * 1000;
  const title = random.pick(about.lang === 'fr' ? FRENCH_TITLES : ENGLISH_TITLES);
  const facts = {
    title,
    author,
    lastModifiedBy: author,
    created,
    modified: Math.min(at - 300_000, created + random.between(0, 20) * 3_600_000),
  };
  const lines = kind === 'docx' || kind === 'pdf' ? paragraphs(about) : rows(slots, random);
  const name = `${title
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/gu, '-')}-${slots.count}${random.between(10, 99)}.${kind}`;
  return attach(name, { kind, lines, facts });
}

function paragraphs({ lang, slots }: About): readonly string[] {
  return lang === 'fr'
    ? [
        `Objet : quartier ${slots.place}`,
        `Le coût total est estimé à ${slots.amount} euros, toutes taxes comprises.`,
        `La subvention ne dépasse pas ${slots.count} pour cent de cette somme.`,
        `Le contact sur place est ${slots.name}, joignable ${slots.day} après ${slots.hour} h.`,
        'Le conseil rendra son avis avant la fin du trimestre.',
        'Aucune dépense ne sera engagée sans accord écrit du mandataire.',
      ]
    : [
        `Subject: ${slots.place}`,
        `The total cost is put at ${slots.amount} euros, all taxes included.`,
        `The grant covers at most ${slots.count} per cent of it.`,
        `Contact on site: ${slots.name}, on ${slots.day} after ${slots.hour}.`,
        'The council will give its opinion before the quarter ends.',
        'Nothing is to be spent without the written consent of the agent.',
      ];
}

function rows(slots: Slots, random: Random): readonly string[] {
  const items = ['impression', 'salles', 'essence', 'sondages', 'affichage', 'sono', 'timbres'];
  return [
    'poste\tprévu\tdépensé',
    `total\t${slots.amount}\t${slots.count}`,
    ...random
      .shuffled(items)
      .map((item) => `${item}\t${random.between(40, 4000)}\t${random.between(40, 4000)}`),
  ];
}

const FRENCH_TITLES = ['Note de travail', 'Compte rendu', 'Tableau de suivi', 'Annexe', 'Proposition'];
const ENGLISH_TITLES = ['Working note', 'Minutes', 'Tables', 'Annex', 'Proposal'];
