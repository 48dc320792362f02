import type { Positional } from './command.ts';

/** The argument of commands on one item. */
export const ITEM_ARGUMENT = {
  name: 'id',
  metavar: 'ID',
  required: true,
  summary: {
    en: 'id of an item, or its first four characters or more, or its path',
    fr: 'identifiant d’un élément, ou ses quatre premiers caractères au moins, ou son chemin',
  },
} as const satisfies Positional;

/** The argument of commands on the items a query finds. */
export const QUERY_ARGUMENT = {
  name: 'query',
  metavar: 'QUERY',
  required: false,
  many: true,
  dashes: true,
  summary: {
    en: 'words and fields; none finds everything (docs/query.md)',
    fr: 'mots et champs\u202f; rien trouve tout (docs/query.md)',
  },
} as const satisfies Positional;

/** The query as the user meant it: what the shell split is joined, and a word with spaces is a phrase again. */
export function queryText(words: readonly string[]): string {
  if (words.length === 1) return words[0] ?? '';
  return words.map((word) => (/^[^"\s]+\s[^"]*$/u.test(word) ? phrase(word) : word)).join(' ');
}

function phrase(word: string): string {
  const field = /^(-?[a-z]+:)(.*)$/su.exec(word);
  return field === null ? `"${word}"` : `${field[1]}"${field[2]}"`;
}
