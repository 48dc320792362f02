import type { Anchor, Conflict, EarlierReply, QuoteFinding, Vouch } from '../../examine/corroborate/graph.ts';
import type { Judgement, SignatureResult } from '../../model/index.ts';
import type { Difference, MessageEvidence } from '../evidence.ts';
import type { Vote } from './vote.ts';

/** Of what a message says itself, so much must be quoted before the whole message is said to be vouched for. */
const WHOLE = 0.9;
/** Fewer words ("thanks, well received") are in thousands of messages: that they are quoted says little of this one. */
const LEAST_WORDS = 8;

/** The codes of support that covers words only: what else a message carries gets nothing from it. */
export const WORDS_ONLY: ReadonlySet<string> = new Set(['quoted-by-signed', 'quoted-by-computed']);

/**
 * What other messages of the leak say of this one's words, and what a verified forward says of a message it
 * carries. Support from another message is never more than `corroborated`, and only of what is quoted there; a
 * quotation is written by whoever replies, so other words in one speak against the message that nothing else
 * vouches for, and decide nothing where neither is verified.
 */
export function judgeCorroboration(evidence: MessageEvidence): readonly Vote[] {
  const { corroboration, list } = evidence;
  if (corroboration === null) return [];
  const { vouches, conflicts, carriers, earlier, misnamed } = corroboration;
  const isSigned = evidence.signatures.some(isSignedAsItLies);
  const { sibling } = evidence;
  const isContested =
    conflicts.length > 0 || (sibling?.isTelling === true && sibling.differences.some(isOfText));
  return [
    ...(vouches.length > 0 ? [quoted(vouches, isContested)] : []),
    ...conflicts.map((conflict) => differs(conflict, list !== null, isSigned)),
    ...(earlier === null ? [] : [answeredBefore(earlier)]),
    ...(misnamed === null ? [] : otherwiseNamed(misnamed)),
    ...(carriers.length > 0 ? [forwarded(carriers)] : []),
  ];
}

/** By the sender's own domain, as far as a computed key tells: its quotations stood in it when it was signed. */
function isSignedAsItLies({ kind, header, body, alignment, undone, key }: SignatureResult): boolean {
  if (kind !== 'dkim' || alignment === 'none' || key?.trust === 'published') return false;
  const kept = undone === null || undone.changes.every((change) => WORDS_KEPT.has(change));
  return header.type === 'good' && body.type === 'match' && kept;
}

const isOfText = ({ part }: Difference): boolean => part === 'body';

/**
 * A quotation vouches for the words it has. Where another text has other words than this one, be it for its own or for
 * what it quotes below them, it does not vouch for the whole.
 */
function quoted(vouches: readonly Vouch[], isContested: boolean): Vote {
  const [best] = vouches;
  const share = best?.share ?? 0;
  const isWhole = share >= WHOLE && !isContested && (best?.words ?? 0) >= LEAST_WORDS;
  const detail = {
    vouchers: vouches.map(({ id }) => id),
    sources: vouches.map(({ source }) => source),
    words: best?.words ?? 0,
    percent: Math.floor(100 * share),
    depth: best?.depth ?? 1,
  };
  const byKnown = vouches.some(({ isComputed }) => !isComputed);
  if (!isWhole) {
    const reason = { code: 'quoted-in-part', polarity: 'note', weight: 12, detail } as const;
    return { verdict: 'unverified', decisive: false, reason };
  }
  const [code, weight] = byKnown ? ['quoted-by-signed', 45] : ['quoted-by-computed', 40];
  return { verdict: 'corroborated', decisive: false, reason: { code, polarity: 'for', weight, detail } };
}

function differs(conflict: Conflict, onList: boolean, isSigned: boolean): Vote {
  const { other, role, weight, changes, witnesses } = conflict;
  const detail = { other, changes, witnesses, parts: ['body'] };
  const code = role === 'quoted' ? 'quoted-otherwise' : 'quotes-otherwise';
  // On lists people cut what they quote down to the line they answer, and add their "Reviewed-by" to it.
  const isTrimmed = onList && changes.every(({ before, after }) => before === '' || after === '');
  // Whoever is outvoted by texts that nothing verifies has the better of them with a signature over the words.
  const isOutranked = weight === 'outvoted' && isSigned;
  if (weight === 'open' || isTrimmed || isOutranked) {
    return {
      verdict: 'unverified',
      decisive: false,
      reason: { code: `${code}-open`, polarity: 'note', weight: 16, detail },
    };
  }
  const isVerified = weight === 'against-verified';
  return {
    verdict: 'doubtful',
    decisive: false,
    reason: {
      code: isVerified ? code : `${code}-outvoted`,
      polarity: 'against',
      weight: isVerified ? 62 : 52,
      detail,
    },
  };
}

/**
 * A reply cannot be older than what it quotes. That its date is signed only says what its sender's clock showed, and
 * clocks are wrong by days more often than dates are changed: told, and nothing concluded.
 */
function answeredBefore({ id, seconds }: EarlierReply): Vote {
  const detail = { other: id, gap: seconds, parts: ['date'] };
  const reason = { code: 'answered-before-sent', polarity: 'note', weight: 16, detail } as const;
  return { verdict: 'unverified', decisive: false, reason };
}

/** That the words are known as somebody else's speaks against the From that stands here; another Subject is only told. */
function otherwiseNamed({ id, author, subject }: NonNullable<QuoteFinding['misnamed']>): readonly Vote[] {
  const told = (
    code: string,
    polarity: 'against' | 'note',
    weight: number,
    detail: Vote['reason']['detail'],
  ) => ({ verdict: 'unverified', decisive: false, reason: { code, polarity, weight, detail } }) as const;
  return [
    ...(author === null
      ? []
      : [told('quoted-of-another', 'against', 30, { other: id, address: author, parts: ['from'] })]),
    ...(subject === null
      ? []
      : [told('answered-under-other-subject', 'note', 14, { other: id, subject, parts: ['subject'] })]),
  ];
}

function forwarded(carriers: readonly string[]): Vote {
  return {
    verdict: 'corroborated',
    decisive: false,
    reason: { code: 'forwarded-by-signed', polarity: 'for', weight: 48, detail: { vouchers: carriers } },
  };
}

/** One of the many messages that a computed key verifies, in every word. */
function computedAnchorOf(reasons: Judgement['reasons']): Anchor | null {
  const found = reasons.find(({ code, detail }) => code === 'dkim-recovered-key' && detail.isOfMany === true);
  if (found === undefined) return null;
  const { changes } = found.detail;
  const isKept = !Array.isArray(changes) || changes.every((change) => WORDS_KEPT.has(String(change)));
  return isKept ? { standing: 'computed', source: String(found.detail.domain) } : null;
}

/** Changes undone outside the body, or that leave its words as they are. Footers and notices are words put in. */
const WORDS_KEPT = new Set([
  'line-ends',
  'trailing-space',
  'from-stuffing',
  'header-folding',
  'header-case',
  'content-fields',
  'reencoding',
  'charset',
  'recipient-order',
  'subject-tag',
  'list-fields',
  'from-munging',
  'link-rewriting',
]);

/**
 * Whether a message may vouch for others: it is authentic, and what makes it so covers every word of its text; or a computed
 * key that is its domain's by numbers verifies it. Null elsewhere: support by others is not handed on.
 */
export function anchorOf({ verdict, reasons }: Judgement): Anchor | null {
  if (verdict === 'corroborated') return computedAnchorOf(reasons);
  if (verdict !== 'authentic') return null;
  for (const { code, detail } of reasons) {
    if (code.startsWith('reference-identical')) return { standing: 'covered', source: 'archive' };
    if (code === 'dkim-aligned') return { standing: 'covered', source: String(detail.domain) };
    if (code !== 'dkim-aligned-except') continue;
    const changes: readonly unknown[] = Array.isArray(detail.changes) ? detail.changes : [];
    const kept = changes.every((change) => typeof change === 'string' && WORDS_KEPT.has(change));
    return { standing: kept ? 'covered' : 'verified', source: String(detail.domain) };
  }
  return { standing: 'verified', source: '' };
}
