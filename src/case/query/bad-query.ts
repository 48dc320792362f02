import { TamisError } from '../../model/index.ts';
import type { Text } from '../../model/text.ts';

/** Characters of the query shown on each side of the place. */
const AROUND = 60;

/** A query that cannot be understood: says why, shows the place and tells what to write instead. */
export class BadQuery extends TamisError {
  /** Offset into the query, in UTF-16 code units; its length when something is missing at the end. */
  readonly at: number;
  /** A sentence without the place, which who shows the query beside it shows there. */
  readonly why: Text;
  readonly hint: Text;

  constructor(query: string, at: number, why: Text, hint: Text) {
    const place = pointAt(query, at);
    super('bad-query', {
      en: `${why.en}\n${place}\n${hint.en}`,
      fr: `${why.fr}\n${place}\n${hint.fr}`,
    });
    this.at = at;
    this.why = why;
    this.hint = hint;
  }
}

function pointAt(query: string, at: number): string {
  const before = printable(query.slice(Math.max(0, at - AROUND), at));
  const after = printable(query.slice(at, at + AROUND));
  const lead = at > AROUND ? '…' : '';
  const tail = query.length > at + AROUND ? '…' : '';
  const indent = ' '.repeat([...lead, ...before].length);
  return `  ${lead}${before}${after}${tail}\n  ${indent}^`;
}

/** Control characters would move the caret, or the terminal. */
function printable(text: string): string {
  return text.toWellFormed().replace(/\p{C}/gu, ' ');
}
