import { type Matrix, type Standing, standingOf } from '../../attribution/index.ts';
import type { CaseStore } from '../../case/index.ts';
import type { Election } from '../../silence/index.ts';
import type { BaitLook } from './bait-look.ts';
import { type CaseFacts, caseFacts } from './case-facts.ts';
import { diamond } from './diamond.ts';
import type { Diamond } from './diamond-fact.ts';
import { type OperationEvent, STAGES } from './event.ts';
import { baitEvents, phishingEvents, saveEvents, theftEvents } from './item-events.ts';
import { caseEvents, postEvents, silenceEvents, toldEvent } from './outside-events.ts';
import type { PostFacts } from './posts.ts';

/** What the case cannot know and whoever asks may say. */
export interface Told {
  /** When the leak came out, ISO 8601. */
  readonly published: string | null;
  /** When a statement was made. */
  readonly statement: string | null;
  readonly election: Election | null;
  readonly matrix: Matrix | null;
}

/** What lies beside the items of the case: null where there is none, or nobody looked. */
export interface Found {
  readonly posts: PostFacts | null;
  readonly bait: BaitLook | null;
}

export interface Operation {
  readonly facts: CaseFacts;
  /** Whether anybody looked for phishing. */
  readonly baitLooked: boolean;
  /** In order of time, what has none last. */
  readonly events: readonly OperationEvent[];
  readonly diamond: Diamond;
  readonly standing: Standing | null;
}

/** The time line and the diamond of the operation, from the case and from what was told, each told apart. */
export function operation(store: CaseStore, { posts, bait }: Found, told: Told): Operation {
  const facts = caseFacts(store);
  const findings = store.traceFindings();
  const windows = findings?.windows ?? [];
  const first = posts === null ? null : new Date(posts.volume.first).toISOString();
  const events = [
    ...baitEvents(store, facts),
    ...phishingEvents(bait),
    ...theftEvents(facts, told.published ?? first),
    ...saveEvents(windows, findings?.late ?? []),
    ...toldEvent('publication', 'published', told.published),
    ...(posts === null ? [] : postEvents(posts)),
    ...toldEvent('statement', 'statement', told.statement),
    ...silenceEvents(told.election),
    ...caseEvents(store),
  ].sort(inOrder);
  const standing = told.matrix === null ? null : standingOf(told.matrix);
  return {
    facts,
    baitLooked: bait !== null,
    events,
    diamond: diamond({ store, facts, bait, events, windows, posts, matrix: told.matrix, standing }),
    standing,
  };
}

/** Wall clocks without a zone are set among the others as if they were UTC: by the day that is near enough. */
function inOrder(a: OperationEvent, b: OperationEvent): number {
  const [left, right] = [a.from ?? a.to ?? '9999', b.from ?? b.to ?? '9999'];
  if (left !== right) return left < right ? -1 : 1;
  return STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage);
}
