/** Messages nobody ever wrote, in the manner of those somebody did. */
import type { Copy } from '../copies.ts';
import type { Random } from '../random.ts';
import type { Draft } from '../story/terms.ts';
import { lie } from './text-edits.ts';

const FRENCH_SUBJECTS = [
  'À ne pas transférer',
  'Entre nous',
  'Le compte dont on parlait',
  'Avant lundi',
  'Efface après lecture',
];
const ENGLISH_SUBJECTS = [
  'Not for forwarding',
  'Between us',
  'The account',
  'Before Monday',
  'Delete after reading',
];

/** A draft from the same people as a real one, with an invented subject and text, `at` the given time. */
export function fabricated({ sent }: Copy, at: number, random: Random): Draft {
  const { from, to, lang } = sent.draft;
  const name = to[0]?.name.split(' ')[0] ?? '';
  const greeting = lang === 'fr' ? `Bonjour ${name},` : `Dear ${name},`;
  return {
    from,
    to,
    cc: [],
    subject: `${random.pick(lang === 'fr' ? FRENCH_SUBJECTS : ENGLISH_SUBJECTS)} (${random.between(2, 99)})`,
    at,
    lang,
    text: `${greeting}\n\n${lie(lang, random)}\n${lie(lang, random)}\n\n${from.name}`,
    quote: null,
    attachments: [],
    meeting: null,
  };
}
