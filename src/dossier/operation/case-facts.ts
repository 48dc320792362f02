import type { CaseStore, TableRow } from '../../case/index.ts';
import { ITEM_KINDS, type ItemKind, VERDICTS, type Verdict } from '../../model/index.ts';
import { type MailSpan, MailSpans } from './mail-span.ts';

/** What one pass over the items of the leak gathers: counts, and the ids behind them. */
export interface CaseFacts {
  /** Items with a verdict; containers have none. */
  readonly judged: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** By kind, the same. */
  readonly byKind: Readonly<Record<ItemKind, Readonly<Record<Verdict, number>>>>;
  /** Items by code of a reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Items by code of the failure. */
  readonly failures: Readonly<Record<string, number>>;
  /** From when to when the messages are. */
  readonly mail: MailSpan;
  /** Messages whose sender stands at a look-alike domain, the earliest first. */
  readonly lookalikes: readonly TableRow[];
  /** Domains of senders by messages, the most frequent first; at most ten. */
  readonly senderDomains: readonly (readonly [domain: string, messages: number])[];
}

/** Rows held at a time, of however many the case has. */
const PAGE_ROWS = 2000;

/** A leak may hold more; the rest is counted, not kept. */
const MOST_LOOKALIKES = 5000;
const MOST_DOMAINS = 10;

/** Attack: a leak of messages each from a domain of its own. */
const DOMAINS_KEPT = 100_000;

/** Counts over all items of the leak, in one pass over the table in pages. */
export function caseFacts(store: CaseStore): CaseFacts {
  const counts = new Counts(new Set(store.decoys().map(([row]) => row)));
  for (let after = -1; ; ) {
    const page = store.table(after, PAGE_ROWS);
    for (const row of page) if (row.role === 'leak') counts.add(row);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return counts.facts();
    after = last.row;
  }
}

class Counts {
  readonly #byKind = zeroKinds();
  readonly #reasons = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #domains = new Map<string, number>();
  readonly #lookalikes: TableRow[] = [];
  readonly #mail: MailSpans;

  constructor(decoys: ReadonlySet<number>) {
    this.#mail = new MailSpans(decoys);
  }

  add(row: TableRow): void {
    if (row.verdict !== null) this.#byKind[row.kind][row.verdict]++;
    for (const code of new Set(row.reasons)) raise(this.#reasons, code);
    if (row.failure !== null) raise(this.#failures, row.failure);
    if (row.kind !== 'message') return;
    if (row.reasons.includes('lookalike-domain') && this.#lookalikes.length < MOST_LOOKALIKES)
      this.#lookalikes.push(row);
    const address = row.from[0]?.address ?? '';
    const domain = address.slice(address.lastIndexOf('@') + 1);
    if (domain !== '' && (this.#domains.has(domain) || this.#domains.size < DOMAINS_KEPT))
      raise(this.#domains, domain);
    this.#mail.add(row);
  }

  facts(): CaseFacts {
    const verdicts = zeroVerdicts();
    for (const kind of ITEM_KINDS)
      for (const verdict of VERDICTS) verdicts[verdict] += this.#byKind[kind][verdict];
    return {
      judged: VERDICTS.reduce((sum, verdict) => sum + verdicts[verdict], 0),
      verdicts,
      byKind: this.#byKind,
      reasons: sorted(this.#reasons),
      failures: sorted(this.#failures),
      mail: this.#mail.span(),
      lookalikes: this.#lookalikes.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)),
      senderDomains: [...this.#domains].sort((a, b) => b[1] - a[1]).slice(0, MOST_DOMAINS),
    };
  }
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function zeroVerdicts(): Record<Verdict, number> {
  return { authentic: 0, corroborated: 0, unverified: 0, doubtful: 0, altered: 0 };
}

function zeroKinds(): Record<ItemKind, Record<Verdict, number>> {
  const [message, document, image] = [zeroVerdicts(), zeroVerdicts(), zeroVerdicts()];
  return {
    message,
    document,
    image,
    archive: zeroVerdicts(),
    mailbox: zeroVerdicts(),
    other: zeroVerdicts(),
  };
}
