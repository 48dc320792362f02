import { FIELD_TEXTS, VALUE_TEXTS } from '../i18n/codes/field-texts.ts';
import { textOfCode } from '../i18n/codes/text-of-code.ts';
import { formatNumber } from '../i18n/format-number.ts';
import { t } from '../i18n/t.ts';

const FIELD = { en: '{name}: {value}', fr: '{name} : {value}' };

/** Fields of a log entry in one line, `items: 1,199 · workers: 2`, in the words of the page; others by their path. */
export function tellDetail(detail: Readonly<Record<string, unknown>>): string {
  return fieldsOf(detail, '')
    .map(([name, value]) => t(FIELD, { name: tellField(name), value }))
    .join(' · ');
}

/** A field by the last part of its path; by all of it where that has no words. */
export function tellField(path: string): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  // Gates of publication are called so everywhere.
  if (/^G\d{1,2}$/u.test(last)) return last;
  return Object.hasOwn(FIELD_TEXTS, last) ? t(textOfCode(FIELD_TEXTS, last)) : path;
}

/** Fields whose values are words of ours; a tag that somebody calls "press" stays as it was typed. */
const OF_OURS = /(?:^|\.)(?:role|for)$|^gates\./u;

function fieldsOf(value: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const full = path === '' ? name : `${path}.${name}`;
    if (inner === null || (Array.isArray(inner) && inner.length === 0)) return [];
    if (Array.isArray(inner)) return [[full, inner.map((entry) => tellEntry(entry)).join(', ')] as const];
    if (typeof inner === 'object') return fieldsOf(inner, full);
    return [[full, tellValue(inner, OF_OURS.test(full))] as const];
  });
}

/** Numbers as the language writes them, words of ours in it; everything else as it stands. */
export function tellValue(value: unknown, ofOurs = false): string {
  if (typeof value === 'number') return formatNumber(value);
  return ofOurs ? t(textOfCode(VALUE_TEXTS, String(value))) : String(value);
}

/** `28,661,359 bytes, path …` of what is itself a list of fields. */
function tellEntry(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return tellValue(entry);
  return fieldsOf(entry, '')
    .map(([name, value]) => `${tellField(name)} ${value}`)
    .join(' ');
}
