import type { Text } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';

/** What two accounts had in common. */
const LAYERS: Readonly<Record<string, Text>> = {
  repost: { en: 'repost', fr: 'reprise' },
  link: { en: 'link', fr: 'lien' },
  text: { en: 'text', fr: 'texte' },
  hashtags: { en: 'hashtags', fr: 'mots-dièse' },
  media: { en: 'picture or film', fr: 'image ou film' },
  object: { en: 'object', fr: 'objet' },
};

/** A layer in words; the code itself where a later version wrote it. */
export function layerName(layer: string): string {
  const text = LAYERS[layer];
  return text === undefined ? layer : t(text);
}
