import type { Verdict } from '../../model/index.ts';
import { VERDICTS } from '../../model/index.ts';
import { createFile } from './file-writer.ts';
import type { ExportReport, ExportSource } from './types.ts';
import { wholeItems } from './whole-items.ts';

/** Attack: a message to a million addresses, or a leak of addresses that occur once. */
const MOST_PEOPLE = 200_000;
const MOST_EDGES = 2_000_000;

interface Person {
  readonly number: number;
  readonly address: string;
  readonly name: string;
  sent: number;
  received: number;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  messages: number;
  readonly verdicts: Record<Verdict, number>;
}

/** Who wrote to whom, for Gephi and others (GEXF 1.2): addresses, and messages between them with their verdicts. */
export async function exportGexf(source: ExportSource, out: string): Promise<ExportReport> {
  const graph = new PeopleGraph();
  const unfit: string[] = [];
  let written = 0;
  // Made before the items are read: a path that is taken is told at once.
  const file = createFile(out);
  try {
    for await (const { id, message, judgement } of wholeItems(source)) {
      const sender = message?.from[0];
      if (message === null || sender === undefined || sender.address === '') {
        unfit.push(id);
        continue;
      }
      const receivers = [...message.to, ...message.cc, ...message.bcc];
      graph.add(sender, receivers, judgement?.verdict ?? null);
      written++;
    }
    for (const line of graph.lines()) file.write(line);
  } finally {
    file.close();
  }
  return { written, unfit, unreadable: [] };
}

class PeopleGraph {
  readonly #people = new Map<string, Person>();
  readonly #edges = new Map<string, Edge>();

  add(
    sender: { readonly name: string; readonly address: string },
    receivers: readonly { readonly name: string; readonly address: string }[],
    verdict: Verdict | null,
  ): void {
    const from = this.#person(sender);
    if (from === null) return;
    from.sent++;
    for (const address of new Map(receivers.map((one) => [one.address.toLowerCase(), one])).values()) {
      const to = this.#person(address);
      if (to === null) continue;
      to.received++;
      const edge = this.#edge(from.number, to.number);
      if (edge === null) continue;
      edge.messages++;
      if (verdict !== null) edge.verdicts[verdict]++;
    }
  }

  *lines(): Iterable<string> {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n';
    yield '<meta><creator>Tamis</creator><description>Who wrote to whom</description></meta>\n';
    yield '<graph mode="static" defaultedgetype="directed">\n<attributes class="node"><attribute id="0" title="address" type="string"/><attribute id="1" title="sent" type="integer"/><attribute id="2" title="received" type="integer"/></attributes>\n';
    yield `<attributes class="edge">${VERDICTS.map((verdict, at) => `<attribute id="${at}" title="${verdict}" type="integer"/>`).join('')}</attributes>\n<nodes>\n`;
    for (const { number, address, name, sent, received } of this.#people.values())
      yield `<node id="${number}" label="${xml(name || address)}"><attvalues><attvalue for="0" value="${xml(address)}"/><attvalue for="1" value="${sent}"/><attvalue for="2" value="${received}"/></attvalues></node>\n`;
    yield '</nodes>\n<edges>\n';
    let id = 0;
    for (const { from, to, messages, verdicts } of this.#edges.values())
      yield `<edge id="${id++}" source="${from}" target="${to}" weight="${messages}"><attvalues>${VERDICTS.map((verdict, at) => `<attvalue for="${at}" value="${verdicts[verdict]}"/>`).join('')}</attvalues></edge>\n`;
    yield '</edges>\n</graph>\n</gexf>\n';
  }

  #person({ address, name }: { readonly name: string; readonly address: string }): Person | null {
    const key = address.toLowerCase();
    const known = this.#people.get(key);
    if (known !== undefined) return known;
    if (key === '' || this.#people.size >= MOST_PEOPLE) return null;
    const made = { number: this.#people.size, address: key, name, sent: 0, received: 0 };
    this.#people.set(key, made);
    return made;
  }

  #edge(from: number, to: number): Edge | null {
    const key = `${from} ${to}`;
    const known = this.#edges.get(key);
    if (known !== undefined) return known;
    if (this.#edges.size >= MOST_EDGES) return null;
    const verdicts = { authentic: 0, corroborated: 0, unverified: 0, doubtful: 0, altered: 0 };
    const made = { from, to, messages: 0, verdicts };
    this.#edges.set(key, made);
    return made;
  }
}

/** Text inside an attribute; what XML 1.0 forbids is left out, so that one subject cannot spoil the file. */
export function xml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
