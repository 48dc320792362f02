import type { Text } from '../../i18n/language.ts';
import { countryName, languageName } from '../../i18n/language-name.ts';
import { t } from '../../i18n/t.ts';
import { SPREAD } from './spread-texts.ts';

const PLATFORMS: Readonly<Record<string, Text>> = {
  x: { en: 'X', fr: 'X' },
  bluesky: { en: 'Bluesky', fr: 'Bluesky' },
  mastodon: { en: 'Mastodon', fr: 'Mastodon' },
  telegram: { en: 'Telegram', fr: 'Telegram' },
  facebook: { en: 'Facebook', fr: 'Facebook' },
  instagram: { en: 'Instagram', fr: 'Instagram' },
  tiktok: { en: 'TikTok', fr: 'TikTok' },
  other: { en: 'a network not named', fr: 'un réseau non nommé' },
};

/** What a post may lack; the codes of the report. */
const FIELDS: Readonly<Record<string, Text>> = {
  account: { en: 'account', fr: 'compte' },
  text: { en: 'text', fr: 'texte' },
  lang: { en: 'language', fr: 'langue' },
  client: { en: 'program it was written with', fr: 'logiciel utilisé' },
  followers: { en: 'number of followers', fr: 'nombre d’abonnés' },
  account_created: { en: 'age of the account', fr: 'âge du compte' },
  account_place: { en: 'declared place', fr: 'lieu déclaré' },
};

/** A network by its name; an unknown one as the file called it. */
export function platformName(platform: string): string {
  const text = PLATFORMS[platform];
  return text === undefined ? platform : t(text);
}

/** A field of a post in words; an unknown one as it is. */
export function fieldName(field: string): string {
  const text = FIELDS[field];
  return text === undefined ? field : t(text);
}

/** A declared place; `none` and `other` are the report's own words. */
export function placeName(place: string): string {
  if (place === '' || place === 'none') return t(SPREAD.unknown);
  return place === 'other' ? t(SPREAD.otherPlace) : countryName(place);
}

/** A language of posts; `und` is what X writes where it told none. */
export function postLanguage(lang: string): string {
  return lang === '' || lang === 'none' || lang === 'und' ? t(SPREAD.unknown) : languageName(lang);
}
