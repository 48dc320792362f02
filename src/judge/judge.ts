import type { Judgement, Reason, Verdict } from '../model/index.ts';
import type { Difference, MessageEvidence } from './evidence.ts';
import { judgeClocks } from './rules/clocks.ts';
import { judgeCorroboration } from './rules/corroboration.ts';
import { judgeHabits } from './rules/habits.ts';
import { judgeHops } from './rules/hops.ts';
import { judgeLookalike } from './rules/lookalike.ts';
import { judgeMissingMarks } from './rules/missing-marks.ts';
import { judgeNamesake } from './rules/namesake.ts';
import { judgeOtherSelector } from './rules/other-selector.ts';
import { judgeReference } from './rules/reference.ts';
import { judgeShownAddress } from './rules/shown-address.ts';
import { judgeSiblings } from './rules/siblings.ts';
import { judgeSignature, withoutSignature } from './rules/signature.ts';
import { judgeTwoKeys } from './rules/two-keys.ts';
import type { Vote } from './rules/vote.ts';

/**
 * The verdict on one message. Pure: the same evidence always gives the same verdict. docs/verdicts.md states
 * the rules in words; the order of precedence is the order of this function.
 */
export function judgeMessage(evidence: MessageEvidence): Judgement {
  const votes = [
    judgeReference(evidence),
    ...evidence.signatures.map((signature) => judgeSignature(signature, evidence)),
    ...withoutSignature(evidence),
    ...judgeCopies(evidence),
    ...judgeSiblings(evidence),
    ...judgeClocks(evidence),
    ...judgeLookalike(evidence),
    ...judgeShownAddress(evidence),
    ...judgeNamesake(evidence),
    ...judgeTwoKeys(evidence),
    ...judgeCorroboration(evidence),
    ...judgeHabits(evidence),
    ...judgeMissingMarks(evidence),
    ...judgeOtherSelector(evidence),
    ...judgeHops(evidence),
  ];
  return { verdict: decide(votes, isUnsignedInArchive(evidence)), reasons: reasonsOf(votes) };
}

function isUnsignedInArchive({ reference }: MessageEvidence): boolean {
  return reference.type === 'identical' && reference.isUnsignedThere === true;
}

/**
 * The victim's own archive decides before any signature: it holds what was really there, while a key can be
 * stolen. Then what speaks for a change decides before what speaks for the message, except that one intact
 * anchored signature explains the breakage of another (lists break the author's and add their own).
 */
function decide(votes: readonly Vote[], isUnsignedThere: boolean): Verdict {
  const final = votes.find((vote) => vote.decisive);
  const isPlanted = isUnsignedThere && isUnlikeOthers(votes);
  if (final?.verdict === 'authentic' && (isPlanted || isOtherThanSigned(votes))) return 'corroborated';
  if (final !== undefined) return final.verdict;
  // Where the archive shows what was put in on the way, a signature broken by it says nothing more.
  const explained = votes.some((vote) => vote.reason.code === 'reference-differs-in-transit');
  const counted = explained ? votes.filter((vote) => !BROKEN_ON_THE_WAY.has(vote.reason.code)) : votes;
  const has = (verdict: Verdict) => counted.some((vote) => vote.verdict === verdict);
  const shownIsNotSigned = votes.some((vote) => vote.verdict === 'altered' && vote.reason.weight >= CERTAIN);
  if (shownIsNotSigned) return 'altered';
  if (has('authentic')) return has('doubtful') ? 'doubtful' : 'authentic';
  if (has('altered')) return 'altered';
  if (has('doubtful')) return 'doubtful';
  return has('corroborated') ? 'corroborated' : 'unverified';
}

/**
 * The archive has it as it lies, and its sender's own signature says that it was otherwise. Attack: whoever reads a mailbox for
 * weeks can put something into it as well, or edit what lies there; so the archive's word is one against another.
 */
function isOtherThanSigned(votes: readonly Vote[]): boolean {
  return votes.some(({ verdict, reason }) => verdict === 'altered' && SAYS_OTHERWISE.has(reason.code));
}

/**
 * The archive has it, and its sender's server would have signed it, or left its traces. Attack: mail that was never sent is
 * written into a mailbox, where an archive of that mailbox finds it.
 */
function isUnlikeOthers(votes: readonly Vote[]): boolean {
  return votes.some(({ reason }) => LACKS_MARKS.has(reason.code));
}

const LACKS_MARKS = new Set(['unsigned-unlike-others', 'untraced-unlike-others']);

const SAYS_OTHERWISE = new Set([
  ...['header-changed', 'header-good-body-changed', 'text-added', 'field-added', 'date-changed'],
  ...['extra-from', 'extra-subject', 'extra-date', 'extra-content-type'],
]);

const BROKEN_ON_THE_WAY = new Set(['header-changed', 'header-good-body-changed', 'text-added']);

/** A reason of this weight is not explained away by another signature. */
const CERTAIN = 95;

/**
 * An exact copy of a message (the same words, people, date and attachments) that was judged authentic shares
 * its content, though not its headers: a sent copy without signature, an export that broke one. Reasons that
 * stand by themselves are not outvoted: what the archive says, and fields a reader sees that nobody signed.
 */
export function vouchByCopy(
  judgement: Judgement,
  copies: readonly { readonly id: string; readonly verdict: Verdict }[],
): Judgement {
  const authentic = copies.find((copy) => copy.verdict === 'authentic');
  if (authentic === undefined || STANDING.has(judgement.verdict)) return judgement;
  if (judgement.reasons.some(({ polarity, weight }) => polarity === 'against' && weight >= CERTAIN))
    return judgement;
  const detail = { copies: [authentic.id], from: authentic.id };
  const reason: Reason = { code: 'copies-agree', polarity: 'for', weight: 65, detail };
  const others = judgement.reasons.filter(({ code }) => code !== 'copies-agree');
  return { verdict: 'corroborated', reasons: [reason, ...others].sort((a, b) => b.weight - a.weight) };
}

/** A copy in every word, with other names of files, links or answers than the authentic one: nothing vouches for these. */
export function copyOtherwiseNamed(
  judgement: Judgement,
  other: string,
  differences: readonly Difference[],
): Judgement {
  const detail = { other, parts: [...new Set(differences.map(({ part }) => part))], differences };
  const reason: Reason = { code: 'copy-other-names', polarity: 'note', weight: 22, detail };
  const reasons = [reason, ...judgement.reasons].sort((a, b) => b.weight - a.weight);
  return { verdict: judgement.verdict, reasons };
}

const STANDING: ReadonlySet<Verdict> = new Set(['authentic', 'corroborated']);

function judgeCopies(evidence: MessageEvidence): readonly Vote[] {
  const votes: Vote[] = [];
  if (evidence.copies.length > 0) {
    const detail = { copies: evidence.copies.slice(0, MOST_IDS) };
    votes.push(note({ code: 'copies-agree', polarity: 'note', weight: 10, detail }));
  }
  return votes;
}

const MOST_IDS = 10;

function note(reason: Reason): Vote {
  return { verdict: 'unverified', decisive: false, reason };
}

/** In falling order of weight; what is said twice (two signatures by one key) is said once. */
function reasonsOf(votes: readonly Vote[]): readonly Reason[] {
  const firsts = new Map<string, Reason>();
  const written = new Set<string>();
  const reasons: Reason[] = [];
  for (const { reason, also } of votes) {
    for (const each of [reason, ...(also ?? [])]) {
      if (each.code === '') continue;
      const first = firsts.get(each.code);
      if (first === undefined) {
        firsts.set(each.code, each);
      } else {
        // Written out only where a code comes again: few do.
        written.add(JSON.stringify(first));
        const key = JSON.stringify(each);
        if (written.has(key)) continue;
        written.add(key);
      }
      reasons.push(each);
    }
  }
  return reasons.sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
