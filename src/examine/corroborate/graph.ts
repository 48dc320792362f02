import type { QuotedChange } from '../quotes/changes.ts';
import type { QuoteComparison } from '../quotes/compare.ts';
import { type Witnesses, witnessesOf } from './witnesses.ts';

/**
 * How far a message's own text is vouched for before quotations are looked at.
 * - `covered`: verified, and what verifies it covers every word of its text: it may vouch.
 * - `verified`: verified with parts set aside (a footer): its words are not doubted, and it vouches for none.
 * - `computed`: covered by a signature whose key was computed from signatures of the leak, and is that of its domain as
 *   far as numbers tell: it may vouch, as one of many messages of one signer, and outweighs nothing.
 * - `open`: nothing verifies it.
 */
export type Standing = 'covered' | 'verified' | 'computed' | 'open';

/** By a key known from elsewhere, or the archive. */
export function isVerified(standing: Standing): boolean {
  return standing === 'covered' || standing === 'verified';
}

/** Whether a message may speak for others: a signature covers its text, under a known key or a computed one. */
export function mayVouch(standing: Standing): boolean {
  return standing === 'covered' || standing === 'computed';
}

/** What stands behind a message before others are asked. */
export interface Anchor {
  readonly standing: Exclude<Standing, 'open'>;
  /** The signing domain, or `archive`. */
  readonly source: string;
}

/** One text under one Message-ID: all copies with the same content are one. */
export interface QuoteNode {
  readonly id: string;
  /** The copy to name: the one that is verified, else the first. */
  readonly shown: string;
  readonly messageId: string | null;
  readonly standing: Standing;
  /** Who vouches when it does: a signing domain, or `archive`. Vouchers of one source count once. */
  readonly source: string;
  readonly sender: string;
  /** The date it shows, milliseconds since 1970; null when unreadable. */
  readonly time: number | null;
}

/** A message that quotes another, and how its quotation compares with what lies in the leak. */
export interface QuoteEdge {
  readonly reply: QuoteNode;
  readonly parent: QuoteNode;
  readonly comparison: QuoteComparison;
  /** Levels between them: 1 for a reply to the parent, 2 for a reply to a reply. */
  readonly depth: number;
  /** Whoever replied can have had the parent before them; a stranger's quotation is worth what anybody's word is. */
  readonly isParty: boolean;
  /** What the reply says of the parent that its header does not; null where nothing shows. */
  readonly misnamed: Misnamed | null;
}

/** Whom, or under which Subject, a reply quotes, where the header of what it quotes says otherwise. */
export interface Misnamed {
  readonly author: string | null;
  readonly subject: string | null;
}

/** A message that quotes this one and may speak for it. */
export interface Vouch {
  readonly id: string;
  readonly source: string;
  readonly depth: number;
  /** Words quoted, and their share of what the vouched-for message says itself. */
  readonly words: number;
  readonly share: number;
  /** By a key that was computed. */
  readonly isComputed: boolean;
}

/** Two messages of which one quotes the other otherwise than it says. */
export interface Conflict {
  readonly other: string;
  /** Which of the two this message is. */
  readonly role: 'quoted' | 'quoting';
  /**
   * - `against-verified`: the other one is verified over these words, and this one is not.
   * - `outvoted`: nothing is verified, and two or more independent messages have the other words.
   * - `open`: one word against another.
   */
  readonly weight: 'against-verified' | 'outvoted' | 'open';
  /** As the other one has it (`before`) and as it stands here (`after`). */
  readonly changes: readonly QuotedChange[];
  /** Messages that agree with the other one, the other itself included. */
  readonly witnesses: readonly string[];
}

/** A verified message that quotes this one and is dated before it. */
export interface EarlierReply {
  readonly id: string;
  /** From the reply's date to the later one shown here. */
  readonly seconds: number;
}

/** What quotations say of one message. */
export interface QuoteFinding {
  /** A verified message that has its words, as somebody else's or under another Subject. */
  readonly misnamed: (Misnamed & { readonly id: string }) | null;
  readonly vouches: readonly Vouch[];
  readonly conflicts: readonly Conflict[];
  readonly earlier: EarlierReply | null;
}

/** A quotation that is mostly something else, or that differs all over, was rewritten rather than touched. */
const LEAST_FAITHFUL = 0.6;
/** Places at which words were exchanged. */
const MOST_PLACES = 3;

function isTouched({ ofOwn, ofQuoted, replaced }: QuoteComparison): boolean {
  return Math.max(ofOwn, ofQuoted) >= LEAST_FAITHFUL && replaced.length <= MOST_PLACES;
}

// A message quoted a thousand times needs no thousand reasons; each stands for a source of its own.
const MOST_VOUCHES = 5;
/** Conflicts told of one message. */
const MOST_CONFLICTS = 5;
/** Against one text, this many independent ones are needed. */
const WITNESSES_TO_OUTVOTE = 2;

/**
 * What quotations say of each text, by its id. Support is given by `covered` texts only and goes one step: who is
 * vouched for vouches for nobody, so there are no circles and nothing is counted twice.
 */
export function weighQuotations(edges: readonly QuoteEdge[]): ReadonlyMap<string, QuoteFinding> {
  const vouches = new Map<string, Vouch[]>();
  const conflicts = new Map<string, Conflict[]>();
  const earlier = new Map<string, EarlierReply>();
  const misnamed = new Map<string, Misnamed & { readonly id: string }>();
  const agreeing = witnessesOf(edges);
  for (const edge of edges) {
    const { reply, parent } = edge;
    if (edge.comparison.replaced.length > 0) addConflicts(edge, agreeing, conflicts);
    else if (outranks(reply.standing, parent.standing)) {
      if (!edge.isParty) continue;
      const found = earlierReply(edge);
      if (found !== null) earlier.set(parent.id, found);
      if (edge.misnamed !== null) misnamed.set(parent.id, { ...edge.misnamed, id: reply.shown });
      // Words that somebody else is said to have written are vouched for as theirs.
      if (edge.misnamed === null || edge.misnamed.author === null) addVouch(edge, vouches);
    }
  }
  const ids = new Set([...vouches.keys(), ...conflicts.keys(), ...earlier.keys(), ...misnamed.keys()]);
  return new Map([...ids].map((id) => [id, findingOf(id)] as const));

  function findingOf(id: string): QuoteFinding {
    return {
      vouches: vouches.get(id) ?? [],
      conflicts: conflicts.get(id) ?? [],
      earlier: earlier.get(id) ?? null,
      misnamed: misnamed.get(id) ?? null,
    };
  }
}

/** Whether one may vouch for another that has less behind it. */
function outranks(one: Standing, other: Standing): boolean {
  return mayVouch(one) && (other === 'open' || (one === 'covered' && other === 'computed'));
}

/** Clocks of senders are wrong by hours, and zones by half a day; beyond it one of the two dates is not true. */
const LEAST_EARLIER_MS = 86_400_000;

function earlierReply({ reply, parent }: QuoteEdge): EarlierReply | null {
  if (reply.time === null || parent.time === null) return null;
  const gap = parent.time - reply.time;
  return gap < LEAST_EARLIER_MS ? null : { id: reply.shown, seconds: Math.round(gap / 1000) };
}

function addVouch({ reply, parent, comparison, depth }: QuoteEdge, vouches: Map<string, Vouch[]>): void {
  const known = vouches.get(parent.id) ?? [];
  const { agreed: words, ofOwn: share } = comparison;
  const isComputed = reply.standing === 'computed';
  const vouch = { id: reply.shown, source: reply.source, depth, words, share, isComputed };
  const rest = known.filter(({ source }) => source !== vouch.source);
  const same = known.find(({ source }) => source === vouch.source);
  const kept = same === undefined || same.share < share ? [...rest, vouch] : known;
  vouches.set(parent.id, kept.sort((a, b) => b.share - a.share).slice(0, MOST_VOUCHES));
}

function addConflicts(edge: QuoteEdge, agreeing: Witnesses, conflicts: Map<string, Conflict[]>): void {
  const { reply, parent } = edge;
  // Both verified: the one who replied changed the quotation before signing. Nobody is in doubt.
  if (isVerified(reply.standing) && isVerified(parent.standing)) return;
  const add = (to: QuoteNode, conflict: Conflict) => {
    const known = conflicts.get(to.id) ?? [];
    if (known.length < MOST_CONFLICTS) conflicts.set(to.id, [...known, conflict]);
  };
  const forReply = agreeing.parentSide(edge);
  const forParent = agreeing.replySide(edge);
  const { replaced } = edge.comparison;
  const weigh = (other: QuoteNode, isOutvoted: boolean): Conflict['weight'] => {
    if (!isTouched(edge.comparison)) return 'open';
    if (other === reply && reply.standing === 'covered' && !edge.isParty) return 'open';
    if (other.standing === 'covered') return 'against-verified';
    return isOutvoted ? 'outvoted' : 'open';
  };
  if (!isVerified(reply.standing)) {
    const weight = weigh(parent, outvotes(forReply, forParent));
    add(reply, { other: parent.shown, role: 'quoting', weight, changes: replaced, witnesses: forReply });
  }
  if (!isVerified(parent.standing)) {
    const weight = weigh(reply, outvotes(forParent, forReply));
    const changes = replaced.map(({ before, after, behind }) => ({ before: after, after: before, behind }));
    add(parent, { other: reply.shown, role: 'quoted', weight, changes, witnesses: forParent });
  }
}

function outvotes(many: readonly string[], few: readonly string[]): boolean {
  return many.length >= WITNESSES_TO_OUTVOTE && few.length === 1;
}
