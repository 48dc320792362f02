import type { AnswerCheck, LeafAnswer } from '../decoys/challenge/index.ts';
import { ABOUT_THE_REST } from '../decoys/guard/wording.ts';
import type { Language, Text } from '../model/text.ts';
import { harmless } from './terminal/cells.ts';

/** What the check of an answer shows, and what it does not. `isCompared`: the challenge is known to be the one sent. */
export function checkText(
  { asked, leaves, size, mostOthers }: AnswerCheck,
  isCompared: boolean,
  lang: Language,
): string {
  const count = (type: LeafAnswer['type']) => leaves.filter((leaf) => leaf.type === type).length;
  const counts = {
    en: `${leaves.length} asked for of ${size}: ${count('regenerated')} made again byte for byte, ${count('differs')} came out otherwise, ${count('opened')} only opened, ${count('invalid')} not answered as committed`,
    fr: `${leaves.length} demandés sur ${size}\u00a0: ${count('regenerated')} refaits à l’octet près, ${count('differs')} refaits autrement, ${count('opened')} seulement ouverts, ${count('invalid')} sans réponse conforme à l’engagement`,
  }[lang];
  const percent = mostOthers === null ? null : (Math.ceil(mostOthers * 1000) / 10).toLocaleString(lang);
  const meaning =
    percent === null
      ? {
          en: 'No share follows from it: that takes every leaf asked for, made again.',
          fr: 'Il n’en découle aucune part\u00a0: il y faut chaque feuille demandée, refaite.',
        }[lang]
      : {
          en: `At 95 %, at most ${percent} % of the ledger is anything but what the generator makes.`,
          fr: `À 95 %, au plus ${percent} % du registre est autre chose que ce que fait le générateur.`,
        }[lang];
  const faults = leaves.flatMap((leaf) =>
    leaf.type === 'invalid' ? [`#${leaf.place}: ${leaf.reason}`] : leaf.type === 'differs' ? [leaf.id] : [],
  );
  const seed = isCompared ? [] : [`${UNCOMPARED[lang]} ${harmless(asked.seed)}`];
  return `${[counts, ...seed, meaning, ...faults.slice(0, MOST_SHOWN), ABOUT_THE_REST[lang]].join('\n')}\n`;
}

/** An owner who may choose the seed chooses what is opened. */
const UNCOMPARED: Text = {
  en: 'The picks follow from this seed, which the answer brings; give the challenge you sent with --asked, or compare it yourself:',
  fr: 'Le tirage découle de cette graine, apportée par la réponse\u202f; donner le défi envoyé avec --asked, ou la comparer soi-même\u00a0:',
};

const MOST_SHOWN = 20;
