/** The daily traffic around the story: short, dull, and mostly what a real mailbox is made of. */
import { seeded } from './bytes.ts';
import type { Mail } from './mime.ts';
import { CAMILLE, NADIA, PRESS, THEO } from './people.ts';

const SUBJECTS = [
  ['Revue de presse', 'Trois articles ce matin, rien sur nous. Le pont fait encore la une.'],
  ['Tractage de samedi', 'Rendez-vous à 9 h devant la halle. Prendre les tracts restants au local.'],
  ['Clés du local', 'Je laisse les clés chez la boulangère, comme la dernière fois.'],
  ['Remboursement', 'Billet de train aller-retour, 38 €, justificatif dans la pochette bleue.'],
  ['Réunion de quartier', 'Salle retenue pour mardi, quarante chaises. Il faudrait un micro.'],
  ['Agenda de la semaine', 'Lundi marché, mercredi école des Dunes, vendredi comité.'],
  ['Photos', 'Les photos du marché sont sur le disque. La troisième est la bonne.'],
] as const;

/** `count` messages between members of the campaign, from December on. */
export function routineMail(count: number): Mail[] {
  const random = seeded(2020);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const start = Date.parse('2019-12-05T07:00:00Z');
  return Array.from({ length: count }, (_, index) => {
    const [subject, text] = pick(SUBJECTS);
    const from = pick([THEO, NADIA, PRESS]);
    const minutes = Math.floor(random() * 720);
    const date = new Date(start + index * 3 * 86_400_000 + minutes * 60_000).toISOString();
    const day = date.slice(0, 10).replaceAll('-', '');
    return {
      id: `${day}.r${index}@campagne-rivage.example`,
      from,
      to: CAMILLE,
      subject,
      date,
      text: `${text}\n\n${from.split(' ')[0] ?? ''}`,
      encoding: pick(['8bit', 'quoted-printable'] as const),
    };
  });
}
