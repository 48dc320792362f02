import type { Language } from '../../model/text.ts';

/**
 * Words of ours in the place of a field or a clock within a file, as `MetadataField.where` has it; the format's own names stand
 * as they are. Each goes with a number or stands at the beginning, so that a name from the leak is left alone.
 */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/ at byte (?=\d)/gu, ' à l’octet '],
  [/(?<![^\s,])object (?=\d)/gu, 'objet '],
  [/ in stream (?=\d)/gu, ' dans le flux '],
  [/ tag (?=0x)/gu, ' balise '],
  [/ dataset (?=\d)/gu, ' champ '],
  [/ own property (?=\S)/gu, ' propriété libre '],
  [/ property (?=\S)/gu, ' propriété '],
  [/(?<=SttbSavedBy \d{1,6}) of (?=\d)/gu, ' sur '],
  [/^table stream /u, 'flux de table '],
  [/^(Workbook \S{1,20}) record/u, '$1, enregistrement'],
  [/, of (Excel|Windows)$/u, ' de $1'],
  [/^Font, /u, 'Police, '],
  [/^Picture, /u, 'Image, '],
  [/^(\w{1,20}) annotation, /u, 'annotation $1, '],
  [/^Embedded file /u, 'Fichier incorporé '],
  [/^%%EOF before bytes /u, '%%EOF avant les octets '],
  [/^(Info|XMP), earlier /u, '$1 antérieur, '],
  [/^earlier (\w{1,10}), /u, '$1 antérieur, '],
  [/^comment à /u, 'commentaire à '],
  [/^application block à /u, 'bloc d’application à '],
  [/(^|, )image resource (?=0x)/u, '$1ressource '],
  [/(^|, )item (?=\d)/u, '$1élément '],
  [/(^|, )(\w{1,5}) chunk à /u, '$1bloc $2 à '],
  [/^CFB root entry/u, 'entrée racine CFB'],
  [/^CFB directory root (created|modified)$/u, 'répertoire CFB, racine, $1'],
  [/^Current User stream/u, 'flux Current User'],
  [/^zip entry, time of packing$/u, 'entrée zip, heure d’archivage'],
  [/, created$/u, ', création'],
  [/, modified$/u, ', modification'],
  [/, with a given password$/u, ', avec un mot de passe fourni'],
  [/, with the usual or a given password$/u, ', avec le mot de passe habituel ou un autre, fourni'],
  [/, with the empty password$/u, ', avec le mot de passe vide'],
];

/** Longer ones hold names from the leak and are shown as they are. */
const MOST = 500;

/** Where something stands in a file, in the language of whoever reads it. */
export function placeText(where: string, lang: Language): string {
  if (lang === 'en' || where.length > MOST) return where;
  return WORDS.reduce((text, [words, french]) => text.replace(words, french), where);
}
