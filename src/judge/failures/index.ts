/** What each failure code means and what to do about it. "Could not be read" says nothing about authenticity. */
import type { FailureCode } from '../../model/failure.ts';
import type { Language, Text } from '../../model/text.ts';
import { inLanguage } from '../texts/in-language.ts';

/** The texts of one failure code. */
export interface FailureText {
  readonly title: Text;
  readonly text: Text;
  /** The next step for whoever has to get at the content. */
  readonly next: Text;
}

/** The same in one language. */
export interface ToldFailure {
  readonly title: string;
  readonly text: string;
  readonly next: string;
}

/** A failure's texts in one language. */
export function tellFailure(code: FailureCode, lang: Language): ToldFailure {
  const { title, text, next } = FAILURES[code];
  return { title: inLanguage(title, lang), text: inLanguage(text, lang), next: inLanguage(next, lang) };
}

/** The texts of each code. */
export const FAILURES: Readonly<Record<FailureCode, FailureText>> = {
  encrypted: {
    title: { en: 'encrypted', fr: 'chiffré' },
    text: {
      en: 'It needs a password or key that was not given.',
      fr: "Il faut un mot de passe ou une clé qui n'a pas été fourni.",
    },
    next: {
      en: 'Look for the password in the messages around it, then: tamis sift the same input again with --password. What needs a private key, only its owner can open: sift what they give you.',
      fr: 'Chercher le mot de passe dans les messages voisins, puis relancer tamis sift sur la même source avec --password. Ce qui demande une clé privée, seul son titulaire peut l’ouvrir\u00a0: passez au tamis ce qu’il vous remet.',
    },
  },
  truncated: {
    title: { en: 'cut off', fr: 'tronqué' },
    text: {
      en: 'The bytes end before the format says they do. What came before the cut was read.',
      fr: "Les octets s'arrêtent avant la fin annoncée par le format. Ce qui précède la coupure a été lu.",
    },
    next: {
      en: 'Fetch the file again from where it was published and compare sizes; other copies may be whole.',
      fr: "Récupérer de nouveau le fichier là où il a été publié et comparer les tailles ; d'autres copies peuvent être entières.",
    },
  },
  bomb: {
    title: { en: 'decompression bomb', fr: 'bombe de décompression' },
    text: {
      en: 'It expands far beyond what real content does, so expanding it was stopped.',
      fr: "Il se décompresse bien au-delà d'un contenu réel ; la décompression a été arrêtée.",
    },
    next: {
      en: 'Most likely there is nothing in it. If it is real, such as a log of repeated lines: sift into a new case (--case) with a higher --max-ratio.',
      fr: "Il ne contient sans doute rien. S'il est réel, par exemple un journal de lignes répétées : relancer dans un nouveau dossier d’enquête (--case) avec un --max-ratio plus élevé.",
    },
  },
  'too-deep': {
    title: { en: 'nested too deep', fr: 'imbriqué trop profondément' },
    text: {
      en: 'Containers inside containers, beyond the limit.',
      fr: 'Des conteneurs dans des conteneurs, au-delà de la limite.',
    },
    next: {
      en: 'Sift into a new case (--case) with a higher --max-depth; archives that hold themselves never end.',
      fr: 'Relancer dans un nouveau dossier d’enquête (--case) avec un --max-depth plus élevé ; les archives qui se contiennent elles-mêmes ne finissent jamais.',
    },
  },
  'too-large': {
    title: { en: 'too large', fr: 'trop volumineux' },
    text: {
      en: 'It is larger than the limit for one item; its bytes are hashed and listed, and only the beginning of its content was read, if any.',
      fr: "Il dépasse la taille limite d'un élément ; ses octets sont recensés avec leur empreinte, et seul le début du contenu a été lu, s'il l'a été.",
    },
    next: {
      en: 'Sift into a new case (--case) with a higher --max-item, on a machine with memory for it.',
      fr: 'Relancer dans un nouveau dossier d’enquête (--case) avec un --max-item plus élevé, sur une machine qui a la mémoire nécessaire.',
    },
  },
  'too-many': {
    title: { en: 'too many children', fr: "trop d'éléments" },
    text: {
      en: 'The container has more children than the limit; those up to it were read.',
      fr: "Le conteneur a plus d'éléments que la limite ; ceux d'avant la limite ont été lus.",
    },
    next: {
      en: 'Sift into a new case (--case) with a higher --max-children.',
      fr: 'Relancer dans un nouveau dossier d’enquête (--case) avec un --max-children plus élevé.',
    },
  },
  timeout: {
    title: { en: 'took too long', fr: 'trop long' },
    text: {
      en: 'Reading it did not end in its time and was stopped. The other items are not touched by this.',
      fr: "Sa lecture n'a pas fini dans le temps imparti et a été arrêtée. Les autres éléments n'en sont pas touchés.",
    },
    next: {
      en: 'Sift into a new case (--case) with a higher --item-seconds. If it does not help, please report the file type.',
      fr: "Relancer dans un nouveau dossier d’enquête (--case) avec un --item-seconds plus élevé. Si cela n'aide pas, merci de signaler le type de fichier.",
    },
  },
  crashed: {
    title: { en: 'reader crashed', fr: 'lecteur en panne' },
    text: {
      en: 'The reader for this type failed or ran out of memory. The other items are not touched by this.',
      fr: "Le lecteur de ce type a échoué ou manqué de mémoire. Les autres éléments n'en sont pas touchés.",
    },
    next: {
      en: 'This is a fault of Tamis, please report it. The bytes can be had with: tamis show ID --raw. Open them only on a machine set apart.',
      fr: "C'est une faute de Tamis, merci de la signaler. Les octets s'obtiennent avec : tamis show ID --raw. Ne les ouvrir que sur une machine isolée.",
    },
  },
  unsupported: {
    title: { en: 'no reader', fr: 'sans lecteur' },
    text: {
      en: 'The type was recognised, but Tamis has no reader for this variant.',
      fr: "Le type a été reconnu, mais Tamis n'a pas de lecteur pour cette variante.",
    },
    next: {
      en: 'Convert a copy with another program on a machine set apart, and sift the result as a further input.',
      fr: 'Convertir une copie avec un autre programme sur une machine isolée, puis passer le résultat au tamis comme source de plus.',
    },
  },
  malformed: {
    title: { en: 'malformed', fr: 'mal formé' },
    text: {
      en: 'The bytes break the rules of their own format: damage, or made so on purpose.',
      fr: 'Les octets enfreignent les règles de leur propre format : dommage, ou intention.',
    },
    next: {
      en: 'Fetch it again, or look for another copy. tamis show ID --raw gives the bytes as they are.',
      fr: 'Le récupérer de nouveau ou chercher une autre copie. tamis show ID --raw donne les octets tels quels.',
    },
  },
  unreadable: {
    title: { en: 'not readable', fr: 'illisible' },
    text: {
      en: 'The operating system did not give the bytes: permissions, a bad disk, a file that went away.',
      fr: "Le système n'a pas donné les octets : droits, disque abîmé, fichier disparu.",
    },
    next: {
      en: 'Check permissions and the disk, then sift the file or folder itself as a further input.',
      fr: 'Vérifier les droits et le disque, puis passer le fichier ou le dossier au tamis comme source de plus.',
    },
  },
};
