import type { Language, MetadataField, Text } from '../model/index.ts';
import { harmless } from './terminal/cells.ts';
import { colon } from './terminal/colon.ts';
import type { Paint } from './terminal/paint.ts';

/** What a person asks first of a document, in this order; the rest is in --json. */
const SHOWN: readonly (readonly [fields: readonly string[], label: Text])[] = [
  [['author'], { en: 'Author', fr: 'Auteur' }],
  [['last-author', 'last-user', 'write-access'], { en: 'Last author', fr: 'Dernier auteur' }],
  [['saved-by', 'person', 'change-author', 'comment-author'], { en: 'Others', fr: 'Autres' }],
  [['company', 'manager'], { en: 'Company', fr: 'Société' }],
  [['application', 'producer'], { en: 'Program', fr: 'Logiciel' }],
  [['created'], { en: 'Created', fr: 'Créé' }],
  [['modified'], { en: 'Modified', fr: 'Modifié' }],
  [['printed', 'printer'], { en: 'Printed', fr: 'Imprimé' }],
  [['path', 'template-path', 'linked-path'], { en: 'Paths', fr: 'Chemins' }],
  [['camera-make', 'camera-model', 'camera-serial'], { en: 'Camera', fr: 'Appareil' }],
  [['gps-latitude', 'gps-longitude'], { en: 'Place', fr: 'Lieu' }],
  [['language'], { en: 'Languages', fr: 'Langues' }],
];

/** Values of one line; more are counted. */
const MOST_VALUES = 6;

/** The metadata of a document for the terminal: a line a kind, each value once. */
export function metadataLines(metadata: readonly MetadataField[], lang: Language, paint: Paint): string[] {
  return SHOWN.flatMap(([fields, label]) => {
    const values = [
      ...new Set(metadata.filter(({ field }) => fields.includes(field)).map(({ value }) => value)),
    ];
    if (values.length === 0) return [];
    const more = values.length > MOST_VALUES ? `, … +${values.length - MOST_VALUES}` : '';
    const listed = values.slice(0, MOST_VALUES).map(harmless).join(', ');
    return [`${paint('bold', `${label[lang]}${colon(lang)}`)}${listed}${more}`];
  });
}
