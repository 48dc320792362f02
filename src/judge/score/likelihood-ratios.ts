import type { Polarity } from '../../model/index.ts';

/**
 * Evidence that rests on the same thing and so is not independent: two signatures broken by one edit, a copy and
 * its quotation. Of each group only the strongest reason counts.
 */
export type EvidenceGroup =
  | 'archive'
  | 'signature'
  | 'other-signature'
  | 'sender'
  | 'clocks'
  | 'habits'
  | 'copies'
  | 'quotes'
  | 'files';

/**
 * Where a figure comes from. `rehearsal`: counted over exercises of the seeds 9001 to 9003 (1,000 messages each, the
 * development makers, four settings of keys and reference: 9,464 genuine or harmlessly changed items, 828 forged),
 * half a case added to each count. `cap`: rehearsals would say more, and more is not believed of them. `judgement`: too
 * few or no cases counted; cautious, and open to better figures. Anything else is a source.
 */
export type FigureSource = 'rehearsal' | 'cap' | 'judgement' | `RFC ${string}`;

/** What one reason does to the odds. */
export interface LikelihoodRatio {
  readonly code: string;
  readonly polarity: Polarity;
  readonly group: EvidenceGroup;
  /** How many times likelier the reason is on an item that is what it claims to be than on one that is not. */
  readonly ratio: number;
  /** The range it is believed to lie in. */
  readonly low: number;
  readonly high: number;
  readonly source: FigureSource;
}

/** Makers of an exercise are few and alike: no count of theirs is believed beyond this, nor its inverse. */
const CAP = 300;

/** The one table of figures behind the score. docs/verdicts.md is made from it. */
export const LIKELIHOOD_RATIOS: readonly LikelihoodRatio[] = [
  ...group('archive', [
    ['reference-identical-bytes', 'for', CAP, 50, 1000, 'cap'],
    ['reference-identical-canonical', 'for', 200, 40, 1000, 'rehearsal'],
    ['reference-other-links', 'for', 5, 0.5, 50, 'judgement'],
    ['reference-other-names', 'for', 50, 5, CAP, 'judgement'],
    ['reference-has-two', 'for', 3, 0.6, 10, 'judgement'],
    ['reference-differs-in-transit', 'for', 5, 1, 20, 'rehearsal'],
    ['reference-differs', 'against', 1 / CAP, 1 / 1000, 1 / 40, 'cap'],
    ['reference-absent', 'note', 0.6, 0.3, 1, 'rehearsal'],
  ]),
  ...group('signature', [
    ['dkim-aligned', 'for', 100, 8, CAP, 'judgement'],
    ['dkim-aligned-except', 'for', 25, 5, 100, 'rehearsal'],
    ['dkim-aligned-except-unknown', 'for', 7, 1, 30, 'rehearsal'],
    ['dkim-aligned-weak', 'for', 3, 0.6, 10, 'judgement'],
    ['dkim-recovered-key', 'for', 3, 0.8, 10, 'judgement'],
    ['key-missing', 'note', 1.2, 0.8, 1.5, 'rehearsal'],
    ['no-signature', 'note', 1, 0.7, 2.3, 'judgement'],
    ['published-key', 'note', 0.2, 0.02, 1, 'judgement'],
    ['short-key', 'note', 0.8, 0.2, 1, 'judgement'],
    ['unsigned-from', 'note', 0.8, 0.3, 1, 'judgement'],
    ['key-mismatch', 'note', 0.4, 0.05, 1, 'judgement'],
    ['key-mismatch', 'against', 1 / 50, 1 / CAP, 1 / 5, 'cap'],
    ['two-keys', 'against', 1 / 10, 1 / 100, 1 / 2, 'judgement'],
    ['header-changed', 'against', 1 / CAP, 1 / 1000, 1 / 20, 'cap'],
    ['header-good-body-changed', 'against', 1 / 70, 1 / CAP, 1 / 15, 'rehearsal'],
    ['body-hash-differs', 'against', 1 / 15, 1 / 100, 1 / 3, 'judgement'],
    ['text-added', 'against', 1 / 40, 1 / CAP, 1 / 8, 'cap'],
    ['field-added', 'against', 1 / 30, 1 / CAP, 1 / 5, 'judgement'],
    ['date-changed', 'against', 1 / CAP, 1 / 1000, 1 / 40, 'cap'],
    ['header-changed-in-transit', 'note', 0.9, 0.5, 1, 'judgement'],
    ['header-good-body-changed-in-transit', 'note', 0.9, 0.5, 1, 'judgement'],
    ['body-remade', 'note', 0.8, 0.3, 1, 'judgement'],
    ['links-rewritten', 'note', 0.8, 0.3, 1, 'judgement'],
    ['body-beyond-length', 'against', 1 / 30, 1 / CAP, 1 / 5, 'RFC 6376 section 8.2'],
    ['body-beyond-length', 'note', 0.8, 0.3, 1, 'judgement'],
    ['extra-from', 'against', 1 / CAP, 1 / 1000, 1 / 40, 'RFC 6376 section 8.15'],
    ['extra-subject', 'against', 1 / CAP, 1 / 1000, 1 / 40, 'RFC 6376 section 8.15'],
    ['extra-date', 'against', 1 / CAP, 1 / 1000, 1 / 40, 'RFC 6376 section 8.15'],
    ['extra-content-type', 'against', 1 / CAP, 1 / 1000, 1 / 40, 'RFC 6376 section 8.15'],
    ['exchanged-content-field', 'against', 1 / 30, 1 / CAP, 1 / 5, 'judgement'],
  ]),
  ...group('other-signature', [
    ['dkim-other-domain', 'for', 7, 2, 20, 'rehearsal'],
    ['google-signature', 'for', 7, 2, 20, 'judgement'],
    ['arc-chain-valid', 'for', 6, 2, 20, 'rehearsal'],
    ['stranger-signature', 'note', 0.6, 0.2, 1, 'judgement'],
  ]),
  ...group('sender', [
    ['lookalike-domain', 'against', 1 / 100, 1 / CAP, 1 / 20, 'cap'],
    ['other-address-shown', 'against', 1 / 40, 1 / CAP, 1 / 5, 'judgement'],
  ]),
  ...group('clocks', [
    ['clock-gap', 'against', 1 / 30, 1 / CAP, 1 / 4, 'cap'],
    ['impossible-queue-id', 'against', 1 / 3, 1 / 20, 1, 'judgement'],
  ]),
  ...group('habits', [
    ['habits-broken', 'against', 1 / 10, 1 / 100, 1 / 2, 'judgement'],
    ['habits-broken-together', 'against', 1 / 20, 1 / CAP, 1 / 3, 'cap'],
    ['unsigned-unlike-others', 'against', 1 / 15, 1 / 100, 1 / 2, 'judgement'],
    ['untraced-unlike-others', 'against', 1 / 15, 1 / 100, 1 / 2, 'judgement'],
    ['selector-unlike-others', 'against', 1 / 15, 1 / 100, 1 / 2, 'judgement'],
    ['habit-broken', 'note', 0.5, 0.2, 1, 'judgement'],
  ]),
  ...group('copies', [
    ['copies-agree', 'for', 100, 10, CAP, 'cap'],
    ['copy-other-names', 'note', 2, 0.5, 10, 'judgement'],
    ['copies-agree', 'note', 3, 1, 10, 'judgement'],
    ['same-id-other-content', 'against', 0.4, 0.25, 0.8, 'rehearsal'],
    ['authentic-copy-differs', 'against', 1 / 70, 1 / CAP, 1 / 10, 'cap'],
    ['copies-differ', 'against', 1 / 10, 1 / 100, 1 / 2, 'judgement'],
    ['near-copy', 'note', 0.3, 0.05, 1, 'judgement'],
  ]),
  ...group('quotes', [
    ['quoted-by-signed', 'for', 30, 3, 100, 'judgement'],
    ['quoted-by-computed', 'for', 10, 1, 50, 'judgement'],
    ['forwarded-by-signed', 'for', 30, 3, 100, 'judgement'],
    ['quoted-otherwise', 'against', 1 / 30, 1 / CAP, 1 / 5, 'cap'],
    ['quotes-otherwise', 'against', 1 / 20, 1 / CAP, 1 / 4, 'cap'],
    ['quoted-otherwise-outvoted', 'against', 1 / 20, 1 / CAP, 1 / 3, 'cap'],
    ['quotes-otherwise-outvoted', 'against', 1 / 20, 1 / CAP, 1 / 3, 'cap'],
    ['quoted-of-another', 'against', 0.2, 1 / 50, 1, 'judgement'],
    ['answered-under-other-subject', 'note', 0.7, 0.2, 1, 'judgement'],
    ['answered-before-sent', 'note', 0.5, 0.2, 1, 'judgement'],
    ['quoted-otherwise-open', 'note', 0.1, 0.03, 0.5, 'rehearsal'],
    ['quotes-otherwise-open', 'note', 0.3, 0.1, 0.8, 'rehearsal'],
    ['quoted-in-part', 'note', 0.6, 0.3, 1, 'rehearsal'],
  ]),
  ...group('files', [
    ['same-bytes-vouched', 'for', 50, 10, CAP, 'judgement'],
    ['same-words-vouched', 'for', 15, 3, 100, 'judgement'],
    ['document-altered', 'against', 1 / 50, 1 / CAP, 1 / 5, 'judgement'],
    ['document-changed-later', 'against', 1 / 20, 1 / CAP, 1 / 3, 'judgement'],
    ['saved-in-batch', 'note', 0.3, 0.1, 1, 'judgement'],
    ['saved-after-last-message', 'note', 0.3, 0.1, 1, 'judgement'],
  ]),
];

type Row = readonly [string, Polarity, ratio: number, low: number, high: number, FigureSource];

function group(name: EvidenceGroup, rows: readonly Row[]): readonly LikelihoodRatio[] {
  return rows.map(([code, polarity, ratio, low, high, source]) => ({
    code,
    polarity,
    group: name,
    ratio,
    low,
    high,
    source,
  }));
}
