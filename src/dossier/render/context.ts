import { inLanguage } from '../../judge/texts/in-language.ts';
import type { Language, Text } from '../../model/text.ts';
import { PROFILES, type Profile } from '../audience.ts';
import type { Dossier } from '../gather.ts';
import { foreign, type Html, html } from './html.ts';

/** What every section needs: the dossier, who reads it, and how things are written for that reader. */
export interface View {
  readonly dossier: Dossier;
  readonly profile: Profile;
  readonly lang: Language;
  say(text: Text): string;
  number(value: number): string;
  percent(share: number): string;
  /** Words that came from the leak; empty where the reader gets none. */
  leak(text: string): Html | null;
  /** Words that quote values of the leak among our own: addresses are masked where the reader gets none. */
  told(text: string): Html;
  /** An item by its id. */
  item(id: string): Html;
  items(ids: readonly string[], count?: number): Html;
}

/** Bounded, so that a text of nothing but letters costs no more than it is long. */
const ADDRESS = /[^\s@<>"',;:()]{1,64}@[^\s@<>"',;:()]{1,255}/gu;

/** The dossier with what every section needs to say it: words, numbers, names of items as its reader may see them. */
export function viewOf(dossier: Dossier): View {
  const { lang, audience } = dossier;
  const profile = PROFILES[audience];
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const item = (id: string): Html => html`<span class="id">${id}</span>`;
  return {
    dossier,
    profile,
    lang,
    say: (text) => inLanguage(text, lang),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    leak: (text) => (profile.words ? foreign(text) : null),
    told: (text) => foreign(profile.words ? text : text.replaceAll(ADDRESS, inLanguage(MASKED, lang))),
    item,
    items: (ids, count = ids.length) => {
      const shown = ids.slice(0, SHOWN_IDS).map((id, index) => html`${index > 0 ? ' ' : ''}${item(id)}`);
      const more = count - shown.length;
      return html`${shown}${more > 0 ? ` +${numbers.format(more)}` : ''}`;
    },
  };
}

/** Named in a sentence; more are counted. */
const SHOWN_IDS = 6;
const MASKED: Text = { en: '[address]', fr: '[adresse]' };

/** ISO 8601 as a reader of each language writes it, marked UTC or as a wall clock. */
export function timeText(iso: string, zone: 'UTC' | 'local', lang: Language): string {
  const [, day = '', hour = '', minute = ''] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d))?/.exec(iso) ?? [];
  if (day === '') return iso;
  const clock = hour === '' ? '' : lang === 'fr' ? ` ${hour}\u00a0h\u00a0${minute}` : ` ${hour}:${minute}`;
  return `${day}${clock}${zone === 'UTC' && hour !== '' ? '\u00a0UTC' : ''}`;
}
