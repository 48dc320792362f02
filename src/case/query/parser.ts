import type { Text } from '../../model/text.ts';
import { indexWords } from '../ideographs.ts';
import type { QueryNode, WordsNode } from './ast.ts';
import { BadQuery } from './bad-query.ts';
import { readFact } from './facts.ts';
import { isFactField, WORD_FIELDS } from './fields.ts';
import { needsValue, type Token, tokenize } from './lexer.ts';

/** Attack: ten thousand brackets, to exhaust the stack here or in SQLite (which stops at 1,000). */
const MAX_DEPTH = 40;

/** Attack: a query of thousands of terms, each a look-up over the whole index. */
const MAX_TERMS = 200;

/**
 * Reads a query; null when it is empty and so asks for everything. Throws BadQuery.
 *
 *     query   = and ("OR" and)*
 *     and     = not (["AND"] not)*
 *     not     = ("NOT" | "-") not | operand
 *     operand = "(" query ")" | field ":" (value | "(" query ")") | value
 */
export function parseQuery(query: string): QueryNode | null {
  const parser = new Parser(query);
  return parser.isEmpty() ? null : parser.parse();
}

class Parser {
  readonly #query: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;
  #terms = 0;

  constructor(query: string) {
    this.#query = query;
    this.#tokens = tokenize(query);
  }

  isEmpty(): boolean {
    return this.#peek().type === 'end';
  }

  parse(): QueryNode {
    const node = this.#or(null);
    const { type, at } = this.#peek();
    if (type === 'end') return node;
    throw new BadQuery(
      this.#query,
      at,
      { en: 'This bracket closes nothing.', fr: 'Cette parenthèse ne ferme rien.' },
      { en: 'Take it away, or open one before it.', fr: 'Ôtez-la, ou ouvrez-en une avant elle.' },
    );
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { type: 'end', at: this.#query.length };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next++;
    return token;
  }

  #or(field: string | null): QueryNode {
    const of = [this.#and(field)];
    while (this.#peek().type === 'or') {
      this.#take();
      of.push(this.#and(field));
    }
    return single('or', of);
  }

  #and(field: string | null): QueryNode {
    const of = [this.#not(field)];
    for (;;) {
      const { type } = this.#peek();
      if (type === 'and') this.#take();
      else if (type === 'end' || type === ')' || type === 'or') return single('and', of);
      of.push(this.#not(field));
    }
  }

  #not(field: string | null): QueryNode {
    let negated = false;
    while (this.#peek().type === 'not') {
      this.#take();
      negated = !negated;
    }
    const operand = this.#operand(field);
    return negated ? { type: 'not', of: operand } : operand;
  }

  #operand(field: string | null): QueryNode {
    const token = this.#take();
    switch (token.type) {
      case '(':
        return this.#group(token.at, field);
      case 'field': {
        if (field !== null) {
          const why = { en: 'A field inside a field.', fr: 'Un champ dans un champ.' };
          throw new BadQuery(this.#query, token.at, why, {
            en: `Inside ${field}:( ... ) only words may stand. Close the bracket first.`,
            fr: `Dans ${field}:( ... ) il ne peut y avoir que des mots. Fermez d’abord la parenthèse.`,
          });
        }
        const value = this.#take();
        if (value.type === '(') return this.#group(value.at, token.name);
        return this.#term(token.name, value);
      }
      default:
        return this.#term(field, token);
    }
  }

  #group(at: number, field: string | null): QueryNode {
    if (++this.#depth > MAX_DEPTH) {
      throw new BadQuery(
        this.#query,
        at,
        { en: 'Too many brackets inside brackets.', fr: 'Trop de parenthèses dans des parenthèses.' },
        atMost(MAX_DEPTH),
      );
    }
    const node = this.#or(field);
    if (this.#take().type !== ')') {
      throw new BadQuery(
        this.#query,
        at,
        { en: 'This bracket is never closed.', fr: 'Cette parenthèse n’est jamais fermée.' },
        { en: 'Add a ) at the end of the group.', fr: 'Ajoutez une ) à la fin du groupe.' },
      );
    }
    this.#depth--;
    return node;
  }

  #term(field: string | null, token: Token): QueryNode {
    if (token.type !== 'value') throw this.#missing(token);
    if (++this.#terms > MAX_TERMS) {
      throw new BadQuery(
        this.#query,
        token.at,
        { en: 'Too many words in one query.', fr: 'Trop de mots dans une requête.' },
        atMost(MAX_TERMS),
      );
    }
    if (field !== null && isFactField(field)) {
      if (token.text !== '') return readFact(field, { query: this.#query, ...token });
      throw new BadQuery(this.#query, token.at, needsValue(field), {
        en: 'Write it right after the colon.',
        fr: 'Écrivez-la juste après les deux-points.',
      });
    }
    return this.#words(field, token);
  }

  #words(field: string | null, token: Extract<Token, { type: 'value' }>): WordsNode {
    const words = token.text.match(WORD)?.flatMap(indexWords);
    if (!words) {
      const why = { en: 'No letter or digit to look for.', fr: 'Ni lettre ni chiffre à chercher.' };
      throw new BadQuery(this.#query, token.at, why, {
        en: 'Marks and signs are not in the index: look for a word beside them.',
        fr: 'L’index n’a ni signes ni ponctuation\u00a0: cherchez un mot à côté.',
      });
    }
    const star = token.text.slice(1).indexOf('*');
    if (star >= 0 && !token.quoted) {
      const why = { en: 'A * inside a word.', fr: 'Une * dans un mot.' };
      throw new BadQuery(this.#query, token.at + 1 + star, why, {
        en: 'A * stands for the rest of a word, as in elect*.',
        fr: 'Une * remplace la fin d’un mot, comme dans élect*.',
      });
    }
    const columns = field === null ? null : (WORD_FIELDS[field] ?? null);
    return {
      type: 'words',
      columns,
      words,
      prefix: token.prefix,
      first: field === 'in' && token.text.startsWith('/'),
    };
  }

  #missing(token: Token): BadQuery {
    const why =
      token.type === 'end'
        ? { en: 'Something is missing at the end.', fr: 'Il manque quelque chose à la fin.' }
        : { en: 'Something is missing before this.', fr: 'Il manque quelque chose avant ceci.' };
    return new BadQuery(this.#query, token.at, why, {
      en: 'Put a word, a "phrase" or a field there, or quote the word itself: "OR".',
      fr: 'Mettez-y un mot, une "expression" ou un champ, ou mettez le mot entre guillemets\u00a0: "OR".',
    });
  }
}

function atMost(count: number): Text {
  return { en: `At most ${count} are read.`, fr: `Au plus ${count} sont lus.` };
}

/**
 * What the tokenizer unicode61 takes as one word: letters, digits, private use. Marks stand in a word too;
 * the index removes them, unless they are none it knows, and then it parts the word there as well.
 */
const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

function single(type: 'and' | 'or', of: readonly QueryNode[]): QueryNode {
  const [only] = of;
  return of.length === 1 && only ? only : { type, of };
}
