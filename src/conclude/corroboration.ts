import type { QuoteFinding } from '../examine/corroborate/graph.ts';
import type { Duplicates } from '../examine/duplicates/duplicates.ts';
import type { Corroboration } from '../judge/evidence.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import { ValueList } from '../spill/value-list.ts';
import type { Anchors } from './anchors.ts';
import type { MessageTable } from './message-table.ts';
import { findQuotations, type Quoting } from './quotations.ts';
import type { QuotePairs } from './quote-pairs.ts';

/** Carriers that one reason names. */
const MOST_CARRIERS = 5;
const QUOTED = 0;
const CARRIED = 1;

export interface Corroborating extends Quoting {
  readonly duplicates: Duplicates;
  readonly anchors: Anchors;
}

/** What the other messages of the leak say of each: those that quote it, and verified ones that carry it. */
export class FromOthers {
  readonly #messages: MessageTable;
  readonly #findings: ValueList<QuoteFinding>;
  /** By message: what was found of its quotations, or who carries it. */
  readonly #said: RecordSort;

  constructor(pairs: QuotePairs, corroborating: Corroborating) {
    const { scratch, messages, duplicates } = corroborating;
    this.#messages = messages;
    this.#findings = new ValueList(scratch);
    this.#said = new RecordSort(scratch, 3, 2);
    for (const [node, finding] of findQuotations(pairs, corroborating)) {
      const number = this.#findings.add(finding);
      for (const copy of duplicates.copiesOf(node)) this.#said.add(copy, QUOTED, number);
    }
    for (const [node, carrier] of findCarriers(corroborating))
      for (const copy of duplicates.copiesOf(node)) this.#said.add(copy, CARRIED, carrier);
  }

  /** What is said of each message of which something is, in order. */
  *inOrder(): IterableIterator<readonly [message: number, said: Corroboration]> {
    const records = this.#said.read();
    let [message, quotations, carriers]: [number, QuoteFinding, string[]] = [-1, NOTHING, []];
    while (records.next()) {
      if (records.word(0) !== message) {
        if (message !== -1) yield [message, { ...NOTHING, ...quotations, carriers }];
        [message, quotations, carriers] = [records.word(0), NOTHING, []];
      }
      if (records.word(1) === QUOTED) quotations = this.#findings.get(records.word(2));
      else carriers.push(this.#messages.idOf(records.word(2)));
    }
    if (message !== -1) yield [message, { ...NOTHING, ...quotations, carriers }];
  }
}

const NOTHING: QuoteFinding = { vouches: [], conflicts: [], earlier: null, misnamed: null };

/**
 * Messages attached to verified ones (message/rfc822): the signature of the carrier covers every byte of them. By
 * the first copy, since a copy that lies elsewhere in the leak is the same message.
 */
function* findCarriers({
  scratch,
  messages,
  nodes,
  anchors,
  parties,
}: Corroborating): IterableIterator<readonly [node: number, carrier: number]> {
  const carried = carriedIn(scratch, messages, nodes, anchors);
  let [node, carriers]: [number, number[]] = [-1, []];
  for (const records = carried.read(); records.next(); ) {
    if (records.word(0) !== node) [node, carriers] = [records.word(0), []];
    const [carrier, message] = [records.word(1), records.word(2)];
    if (carriers.length >= MOST_CARRIERS || carriers.includes(carrier)) continue;
    if (!parties.isParty(messages.partyOf(carrier), messages.partyOf(message))) continue;
    carriers.push(carrier);
    yield [node, carrier];
  }
}

/** Nodes that nothing verifies, with the nearest verified messages around their copies, and those copies. */
function carriedIn(
  scratch: Scratch,
  messages: MessageTable,
  nodes: Corroborating['nodes'],
  anchors: Anchors,
): RecordSort {
  const carried = new RecordSort(scratch, 3, 1);
  for (let message = 0; message < messages.length; message++) {
    let around = messages.around(message);
    while (around !== -1 && !anchors.isCovered(around)) around = messages.around(around);
    const node = nodes.of(message);
    if (around !== -1 && nodes.standingOf(node) === 'open') carried.add(node, around, message);
  }
  return carried;
}
