import type { Language, Text } from '../../../model/index.ts';

/** Codes of the data in the words of a reader. */
const CODES: Readonly<Record<string, Text>> = {
  repost: { en: 're-shared post', fr: 'publication repartagée' },
  link: { en: 'link', fr: 'lien' },
  text: { en: 'text', fr: 'texte' },
  hashtags: { en: 'hashtags', fr: 'mots-dièse' },
  media: { en: 'picture or video', fr: 'image ou vidéo' },
  object: { en: 'named object', fr: 'objet désigné' },
  millisecond: { en: 'millisecond', fr: 'milliseconde' },
  second: { en: 'second', fr: 'seconde' },
  minute: { en: 'minute', fr: 'minute' },
  hour: { en: 'hour', fr: 'heure' },
  day: { en: 'day', fr: 'jour' },
  account: { en: 'account', fr: 'compte' },
  lang: { en: 'language', fr: 'langue' },
  client: { en: 'program', fr: 'logiciel' },
  followers: { en: 'followers', fr: 'abonnés' },
  account_created: { en: 'age of the account', fr: 'âge du compte' },
  account_place: { en: 'declared place', fr: 'lieu déclaré' },
  'image-board': { en: 'image board', fr: 'forum d’images' },
  paste: { en: 'paste site', fr: 'site de dépôt de texte' },
  'file-sharing': { en: 'file sharing', fr: 'partage de fichiers' },
  social: { en: 'social network', fr: 'réseau social' },
  video: { en: 'video', fr: 'vidéo' },
  archive: { en: 'archive', fr: 'archive' },
  shortener: { en: 'link shortener', fr: 'raccourcisseur de liens' },
  other: { en: 'other', fr: 'autres' },
  none: { en: 'not known', fr: 'inconnu' },
  x: { en: 'X', fr: 'X' },
  bluesky: { en: 'Bluesky', fr: 'Bluesky' },
  mastodon: { en: 'Mastodon', fr: 'Mastodon' },
  telegram: { en: 'Telegram', fr: 'Telegram' },
  facebook: { en: 'Facebook', fr: 'Facebook' },
  instagram: { en: 'Instagram', fr: 'Instagram' },
  tiktok: { en: 'TikTok', fr: 'TikTok' },
};

/** A code in words; as it is where there are none. */
export function codeText(code: string, lang: Language): string {
  return CODES[code]?.[lang] ?? code;
}

/** A country of two letters by its name. */
export function countryText(code: string, lang: Language): string {
  return /^[A-Z]{2}$/.test(code) ? display(code, lang, 'region') : codeText(code, lang);
}

/** A language tag by its name. Attack: a tag that is none, which the platform's table refuses by throwing. */
export function languageText(code: string, lang: Language): string {
  return /^[a-z]{2,3}$/.test(code) ? display(code, lang, 'language') : codeText(code, lang);
}

function display(code: string, lang: Language, type: 'region' | 'language'): string {
  return new Intl.DisplayNames(lang, { type }).of(code) ?? code;
}

/** A step on the way of the leak: `network x` or `links to paste`. */
export function stepText(what: string, lang: Language): string {
  const code = what.slice(what.lastIndexOf(' ') + 1);
  const name = codeText(code, lang);
  if (what === 'network other') return { en: 'network not named', fr: 'réseau non nommé' }[lang];
  if (what.startsWith('network')) return { en: `network ${name}`, fr: `réseau ${name}` }[lang];
  return { en: `links to: ${name}`, fr: `liens vers\u00a0: ${name}` }[lang];
}
