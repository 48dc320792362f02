import type { QueryNode, WordsNode } from './ast.ts';
import { BadQuery } from './bad-query.ts';
import { readFact } from './facts.ts';
import { isFactField, WORD_FIELDS } from './fields.ts';
import { type Token, tokenize } from './lexer.ts';

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
      'This bracket closes nothing.',
      'Take it away, or open one before it.',
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
          const hint = `Inside ${field}:( ... ) only words may stand. Close the bracket first.`;
          throw new BadQuery(this.#query, token.at, 'A field inside a field.', hint);
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
        'Too many brackets inside brackets.',
        `At most ${MAX_DEPTH} are read.`,
      );
    }
    const node = this.#or(field);
    if (this.#take().type !== ')') {
      throw new BadQuery(
        this.#query,
        at,
        'This bracket is never closed.',
        'Add a ) at the end of the group.',
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
        'Too many words in one query.',
        `At most ${MAX_TERMS} are read.`,
      );
    }
    if (field !== null && isFactField(field)) {
      if (token.text !== '') return readFact(field, { query: this.#query, ...token });
      throw new BadQuery(
        this.#query,
        token.at,
        `"${field}:" needs a value.`,
        'Write it right after the colon.',
      );
    }
    return this.#words(field, token);
  }

  #words(field: string | null, token: Extract<Token, { type: 'value' }>): WordsNode {
    const words = token.text.match(WORD);
    if (!words) {
      const hint = 'Marks and signs are not in the index: look for a word beside them.';
      throw new BadQuery(this.#query, token.at, 'No letter or digit to look for.', hint);
    }
    const star = token.text.slice(1).indexOf('*');
    if (star >= 0 && !token.quoted) {
      const hint = 'A * stands for the rest of a word, as in elect*.';
      throw new BadQuery(this.#query, token.at + 1 + star, 'A * inside a word.', hint);
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
    const hint = 'Put a word, a "phrase" or a field there, or quote the word itself: "OR".';
    const why =
      token.type === 'end' ? 'Something is missing at the end.' : 'Something is missing before this.';
    return new BadQuery(this.#query, token.at, why, hint);
  }
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
