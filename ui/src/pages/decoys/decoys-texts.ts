import type { Texts } from '../../i18n/t.ts';

export const DECOYS = {
  title: { en: 'Decoys', fr: 'Leurres' },
  what: {
    en: 'Items that their owner had planted and committed to before the leak. Whether an item is a decoy and whether it is authentic are two questions, answered side by side.',
    fr: 'Éléments que leur propriétaire avait posés et engagés avant la fuite. Qu’un élément soit un leurre et qu’il soit authentique sont deux questions, traitées côte à côte.',
  },
  notHeld: {
    en: 'No ledger was held against this leak. "tamis sift DUMP --case {name} --ledger LEDGER" does; the ledger itself stays where it is, the case keeps only marks.',
    fr: 'Aucun registre n’a été confronté à cette fuite. « tamis sift FUITE --case {name} --ledger REGISTRE » le fait ; le registre reste où il est, le dossier n’en garde que des marques.',
  },
  none: {
    en: 'The ledger was held against the leak on {time}: none of its decoys is in it. What was not recognised may still be one.',
    fr: 'Le registre a été confronté à la fuite le {time} : aucun de ses leurres n’y est. Ce qui n’a pas été reconnu peut en être un.',
  },
  found: {
    one: {
      en: '{n} item, of {decoys} decoys of the ledger; held against it on {time}.',
      fr: '{n} élément, pour {decoys} leurres du registre ; confronté le {time}.',
    },
    other: {
      en: '{n} items, of {decoys} decoys of the ledger; held against it on {time}.',
      fr: '{n} éléments, pour {decoys} leurres du registre ; confrontés le {time}.',
    },
  },
  how: { en: 'How they were recognised', fr: 'Comment ils ont été reconnus' },
  verdicts: { en: 'And their verdicts', fr: 'Et leurs verdicts' },
  verdictsWhat: {
    en: 'A decoy does not verify where the real mail does: "altered" or "unverified" is what to expect, and no sign of tampering by the thief.',
    fr: 'Un leurre n’a pas de signature valable là où le vrai courrier en a : « altéré » ou « non vérifié » est attendu, et n’indique pas que le voleur y a touché.',
  },
  item: { en: 'Item', fr: 'Élément' },
  decoy: { en: 'Decoy', fr: 'Leurre' },
  likeness: { en: 'Recognised by', fr: 'Reconnu par' },
  date: { en: 'Date', fr: 'Date' },
  verdict: { en: 'Verdict', fr: 'Verdict' },
  openAll: { en: 'Open all in the reader', fr: 'Tout ouvrir dans la lecture' },
  next: {
    en: 'To show it to others: "tamis decoys open ID --ledger LEDGER --page" opens one decoy, and nothing of any other. Open those of one small set, for whoever has one learns to tell its kin.',
    fr: 'Pour le montrer : « tamis decoys open ID --ledger REGISTRE --page » ouvre un leurre, et rien d’aucun autre. Ouvrez ceux d’un même petit lot : qui en a un apprend à en reconnaître les proches.',
  },
} as const satisfies Texts;
