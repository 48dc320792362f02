import type { Misnamed, QuoteEdge, QuoteNode } from '../examine/corroborate/graph.ts';
import type { QuotedChange } from '../examine/quotes/changes.ts';
import type { QuoteComparison } from '../examine/quotes/compare.ts';
import { MessageSets } from '../examine/threads/message-sets.ts';
import { type RecordCursor, RecordList } from '../spill/record-list.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import { ValueList } from '../spill/value-list.ts';

/** An edge by the numbers of its two nodes. */
export interface NumberedEdge extends Omit<QuoteEdge, 'reply' | 'parent'> {
  readonly reply: number;
  readonly parent: number;
}

/** Reply, parent, depth, whether it is a party's, words agreed, two shares of 8 bytes, the words that differ, what is named otherwise. */
const WIDTH = 10;
const NONE = -1;

/**
 * Quotations of a whole leak, sorted by what hangs together: a quotation says something of its two messages, and of
 * others that quote one of them, and of nothing else. 4 bytes a message are held, and one such group.
 */
export class QuoteEdges {
  readonly #scratch: Scratch;
  readonly #edges: RecordList;
  readonly #changes: ValueList<readonly QuotedChange[]>;
  readonly #misnamed: ValueList<Misnamed>;
  readonly #sets: MessageSets;
  readonly #record = new Int32Array(WIDTH);
  readonly #share = new Float64Array(2);
  readonly #words = new Int32Array(this.#share.buffer);

  constructor(scratch: Scratch, messages: number) {
    this.#scratch = scratch;
    this.#edges = new RecordList(scratch, WIDTH);
    this.#changes = new ValueList(scratch);
    this.#misnamed = new ValueList(scratch);
    this.#sets = new MessageSets(messages);
  }

  add({ reply, parent, depth, isParty, comparison, misnamed }: NumberedEdge): void {
    this.#sets.join(reply, parent);
    this.#share[0] = comparison.ofOwn;
    this.#share[1] = comparison.ofQuoted;
    const changes = comparison.replaced.length === 0 ? NONE : this.#changes.add(comparison.replaced);
    const record = this.#record;
    record[0] = reply;
    record[1] = parent;
    record[2] = 2 * depth + (isParty ? 1 : 0);
    record[3] = comparison.agreed;
    record.set(this.#words, 4);
    record[8] = changes;
    record[9] = misnamed === null ? NONE : this.#misnamed.add(misnamed);
    this.#edges.addAll(record);
  }

  /** Edges that hang together, in the order in which they were added. */
  *groups(): IterableIterator<readonly NumberedEdge[]> {
    const sorted = new RecordSort(this.#scratch, WIDTH + 1, 1);
    const edges = this.#edges.read();
    while (edges.next()) {
      const words = Array.from({ length: WIDTH }, (_, at) => edges.word(at));
      sorted.add(this.#sets.root(edges.word(0)), ...words);
    }
    const records = sorted.read();
    let group: NumberedEdge[] = [];
    let root = -1;
    while (records.next()) {
      if (records.word(0) !== root && group.length > 0) {
        yield group;
        group = [];
      }
      root = records.word(0);
      group.push(this.#edgeAt(records));
    }
    if (group.length > 0) yield group;
  }

  #edgeAt(record: RecordCursor): NumberedEdge {
    for (let at = 0; at < 4; at++) this.#words[at] = record.word(5 + at);
    const [ofOwn = 0, ofQuoted = 0] = this.#share;
    const [changes, named] = [record.word(9), record.word(10)];
    const comparison: QuoteComparison = {
      agreed: record.word(4),
      ofOwn,
      ofQuoted,
      replaced: changes === NONE ? [] : this.#changes.get(changes),
    };
    const [reply, parent, packed] = [record.word(1), record.word(2), record.word(3)];
    const misnamed = named === NONE ? null : this.#misnamed.get(named);
    return { reply, parent, depth: packed >>> 1, isParty: (packed & 1) === 1, comparison, misnamed };
  }
}

/** The edges of a group with their nodes, each described once. */
export function describedEdges(
  group: readonly NumberedEdge[],
  describe: (node: number) => QuoteNode,
): readonly QuoteEdge[] {
  const known = new Map<number, QuoteNode>();
  const nodeOf = (number: number): QuoteNode => {
    const node = known.get(number) ?? describe(number);
    known.set(number, node);
    return node;
  };
  return group.map((edge) => ({ ...edge, reply: nodeOf(edge.reply), parent: nodeOf(edge.parent) }));
}
