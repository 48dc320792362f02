import type { FactNode, QueryNode } from '../query/ast.ts';
import type { Parameter } from './database.ts';
import { phraseQueries } from './words.ts';

/** A query for PostgreSQL: a condition over `items i` that is never NULL, and what ranks the hits. */
export interface CompiledQuery {
  readonly where: string;
  /** From `$2` on; `$1` is the case. */
  readonly parameters: readonly Parameter[];
  /** A tsquery of all words that every hit must hold, joined by OR; null where no hit must hold any. */
  readonly rank: string | null;
}

/** Ids of the items that people tagged, checked, signed: the review is no part of this database. */
export type ReviewedItems = (what: string, value: string) => readonly string[];

/**
 * Compiles a query. What the user wrote gets into SQL as parameters only, and into a tsquery only as letters and digits
 * inside quotation marks. Each word or phrase is a sub-query for rows, so that words of one item may stand in several
 * tsvectors of it.
 */
export function compileQuery(node: QueryNode | null, reviewed: ReviewedItems): CompiledQuery {
  if (node === null) return { where: 'true', parameters: [], rank: null };
  const compiler = new Compiler(reviewed);
  const where = compiler.condition(node);
  const wanted = wordsWanted(node);
  return { where, parameters: compiler.parameters, rank: wanted.length === 0 ? null : wanted.join(' | ') };
}

/** As in the embedded store: words that every hit must hold make a ranked list. */
function wordsWanted(node: QueryNode): readonly string[] {
  const conjuncts = node.type === 'and' ? node.of : [node];
  return conjuncts.filter(isMatch).flatMap(phrasesOf);
}

/** Made of words alone, and asks for at least one. */
function isMatch(node: QueryNode): boolean {
  if (node.type === 'words') return true;
  if (node.type === 'or') return node.of.every(isMatch);
  if (node.type !== 'and') return false;
  const asked = node.of.filter((part) => !(part.type === 'not' && isMatch(part.of)));
  return asked.length > 0 && asked.every(isMatch);
}

function phrasesOf(node: QueryNode): readonly string[] {
  if (node.type === 'words') return (phraseQueries(node) ?? []).map((part) => `(${part})`);
  return node.type === 'and' || node.type === 'or' ? node.of.flatMap(phrasesOf) : [];
}

const HAS = {
  attachment: 'i.attachments > 0',
  signature: inTable('signatures'),
  text: 'i.text IS NOT NULL',
  // Nearly every mail has an address of mail in it: alone they say nothing.
  personal: inTable('contents', `x.personal IS NOT NULL AND x.personal ~ '"kind":"(?!email")'`),
} as const;

const IS = {
  decoy: inTable('decoys'),
  duplicate: inTable('duplicates'),
  'near-duplicate': inTable('near_duplicates'),
  failed: 'i.failure IS NOT NULL',
  partial: `i.status = 'partial'`,
  skipped: `i.status = 'skipped'`,
  rebuilt: '(i.rebuilt IS NOT NULL AND i.rebuilt = 1)',
} as const;

/** Codes of the notes that the pass over all traces leaves. */
const TOUCHED = {
  'after-send': ['saved-after-sent', 'saved-after-last-message'],
  batch: ['saved-in-batch', 'saved-in-own-run'],
} as const;

function inTable(table: string, condition = 'true'): string {
  return `EXISTS (SELECT FROM ${table} x WHERE x.case_id = $1 AND x."row" = i."row" AND ${condition})`;
}

class Compiler {
  readonly parameters: Parameter[] = [];
  readonly #reviewed: ReviewedItems;

  constructor(reviewed: ReviewedItems) {
    this.#reviewed = reviewed;
  }

  condition(node: QueryNode): string {
    switch (node.type) {
      case 'and':
        return node.of.length === 0
          ? 'true'
          : `(${node.of.map((part) => this.condition(part)).join(' AND ')})`;
      case 'or':
        return node.of.length === 0
          ? 'false'
          : `(${node.of.map((part) => this.condition(part)).join(' OR ')})`;
      case 'not':
        return `NOT ${this.condition(node.of)}`;
      case 'words': {
        const queries = phraseQueries(node);
        if (queries === null) return 'false';
        return `(${queries.map((query) => this.#matching(query)).join(' AND ')})`;
      }
      default:
        return this.#fact(node);
    }
  }

  #matching(query: string): string {
    return `i."row" IN (SELECT rows_with($1, ${this.#add(query)}::tsquery))`;
  }

  /** The name of a new parameter. */
  #add(value: Parameter): string {
    this.parameters.push(value);
    return `$${this.parameters.length + 1}`;
  }

  #fact(node: FactNode): string {
    switch (node.type) {
      case 'date':
        return this.#date(node.from, node.before);
      case 'size':
        return `(i.size ${node.over ? '>' : '<'} ${this.#add(node.bytes)}::bigint)`;
      case 'kind':
        return `(i.kind = ${this.#add(node.kind)})`;
      case 'role':
        return `(i.role = ${this.#add(node.role)})`;
      case 'verdict':
        if (node.verdict === null) return `(NOT ${inTable('judgements')})`;
        return inTable('judgements', `x.verdict = ${this.#add(node.verdict)}`);
      case 'has':
        return `(${HAS[node.what]})`;
      case 'is':
        return `(${IS[node.what]})`;
      case 'touched':
        return inTable('judgements', `x.codes && ${this.#add(TOUCHED[node.what])}::text[]`);
      case 'review':
        return `(i.id = ANY (${this.#add(this.#reviewed(node.what, node.value))}::text[]))`;
      case 'media': {
        const part = this.#add(node.value);
        const ending = this.#add(`%.${node.value.replace(/[\\%_]/g, '\\$&')}`);
        // The collation C folds ASCII alone, as SQLite's LIKE does.
        return `(strpos(i.type, ${part}) > 0 OR (i.kind <> 'message' AND lower(i.name) LIKE lower(${ending} COLLATE "C")))`;
      }
      case 'named':
        return this.#named(node);
    }
  }

  /** ISO 8601 in UTC sorts as text: `2017-05-05` stands before `2017-05-05T00:00:00Z`. */
  #date(from: string | null, before: string | null): string {
    const parts = ['i.date IS NOT NULL'];
    if (from !== null) parts.push(`i.date >= ${this.#add(from)}`);
    if (before !== null) parts.push(`i.date < ${this.#add(before)}`);
    return `(${parts.join(' AND ')})`;
  }

  #named(node: Extract<FactNode, { type: 'named' }>): string {
    const { value } = node;
    // Ids and hashes are as good as their beginnings: nobody types 64 digits.
    const prefix = node.prefix || node.what === 'id' || node.what === 'sha256';
    switch (node.what) {
      case 'id':
      case 'sha256':
        return this.#compare(`i.${node.what}`, value, prefix);
      case 'failure':
        return `(i.failure IS NOT NULL AND ${this.#compare('i.failure', value, prefix)})`;
      case 'message-id':
        // The index holds hashes: a Message-ID may be longer than an entry.
        if (!prefix) {
          const id = this.#add(value);
          return `(i.message_id IS NOT NULL AND md5(i.message_id) = md5(${id}) AND i.message_id = ${id})`;
        }
        return `(i.message_id IS NOT NULL AND ${this.#compare('i.message_id', value, prefix)})`;
      case 'reason':
        if (!prefix) return inTable('judgements', `x.codes @> ARRAY[${this.#add(value)}::text]`);
        return inTable(
          'judgements',
          `EXISTS (SELECT FROM unnest(x.codes) AS code WHERE starts_with(code, ${this.#add(value)}))`,
        );
      case 'thread': {
        const name = this.#add(value);
        return `(i."row" IN (SELECT x."row" FROM threads x WHERE x.case_id = $1 AND (x.thread = ${name} OR x.thread IN
          (SELECT t.thread FROM threads t JOIN items o ON o.case_id = t.case_id AND o."row" = t."row"
           WHERE t.case_id = $1 AND o.id = ${name}))))`;
      }
      case 'app':
        return `(i.programs IS NOT NULL AND strpos(i.programs, ${this.#add(value)}) > 0)`;
      case 'lang': {
        const name = this.#add(value);
        const own = inTable('contents', `x.language = ${name}`);
        const told = inTable('contents', 'x.language IS NOT NULL');
        return `(${own} OR (i.details_language IS NOT NULL AND i.details_language = ${name} AND NOT ${told}))`;
      }
      case 'topic':
        if (value === 'none')
          return `(i.text IS NOT NULL AND NOT ${inTable('contents', 'x.topics IS NOT NULL')})`;
        return this.#inJson('topics', `"topic":"${value}"`);
      case 'personal':
        return this.#inJson('personal', `"kind":"${value}"`);
    }
  }

  #compare(column: string, value: string, prefix: boolean): string {
    const name = this.#add(value);
    return prefix ? `(starts_with(${column}, ${name}) AND ${column} >= ${name})` : `(${column} = ${name})`;
  }

  /** The JSON was written by this store: a name stands in it between the same marks each time. */
  #inJson(column: 'topics' | 'personal', part: string): string {
    return inTable('contents', `x.${column} IS NOT NULL AND strpos(x.${column}, ${this.#add(part)}) > 0`);
  }
}
