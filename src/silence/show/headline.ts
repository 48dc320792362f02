import type { Language, Text } from '../../model/text.ts';
import type { NearestElection } from '../nearest.ts';
import type { SilenceEntry, SilenceReport } from '../report.ts';
import { moment, span } from './moment.ts';
import { ACT_WORDS } from './words.ts';

const PARIS = 'Europe/Paris';

/**
 * The whole report in a sentence or two: whether a silence holds, or when the first begins. Empty without any rule. A moment
 * that was named is named again: "now" would be wrong, and wrong once more for who reads it tomorrow.
 */
export function headline({ entries, at, told }: SilenceReport, lang: Language): string {
  const fixed = entries.filter(({ from }) => from !== null);
  const inForce = fixed.filter(({ state }) => state === 'in-force');
  const when = told ? ON[lang].replace('{moment}', paris(at, lang)) : NOW[lang];
  const later = (told ? LATER : AHEAD)[lang];
  if (inForce.length > 0) return inForceText(inForce, { at, when, later }, lang);
  const next = earliest(fixed.filter(({ state }) => state === 'before'));
  if (next !== null) return nextText(next, { at, when, later }, lang);
  const ended = Math.max(...fixed.flatMap(({ state, to }) => (state === 'after' && to !== null ? [to] : [])));
  if (Number.isFinite(ended)) return OVER[lang].replace('{end}', paris(ended, lang));
  return entries.some(({ state }) => state === 'none') ? NONE[lang] : '';
}

/** Why this election, where none was named. */
export function chosenText({ election, when }: NearestElection, lang: Language): string {
  const name = new Intl.DisplayNames([lang], { type: 'region' }).of(election.country) ?? election.country;
  return CHOSEN[when][lang].replaceAll('{country}', name).replaceAll('{code}', election.country);
}

interface Moment {
  readonly at: number;
  /** In words: now, or the moment named. */
  readonly when: string;
  /** How what comes `{span}` after it is told. */
  readonly later: string;
}

function inForceText(inForce: readonly SilenceEntry[], { at, when }: Moment, lang: Language): string {
  const rules = new Set(inForce.map(({ rule }) => rule.id)).size;
  const places = [...new Set(inForce.map(({ territory }) => territory.name[lang]))];
  const end = Math.max(...inForce.flatMap(({ to }) => (to === null ? [] : [to])));
  return IN_FORCE[lang]
    .replace('{when}', when)
    .replace('{rules}', rules === 1 ? ONE[lang] : MANY[lang].replace('{count}', String(rules)))
    .replace('{places}', listed(places, lang))
    .replace('{end}', Number.isFinite(end) ? `${paris(end, lang)} (${span(end - at, lang)})` : '–');
}

function nextText(
  { rule, territory, from }: SilenceEntry,
  { at, when, later }: Moment,
  lang: Language,
): string {
  const start = from ?? at;
  const local = territory.zone === PARIS ? '' : `, ${moment(start, territory.zone, lang)} ${LOCAL[lang]}`;
  return NEXT[lang]
    .replace('{when}', when)
    .replace('{later}', later.replace('{span}', span(start - at, lang)))
    .replace('{start}', `${paris(start, lang)}${local}`)
    .replace('{place}', territory.name[lang])
    .replace('{acts}', rule.forbids.map((act) => ACT_WORDS[act][lang]).join(', '));
}

function earliest(entries: readonly SilenceEntry[]): SilenceEntry | null {
  return entries.reduce<SilenceEntry | null>(
    (first, entry) => (first === null || (entry.from ?? 0) < (first.from ?? 0) ? entry : first),
    null,
  );
}

/** The first two, and how many more. */
function listed(places: readonly string[], lang: Language): string {
  const more = places.length - 2;
  if (more <= 1) return new Intl.ListFormat(lang, { type: 'conjunction' }).format(places);
  return `${places.slice(0, 2).join(', ')} ${MORE[lang].replace('{count}', String(more))}`;
}

function paris(ms: number, lang: Language): string {
  return `${moment(ms, PARIS, lang)} Paris`;
}

const ONE: Text = { en: 'One rule is in force', fr: 'Une règle est en vigueur' };
const MANY: Text = { en: '{count} rules are in force', fr: '{count} règles sont en vigueur' };
const MORE: Text = { en: 'and {count} more places', fr: 'et {count} autres lieux' };
const LOCAL: Text = { en: 'there', fr: 'sur place' };
const NOW: Text = { en: 'now', fr: 'en ce moment' };
const AHEAD: Text = { en: 'in {span}', fr: 'dans {span}' };
const LATER: Text = { en: '{span} later', fr: '{span} plus tard' };
const ON: Text = { en: 'on {moment}', fr: 'le {moment}' };
const IN_FORCE: Text = {
  en: '{rules} {when}, in {places}; the last ends {end}.',
  fr: '{rules} {when} (lieux\u00a0: {places})\u202f; la dernière prend fin le {end}.',
};
const NEXT: Text = {
  en: 'No silence of this election is in force {when}. The first begins {later}, {start}, in {place}: {acts}.',
  fr: 'Aucun silence de cette élection n’est en vigueur {when}. Le premier commence {later}, {start} (lieu\u00a0: {place})\u00a0: {acts}.',
};
const OVER: Text = {
  en: 'All silences of this election are over; the last ended {end}.',
  fr: 'Tous les silences de cette élection ont pris fin\u202f; le dernier, le {end}.',
};
const NONE: Text = {
  en: 'No silence is known for this election.',
  fr: 'Aucun silence n’est connu pour cette élection.',
};
const CHOSEN: Readonly<Record<NearestElection['when'], Text>> = {
  coming: {
    en: 'The next election on record in {country}. --election, --country or --territory ask about others.',
    fr: 'La prochaine élection répertoriée ({country}). --election, --country ou --territory pour une autre.',
  },
  past: {
    en: 'No coming election is on record in {country}: this was the last. Name any other as {code}-legislative-2027-06-13, or describe it to tamis silence plan.',
    fr: 'Aucune élection à venir n’est répertoriée ({country})\u00a0: celle-ci fut la dernière. Nommez-en une autre, {code}-legislative-2027-06-13, ou décrivez-la à tamis silence plan.',
  },
};
