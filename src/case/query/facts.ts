import { DATUM_KINDS } from '../../examine/personal-data/index.ts';
import { TOPICS } from '../../examine/topics/index.ts';
import { FAILURE_CODES, ITEM_KINDS, KNOWN_REASONS, VERDICTS } from '../../model/index.ts';
import type { Text } from '../../model/text.ts';
import { TOLD_LANGUAGES } from '../../parse/text/language.ts';
import type { FactNode } from './ast.ts';
import { BadQuery } from './bad-query.ts';
import { type DateSpan, parseDate } from './dates.ts';
import type { FactField } from './fields.ts';
import { languagesNamed, nearWords } from './near-words.ts';

/** A value as written, and where. */
export interface FactValue {
  readonly query: string;
  readonly at: number;
  readonly text: string;
  readonly prefix: boolean;
}

const HAS = ['attachment', 'signature', 'text', 'personal'] as const;
const IS = ['decoy', 'duplicate', 'near-duplicate', 'failed', 'partial', 'skipped', 'rebuilt'] as const;
const REVIEWED = ['checked', 'signed', 'collected', 'noted', 'tagged', 'any'] as const;
const TOUCHED = ['after-send', 'batch'] as const;
const ROLES = ['leak', 'reference'] as const;

/** All values of the fields that take no others. */
export const CLOSED_VALUES = {
  kind: ITEM_KINDS,
  role: ROLES,
  verdict: [...VERDICTS, 'none'],
  reason: KNOWN_REASONS,
  failure: FAILURE_CODES,
  has: HAS,
  is: IS,
  touched: TOUCHED,
  lang: TOLD_LANGUAGES,
  topic: [...TOPICS, 'none'],
  personal: DATUM_KINDS,
  review: REVIEWED,
} as const satisfies Partial<Record<FactField, readonly string[]>>;

/** Reads the value of a field that tests a fact. Throws BadQuery. */
export function readFact(field: FactField, value: FactValue): FactNode {
  switch (field) {
    case 'after':
      return { type: 'date', from: dateOf(field, value).start, before: null };
    case 'before':
      return { type: 'date', from: null, before: dateOf(field, value).start };
    case 'on': {
      const { start, end } = dateOf(field, value);
      return { type: 'date', from: start, before: end };
    }
    case 'larger':
      return { type: 'size', over: true, bytes: sizeOf(field, value) };
    case 'smaller':
      return { type: 'size', over: false, bytes: sizeOf(field, value) };
    case 'kind':
      return { type: 'kind', kind: oneOf(field, value, ITEM_KINDS) };
    case 'role':
      return { type: 'role', role: oneOf(field, value, ROLES) };
    case 'verdict': {
      const verdict = oneOf(field, value, CLOSED_VALUES.verdict);
      return { type: 'verdict', verdict: verdict === 'none' ? null : verdict };
    }
    case 'has':
      return { type: 'has', what: oneOf(field, value, HAS) };
    case 'is':
      return { type: 'is', what: oneOf(field, value, IS) };
    case 'touched':
      return { type: 'touched', what: oneOf(field, value, TOUCHED) };
    case 'type':
      return { type: 'media', value: value.text.replace(/^\*?\.(?=.)/, '').toLowerCase() };
    case 'failure':
      return { type: 'named', what: field, value: oneOf(field, value, FAILURE_CODES), prefix: false };
    case 'message-id':
      return { type: 'named', what: field, value: value.text.replace(/^<|>$/g, ''), prefix: value.prefix };
    case 'topic':
      return { type: 'named', what: field, value: oneOf(field, value, CLOSED_VALUES.topic), prefix: false };
    case 'personal':
      return { type: 'named', what: field, value: oneOf(field, value, DATUM_KINDS), prefix: false };
    case 'tag':
      return { type: 'review', what: 'tag', value: value.text };
    case 'review':
      return { type: 'review', what: oneOf(field, value, REVIEWED), value: '' };
    case 'lang':
      return { type: 'named', what: field, value: oneOf(field, value, TOLD_LANGUAGES), prefix: false };
    case 'reason':
      return { type: 'named', what: field, value: reasonOf(value), prefix: value.prefix };
    case 'app':
    case 'sha256':
    case 'id':
    case 'thread':
      return { type: 'named', what: field, value: value.text.toLowerCase(), prefix: value.prefix };
  }
}

function oneOf<T extends string>(field: string, value: FactValue, words: readonly T[]): T {
  const wanted = value.text.toLowerCase();
  const found = words.find((word) => word === wanted);
  if (found === undefined) throw unknownValue(field, value, words);
  return found;
}

/** A code, or the beginning of one before a star. One that no verdict can have is a slip, and finding nothing would hide it. */
function reasonOf(value: FactValue): string {
  const wanted = value.text.toLowerCase();
  const isKnown = KNOWN_REASONS.some((code) => (value.prefix ? code.startsWith(wanted) : code === wanted));
  if (!isKnown) throw unknownValue('reason', value, KNOWN_REASONS);
  return wanted;
}

/** More values than these are not read out. */
const MOST_TOLD = 40;

function unknownValue(field: string, value: FactValue, words: readonly string[]): BadQuery {
  const wanted = value.text.toLowerCase();
  const found = field === 'lang' ? languagesNamed(wanted, words) : nearWords(wanted, words);
  const near = found.map((word) => `${field}:${word}`);
  const why: Text = {
    en: `"${field}:" does not know "${value.text}".`,
    fr: `«\u00a0${field}:\u00a0» ne connaît pas «\u00a0${value.text}\u00a0».`,
  };
  const meant: Text = {
    en: near.length === 0 ? '' : `Perhaps ${near.join(' or ')}. `,
    fr: near.length === 0 ? '' : `Peut-être ${near.join(' ou ')}. `,
  };
  const all: Text =
    words.length > MOST_TOLD
      ? {
          en: 'All codes are in docs/reasons.md; a star stands for the rest of one.',
          fr: 'Tous les codes sont dans docs/reasons.md\u202f; une étoile remplace la fin d’un code.',
        }
      : {
          en: `It takes one of: ${words.join(', ')}.`,
          fr: `Il prend l’une de ces valeurs\u00a0: ${words.join(', ')}.`,
        };
  return new BadQuery(value.query, value.at, why, { en: meant.en + all.en, fr: meant.fr + all.fr });
}

function dateOf(field: string, value: FactValue): DateSpan {
  const span = parseDate(value.text);
  if (span) return span;
  throw new BadQuery(
    value.query,
    value.at,
    { en: `"${field}:" needs a date.`, fr: `«\u00a0${field}:\u00a0» demande une date.` },
    {
      en: 'Write a day as 2017-05-05, a month as 2017-05 or a year as 2017.',
      fr: 'Écrivez un jour ainsi\u00a0: 2017-05-05, un mois\u00a0: 2017-05, une année\u00a0: 2017.',
    },
  );
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

function sizeOf(field: string, value: FactValue): number {
  const found = /^(\d{1,12}(?:\.\d{1,6})?)([kmg]?)(?:i?b)?$/i.exec(value.text);
  const unit = UNITS[found?.[2]?.toLowerCase() ?? ''];
  if (found && unit !== undefined) return Math.round(Number(found[1]) * unit);
  throw new BadQuery(
    value.query,
    value.at,
    { en: `"${field}:" needs a size.`, fr: `«\u00a0${field}:\u00a0» demande une taille.` },
    {
      en: 'Write bytes, or a number with K, M or G, as in larger:10M.',
      fr: 'Écrivez des octets, ou un nombre avec K, M ou G, comme dans larger:10M.',
    },
  );
}
