import type { Text } from '../../model/text.ts';
import { BadQuery } from './bad-query.ts';
import { FIELDS, isField, otherName } from './fields.ts';
import { nearWords } from './near-words.ts';

/** Attack: a query as long as a book. Nobody types this much. */
const MAX_QUERY_CHARS = 4_000;

export type Token =
  | { readonly type: '(' | ')' | 'and' | 'or' | 'not' | 'end'; readonly at: number }
  | { readonly type: 'field'; readonly at: number; readonly name: string }
  | {
      readonly type: 'value';
      readonly at: number;
      readonly text: string;
      readonly quoted: boolean;
      /** A `*` follows. */
      readonly prefix: boolean;
    };

const KEYWORDS: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
]);

/** A run up to white space, a bracket or a quotation mark. */
const RUN = /[^\s()"“”]+/y;
const FIELD = /([A-Za-z][A-Za-z0-9-]*):/y;
const SPACE = /\s+/y;
const QUOTES = /["“”]/;

/** Cuts a query into tokens; the last is always `end`. Throws BadQuery. */
export function tokenize(query: string): readonly Token[] {
  if (query.length > MAX_QUERY_CHARS) {
    throw new BadQuery(
      query,
      MAX_QUERY_CHARS,
      { en: 'The query is too long.', fr: 'La requête est trop longue.' },
      {
        en: `Keep it below ${MAX_QUERY_CHARS} characters.`,
        fr: `Restez sous ${MAX_QUERY_CHARS} caractères.`,
      },
    );
  }
  const tokens: Token[] = [];
  let at = 0;
  // Right after `field:` a value stands, where `-` and `name:` mean nothing special.
  let valueExpected = false;
  for (;;) {
    at = skipSpace(query, at);
    if (at >= query.length) break;
    const character = query.charAt(at);
    if (character === '(' || character === ')') {
      tokens.push({ type: character, at });
      at++;
      valueExpected = false;
      continue;
    }
    if (!valueExpected) {
      if (character === '-' && startsOperand(query, at + 1)) {
        tokens.push({ type: 'not', at });
        at++;
        continue;
      }
      const name = fieldAt(query, at);
      if (name !== null) {
        tokens.push({ type: 'field', at, name: name.toLowerCase() });
        at += name.length + 1;
        valueExpected = true;
        continue;
      }
    }
    const value = QUOTES.test(character) ? quoted(query, at) : run(query, at);
    const keyword = valueExpected || value.token.quoted ? undefined : KEYWORDS.get(value.token.text);
    tokens.push(keyword ? { type: keyword, at } : value.token);
    at = value.end;
    valueExpected = false;
  }
  tokens.push({ type: 'end', at: query.length });
  return tokens;
}

function skipSpace(query: string, at: number): number {
  SPACE.lastIndex = at;
  return SPACE.test(query) ? SPACE.lastIndex : at;
}

function startsOperand(query: string, at: number): boolean {
  return at < query.length && !/[\s)-]/.test(query.charAt(at));
}

/** The field name at a place, or null where the colon belongs to a word (`Re:`, `12:30`, `http://`). */
function fieldAt(query: string, at: number): string | null {
  FIELD.lastIndex = at;
  const name = FIELD.exec(query)?.[1];
  if (name === undefined) return null;
  const after = at + name.length + 1;
  const spaced = after >= query.length || /[\s)]/.test(query.charAt(after));
  if (isField(name.toLowerCase())) {
    if (!spaced) return name;
    throw new BadQuery(query, after, needsValue(name), {
      en: `Write it right after the colon: ${name.toLowerCase()}:word or ${name.toLowerCase()}:"two words".`,
      fr: `Écrivez-la juste après les deux-points\u00a0: ${name.toLowerCase()}:mot ou ${name.toLowerCase()}:"deux mots".`,
    });
  }
  if (spaced || query.startsWith('//', after)) return null;
  throw new BadQuery(
    query,
    at,
    { en: `There is no field "${name}:".`, fr: `Il n’y a pas de champ «\u00a0${name}:\u00a0».` },
    hintFor(name),
  );
}

/** The field that was meant, or else all of them: who reads this in the browser has no manual beside it. */
function hintFor(name: string): Text {
  const wanted = name.toLowerCase();
  const other = otherName(wanted);
  const near = (other === null ? nearWords(wanted, FIELDS) : [other]).map((field) => `${field}:`);
  const meant: Text =
    near.length > 0
      ? {
          en: `Did you mean ${near.map((field) => `"${field}"`).join(' or ')}?`,
          fr: `Vouliez-vous dire ${near.map((field) => `«\u00a0${field}\u00a0»`).join(' ou ')}\u202f?`,
        }
      : { en: `Fields are ${FIELDS.join(', ')}.`, fr: `Les champs sont ${FIELDS.join(', ')}.` };
  const quoted = `"${name}:..."`;
  return {
    en: `${meant.en} Quote it to look for the words, as in ${quoted}.`,
    fr: `${meant.fr} Pour chercher les mots, mettez des guillemets\u00a0: ${quoted}.`,
  };
}

/** Said of a field that stands alone. */
export function needsValue(field: string): Text {
  return { en: `"${field}:" needs a value.`, fr: `«\u00a0${field}:\u00a0» demande une valeur.` };
}

interface Value {
  readonly token: Extract<Token, { type: 'value' }>;
  readonly end: number;
}

function run(query: string, at: number): Value {
  RUN.lastIndex = at;
  const found = RUN.exec(query)?.[0] ?? query.charAt(at);
  const text = found.replace(/\*+$/, '');
  return {
    token: { type: 'value', at, text, quoted: false, prefix: text.length < found.length },
    end: at + found.length,
  };
}

function quoted(query: string, at: number): Value {
  const length = query.slice(at + 1).search(QUOTES);
  if (length < 0)
    throw new BadQuery(
      query,
      at,
      { en: 'This quotation mark is never closed.', fr: 'Ce guillemet n’est jamais fermé.' },
      {
        en: 'Add a second " at the end of the phrase.',
        fr: 'Ajoutez un second " à la fin de l’expression.',
      },
    );
  const close = at + 1 + length;
  const prefix = query.charAt(close + 1) === '*';
  return {
    token: { type: 'value', at, text: query.slice(at + 1, close), quoted: true, prefix },
    end: close + (prefix ? 2 : 1),
  };
}
