import type { CaseStore, MessageHead } from '../case/store.ts';
import type { Anchor, QuoteFinding } from '../examine/corroborate/graph.ts';
import type { Corroboration } from '../judge/evidence.ts';
import { Parties } from './parties.ts';
import { type CompareQuotes, findQuotations } from './quotations.ts';
import { QuoteNodes } from './quote-nodes.ts';

const MOST_CARRIERS = 5;

/** What the other messages of the leak say of each: those that quote it, and verified ones that carry it. */
export class FromOthers {
  readonly #nodes: QuoteNodes;
  readonly #quotations: ReadonlyMap<string, QuoteFinding>;
  readonly #carriers: ReadonlyMap<string, readonly string[]>;

  /**
   * `duplicateOf`: row of each later copy to the id of the first. `anchors`: what is verified by itself, by row.
   * `ownDomains`: the victim's own, as far as known.
   */
  constructor(
    store: Pick<CaseStore, 'textOf' | 'itemByRow'>,
    messages: readonly MessageHead[],
    duplicateOf: ReadonlyMap<number, string>,
    anchors: ReadonlyMap<number, Anchor>,
    ownDomains: readonly string[],
    compare: CompareQuotes,
  ) {
    this.#nodes = new QuoteNodes(messages, duplicateOf, anchors);
    const parties = new Parties(store, ownDomains);
    this.#quotations = findQuotations(store, messages, this.#nodes, parties, compare);
    this.#carriers = findCarriers(messages, this.#nodes, anchors, parties);
  }

  about(message: MessageHead): Corroboration | null {
    const id = this.#nodes.of(message)?.id ?? message.id;
    const quotations = this.#quotations.get(id);
    const carriers = this.#carriers.get(id);
    if (quotations === undefined && carriers === undefined) return null;
    return { vouches: [], conflicts: [], earlier: null, ...quotations, carriers: carriers ?? [] };
  }
}

/**
 * Messages attached to verified ones (message/rfc822): the signature of the carrier covers every byte of them. By
 * the id of the first copy, since a copy that lies elsewhere in the leak is the same message.
 */
function findCarriers(
  messages: readonly MessageHead[],
  nodes: QuoteNodes,
  anchors: ReadonlyMap<number, Anchor>,
  parties: Parties,
): ReadonlyMap<string, readonly string[]> {
  const covered = new Map<string, MessageHead>();
  for (const message of messages) {
    if (anchors.get(message.row)?.standing === 'covered') covered.set(message.path, message);
  }
  const carriers = new Map<string, readonly string[]>();
  for (const message of messages) {
    const carrier = coveredAround(message.path, covered);
    const node = nodes.of(message);
    if (carrier === null || node === null || node.standing !== 'open') continue;
    const known = carriers.get(node.id) ?? [];
    if (known.length >= MOST_CARRIERS || known.includes(carrier.id)) continue;
    if (parties.isParty(carrier, message)) carriers.set(node.id, [...known, carrier.id]);
  }
  return carriers;
}

function coveredAround(path: string, covered: ReadonlyMap<string, MessageHead>): MessageHead | null {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const carrier = covered.get(path.slice(0, at));
    if (carrier !== undefined) return carrier;
  }
  return null;
}
