import type { PersonalDatum } from './datum.ts';
import { AFTER, BEFORE, datum, GAP, isLabelled } from './written.ts';

/**
 * French numbers, at home or from abroad: 06…, (0)6…, +33 6…, 0033 6…, +33 (0)6…, (+33) 6…; or 06/12/34/56/78.
 * `2023.09.18.06.41.24` is a time.
 */
const PHONE = new RegExp(
  `(?<![\\p{L}\\p{N}+])(?:(?:(?:(?:\\+|00)33|\\(\\+33\\))${GAP}?(?:\\(0\\)${GAP}?)?|\\(0\\)${GAP}?|(?<!(?:19|20)\\d{2}[.-])0)[1-9](?:${GAP}?\\d{2}){4}|(?<!/)0[1-9](?:/\\d{2}){4}(?!/))${AFTER}`,
  'gu',
);

/** Any other country: a plus sign and 8 to 15 digits (ITU-T E.164). */
const FOREIGN_PHONE = new RegExp(
  `(?<![\\p{L}\\p{N}+])\\+(?!33)[1-9](?:${GAP}?\\(?\\d\\)?){7,14}${AFTER}`,
  'gu',
);

const DOMAIN = String.raw`@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])`;

/** Local part and domain as they are written in practice; RFC 5321 lengths. */
const EMAIL = new RegExp(
  String.raw`(?<![\p{L}\p{N}.!#$%&*+/=?^_\x60{|}~-])[\p{L}\p{N}!#$%&*+/=?^_\x60{|}~-](?:[\p{L}\p{N}.!#$%&'*+/=?^_\x60{|}~-]{0,62}[\p{L}\p{N}_+-])?${DOMAIN}`,
  'gu',
);

/** Behind a sign that parts the words of a web address: there is no end to what may stand before it. */
const EMAIL_IN_LINK = new RegExp(
  String.raw`(?<=[/=?&#])[\p{L}\p{N}_%+-](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_+-])?${DOMAIN}`,
  'gu',
);

/** SIV plates of since 2009; I, O and U are not used, and SS is not either. */
const PLATE = new RegExp(
  `${BEFORE}(?!SS)(?!WW)[A-HJ-NP-TV-Z]{2}([- \\u00a0]?)\\d{3}\\1(?!SS)[A-HJ-NP-TV-Z]{2}${AFTER}`,
  'gu',
);

/** French passports: two digits, two letters, five digits. */
const PASSPORT = new RegExp(`${BEFORE}\\d{2}[A-Z]{2}\\d{5}${AFTER}`, 'gu');

const DATE =
  /(?<![\p{L}\p{N}])(?:(?:0?[1-9]|[12]\d|3[01])(?:er)?[ \u00a0./-](?:0?[1-9]|1[0-2]|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|january|february|march|april|may|june|july|august|september|october|november|december)[ \u00a0./-](?:19|20)\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\p{L}\p{N}])/giu;
/** An `année` is no birth, nor is a `reconnaissance`; `dateNaissance` is one. */
const BORN =
  /(?:(?<![\p{L}\p{N}])n[ée]e?(?:\(e\))?\s+le|(?<!con)naissance|(?<!\p{L})born(?:\s+on)?|birth|(?<!\p{L})DOB(?!\p{L}))[^\d\n]{0,20}$/iu;

/** House number, kind of way, name, and where given the postcode and the town. */
const ADDRESS =
  /(?<![\p{L}\p{N}])\d{1,4}(?:[ \u00a0]?(?:bis|ter|quater))?,?[ \u00a0](?:rue|avenue|av\.|boulevard|bd|bld|place|pl\.|chemin|impasse|all[ée]e|quai|cours|route|square|passage|faubourg|villa|r[ée]sidence)[ \u00a0][\p{L}\p{N}’' \u00a0.-]{2,60}?(?:(?:,|[ \u00a0]-)?\s{1,3}\d{5}(?:[ \u00a0]\p{Lu}[\p{L}’' -]{1,40})?|(?=[,;\n.)]|$))/giu;

/** Telephone numbers by their shape: French ones, and foreign ones with a plus. */
export function* findPhones(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(PHONE)) yield datum('phone', 'shape', match);
  if (!text.includes('+')) return;
  for (const match of text.matchAll(FOREIGN_PHONE)) yield datum('phone', 'shape', match);
}

/** Mail addresses by their shape, those inside of links as well. */
export function* findEmails(text: string): Generator<PersonalDatum> {
  const seen = new Set<number>();
  for (const match of text.matchAll(EMAIL)) {
    const found = withoutPath(match[0]);
    const at = match.index + match[0].length - found.length;
    seen.add(match.index + match[0].lastIndexOf('@'));
    yield email(found, at);
  }
  if (!text.includes('/')) return;
  for (const match of text.matchAll(EMAIL_IN_LINK)) {
    const [found] = match;
    if (!seen.has(match.index + found.lastIndexOf('@'))) yield email(found, match.index);
  }
}

/** A local part may hold a slash and a question mark; a web address before it is no part of it. */
function withoutPath(found: string): string {
  const local = found.slice(0, found.lastIndexOf('@'));
  if (!local.startsWith('/') && !local.includes('//') && !local.includes('?')) return found;
  return found.slice(local.search(/[^/=?&#]*$/u));
}

function email(found: string, at: number): PersonalDatum {
  return { kind: 'email', certainty: 'shape', at, found, plain: found.toLowerCase() };
}

/** French number plates by their shape. */
export function* findPlates(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(PLATE)) yield datum('plate', 'shape', match);
}

/** The shape is common in reference numbers, so only what is labelled counts as more than to be reviewed. */
export function* findPassports(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(PASSPORT))
    yield datum('passport', isLabelled(text, match.index, /passe?port/iu) ? 'shape' : 'review', match);
}

/** Dates that are said to be of a birth. */
export function* findBirthDates(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(DATE))
    if (isLabelled(text, match.index, BORN)) yield datum('birth-date', 'shape', match);
}

/** Postal addresses in the French manner: number, kind of street, name. */
export function* findAddresses(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(ADDRESS)) yield datum('address', 'shape', match);
}
