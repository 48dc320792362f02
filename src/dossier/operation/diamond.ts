import type { Matrix, Standing } from '../../attribution/index.ts';
import type { CaseStore } from '../../case/index.ts';
import { LANGUAGES, type SaveWindow } from '../../model/index.ts';
import { ATTACK, type CataloguedTechnique, technique } from '../../show/techniques/index.ts';
import type { BaitLook } from './bait-look.ts';
import type { CaseFacts } from './case-facts.ts';
import { MOST_ITEMS, type OperationEvent } from './event.ts';
import type { PostFacts } from './posts.ts';

/** The four corners of an intrusion (Caltagirone, Pendergast, Betz, The Diamond Model of Intrusion Analysis, 2013). */
export const CORNERS = ['adversary', 'capability', 'infrastructure', 'victim'] as const;

export type Corner = (typeof CORNERS)[number];

export type FactCode =
  | 'nobody-named'
  | 'matrix-leads'
  | 'foreign-value'
  | 'authentic-items'
  | 'altered-items'
  | 'batch-saves'
  | 'bait-mail'
  | 'phishing-mail'
  | 'posted'
  | 'lookalike-domain'
  | 'bait-host'
  | 'link-site'
  | 'inputs'
  | 'sender-domain';

/** One thing the case shows of a corner, with what shows it. */
export interface DiamondFact {
  readonly code: FactCode;
  /**
   * `shown`: a signature, a reference or a count shows it. `trace`: it can be planted. `judged`: a matrix says so.
   * `none`: that nothing is known is told, and nobody judged it.
   */
  readonly strength: 'shown' | 'trace' | 'judged' | 'none';
  readonly items: readonly string[];
  readonly count: number;
  readonly detail: Readonly<Record<string, string | number>>;
  /** Ids of ATT&CK and DISARM that name what was seen. */
  readonly techniques: readonly CataloguedTechnique[];
}

export type Diamond = Readonly<Record<Corner, readonly DiamondFact[]>>;

export interface DiamondGround {
  readonly store: CaseStore;
  readonly facts: CaseFacts;
  readonly bait: BaitLook | null;
  readonly events: readonly OperationEvent[];
  readonly windows: readonly SaveWindow[];
  readonly posts: PostFacts | null;
  readonly matrix: Matrix | null;
  readonly standing: Standing | null;
}

/** What fits a corner of the picture; the pages of the workbench have all. */
const MOST_VALUES = 8;
const MOST_SITES = 12;
const MOST_HOSTS = 12;
const MOST_DOMAINS = 3;

/** What the case shows of each corner, and nothing else: without a matrix no adversary is named. */
export function diamond(ground: DiamondGround): Diamond {
  return {
    adversary: adversary(ground),
    capability: capability(ground),
    infrastructure: infrastructure(ground),
    victim: victim(ground),
  };
}

function adversary({ windows, matrix, standing }: DiamondGround): DiamondFact[] {
  const judged: DiamondFact =
    standing === null
      ? fact('nobody-named', 'none')
      : fact('matrix-leads', 'judged', {
          count: standing.leaders.length,
          detail: {
            leaders: standing.leaders.join(', '),
            ...leaderNames(matrix, standing.leaders),
            group: standing.leadingGroup ?? '',
            lead: standing.lead ?? '',
            within: standing.within,
          },
        });
  const traces = windows.flatMap(({ lastAuthors, languages, applications, files }) =>
    [
      ['last-author', lastAuthors] as const,
      ['language', languages] as const,
      ['application', applications] as const,
    ].flatMap(([trait, values]) =>
      values
        .filter(({ elsewhere, familiarity }) => elsewhere === 0 || familiarity === 'unseen')
        .slice(0, MOST_VALUES)
        .map(({ value, count }) =>
          fact('foreign-value', 'trace', {
            items: files.map(({ id }) => id),
            count,
            detail: { trait, value },
          }),
        ),
    ),
  );
  return [judged, ...traces];
}

/** Names by language, `leaders:fr`: a text in French takes the French ones. */
function leaderNames(matrix: Matrix | null, leaders: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    LANGUAGES.map((lang) => [
      `leaders:${lang}`,
      (matrix?.hypotheses ?? [])
        .filter(({ id }) => leaders.includes(id))
        .map(({ name }) => name[lang])
        .join(', '),
    ]),
  );
}

function capability({ store, facts, bait, events, posts }: DiamondGround): DiamondFact[] {
  const found: DiamondFact[] = [];
  const lookalikes = events.filter(({ code }) => code === 'lookalike-messages');
  if (lookalikes.length > 0) found.push(fact('bait-mail', 'shown', seenIn(lookalikes)));
  const phishing = events.filter(({ code }) => code === 'bait-messages');
  if (phishing.length > 0)
    found.push(fact('phishing-mail', 'trace', { ...seenIn(phishing), techniques: phishingTechniques(bait) }));
  const { authentic, altered } = facts.verdicts;
  if (authentic > 0)
    found.push(
      fact('authentic-items', 'shown', {
        items: idsFound(store, 'verdict:authentic'),
        count: authentic,
        techniques: [technique('disarm', 'T0089.001')],
      }),
    );
  if (altered > 0)
    found.push(
      fact('altered-items', 'shown', {
        items: idsFound(store, 'verdict:altered'),
        count: altered,
        techniques: [technique('disarm', 'T0089.003')],
      }),
    );
  const saves = events.filter(({ code }) => code === 'saved-in-run');
  if (saves.length > 0) found.push(fact('batch-saves', 'trace', seenIn(saves)));
  if (posts !== null)
    found.push(
      fact('posted', 'shown', {
        count: posts.volume.posts,
        detail: { accounts: posts.volume.accounts },
        techniques: [technique('disarm', 'T0115')],
      }),
    );
  return found;
}

/** What the signs of the messages name, as far as it is in the shipped list. */
function phishingTechniques(bait: BaitLook | null): CataloguedTechnique[] {
  const ids = new Set((bait?.findings ?? []).flatMap(({ attack }) => attack));
  return ATTACK.filter(({ id }) => ids.has(id)).map(({ id }) => technique('attack', id));
}

function infrastructure({ events, bait, posts }: DiamondGround): DiamondFact[] {
  const domains = events
    .filter(({ code }) => code === 'lookalike-messages')
    .map(({ items, count, detail }) =>
      fact('lookalike-domain', 'shown', {
        ...{ items, count, detail },
        techniques: [technique('attack', 'T1583.001'), technique('disarm', 'T0149.003')],
      }),
    );
  const sites = (posts?.paths.sites ?? [])
    .filter(({ kind }) => kind !== 'social' && kind !== 'other' && kind !== 'shortener' && kind !== 'video')
    .slice(0, MOST_SITES)
    .map(({ site, kind, posts: count }) =>
      fact('link-site', 'shown', { count, detail: { site, kind }, techniques: siteTechniques(kind) }),
    );
  return [...domains, ...baitHosts(bait), ...sites];
}

/** Where what looks like phishing leads; whose machine that is, and whether it took part, is not shown by it. */
function baitHosts(bait: BaitLook | null): DiamondFact[] {
  const leading = (bait?.findings ?? []).flatMap(({ id, hosts, attack }) =>
    [...new Set(hosts)].map((host) => ({ id, host, attack })),
  );
  return [...Map.groupBy(leading, ({ host }) => host)]
    .sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
    .slice(0, MOST_HOSTS)
    .map(([host, found]) =>
      fact('bait-host', 'trace', {
        items: found.map(({ id }) => id),
        count: found.length,
        detail: { host },
        // A link is not a domain that was bought: only signs of a look-alike say so.
        techniques: hostTechniques(found.some(({ attack }) => attack.includes('T1583.001'))),
      }),
    );
}

function hostTechniques(isLookalike: boolean): CataloguedTechnique[] {
  const link = technique('attack', 'T1566.002');
  return isLookalike ? [link, technique('attack', 'T1583.001')] : [link];
}

/** As DISARM codes its own account of this leak (incident I00104): posts direct users elsewhere, to a board, a paste, files. */
const HOSTING: Readonly<Record<string, string>> = {
  'image-board': 'T0151.012',
  paste: 'T0152.005',
  'file-sharing': 'T0152.010',
};

function siteTechniques(kind: string): CataloguedTechnique[] {
  const hosting = HOSTING[kind];
  return hosting === undefined ? [] : [technique('disarm', 'T0122'), technique('disarm', hosting)];
}

function victim({ store, facts }: DiamondGround): DiamondFact[] {
  const { items } = store.totals();
  const inputs = store.inputs().filter(({ role }) => role === 'leak');
  const domains = facts.senderDomains
    .slice(0, MOST_DOMAINS)
    .map(([domain, messages]) => fact('sender-domain', 'trace', { count: messages, detail: { domain } }));
  const held = { messages: items.message, items: items.total, inputs: inputs.length };
  return [fact('inputs', 'shown', { detail: held }), ...domains];
}

/** What shows a fact: the items, of which the first are kept, and how many there are. */
interface FactGround {
  readonly items?: readonly string[];
  readonly count?: number;
  readonly detail?: DiamondFact['detail'];
  readonly techniques?: readonly CataloguedTechnique[];
}

function fact(
  code: FactCode,
  strength: DiamondFact['strength'],
  { items = [], count = 0, detail = {}, techniques = [] }: FactGround = {},
): DiamondFact {
  return { code, strength, items: items.slice(0, MOST_ITEMS), count, detail, techniques };
}

/** The items of all these events, and how often they were seen. */
function seenIn(events: readonly OperationEvent[]): Required<Pick<FactGround, 'items' | 'count'>> {
  return {
    items: events.flatMap(({ items }) => items),
    count: events.reduce((sum, { count }) => sum + count, 0),
  };
}

function idsFound(store: CaseStore, query: string): string[] {
  return [...store.search(query, { role: 'leak', limit: MOST_ITEMS })].map(({ id }) => id);
}
