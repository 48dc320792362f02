import type { Matrix } from '../../attribution/index.ts';
import type { CaseStore } from '../../case/index.ts';
import { LANGUAGES } from '../../model/index.ts';
import { ATTACK, type CataloguedTechnique, technique } from '../../show/techniques/index.ts';
import type { BaitLook } from './bait-look.ts';
import { type Diamond, type DiamondFact, type DiamondGround, type FactGround, fact } from './diamond-fact.ts';
import { infrastructure } from './diamond-infrastructure.ts';
import { MOST_ITEMS, type OperationEvent } from './event.ts';

/** What fits a corner of the picture; the pages of the workbench have all. */
const MOST_VALUES = 8;
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

function victim({ store, facts }: DiamondGround): DiamondFact[] {
  const { items } = store.totals();
  const inputs = store.inputs().filter(({ role }) => role === 'leak');
  const domains = facts.senderDomains
    .slice(0, MOST_DOMAINS)
    .map(([domain, messages]) => fact('sender-domain', 'trace', { count: messages, detail: { domain } }));
  const held = { messages: items.message, items: items.total, inputs: inputs.length };
  return [fact('inputs', 'shown', { detail: held }), ...domains];
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
