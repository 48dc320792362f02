import type { SignatureResult } from '../../src/model/index.ts';

export type Oracle = 'mailauth' | 'dkimpy';

/** A known way in which an oracle and Tamis differ; docs/dkim-disagreements.md has one row for each. */
export interface Disagreement {
  readonly code: string;
  readonly oracle: Oracle;
  readonly applies: (ours: SignatureResult, theirs: string) => boolean;
}

/** What the oracle should say if it saw the same facts. `theirs` is its result and comment in one string. */
export function agrees(oracle: Oracle, ours: SignatureResult, theirs: string): boolean {
  const header = ours.header.type;
  const body = ours.body.type;
  if (header === 'good' && body === 'match') return theirs.startsWith('pass');
  if (oracle === 'mailauth') {
    if (body === 'mismatch') return theirs.includes('body hash did not verify');
    if (header === 'not-checkable') return ours.header.why === 'no-key' && theirs.includes('no key');
    return theirs.startsWith('fail bad signature');
  }
  if (body === 'mismatch' && theirs.includes('body hash mismatch')) return true;
  return theirs.startsWith('fail');
}

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    code: 'mailauth-expired',
    oracle: 'mailauth',
    applies: (ours, theirs) => ours.expired && theirs === 'neutral expired',
  },
  {
    code: 'mailauth-key-problem',
    oracle: 'mailauth',
    applies: ({ header }) =>
      header.type === 'not-checkable' && /^(?:bad-key-record|key-|unknown-key-type)/.test(header.why),
  },
  {
    code: 'mailauth-missing-bh',
    oracle: 'mailauth',
    applies: ({ header }, theirs) =>
      header.type === 'not-checkable' && header.why === 'missing-tag-bh' && theirs.includes('body hash'),
  },
  {
    code: 'mailauth-no-body',
    oracle: 'mailauth',
    applies: ({ body }, theirs) =>
      body.type === 'not-checkable' && body.why === 'no-body' && theirs.includes('body hash did not verify'),
  },
  {
    code: 'mailauth-passed-over',
    oracle: 'mailauth',
    applies: ({ header }, theirs) =>
      header.type === 'not-checkable' && header.why.startsWith('unknown-') && theirs.startsWith('none'),
  },
  {
    code: 'mailauth-key-limits',
    oracle: 'mailauth',
    applies: ({ header }, theirs) =>
      header.type === 'good' && /^neutral (?:inappropriate hash algorithm|key not for email)/.test(theirs),
  },
  {
    code: 'mailauth-unsigned-from',
    oracle: 'mailauth',
    applies: ({ weaknesses }, theirs) =>
      weaknesses.includes('unsigned-from') && theirs === 'neutral From field not signed',
  },
  {
    code: 'mailauth-own-field',
    oracle: 'mailauth',
    applies: (ours, theirs) => namesOwnField(ours) && theirs === 'fail bad signature',
  },
  {
    code: 'mailauth-malformed-tag',
    oracle: 'mailauth',
    applies: ({ header }) =>
      header.type === 'not-checkable' && /^(?:duplicate-tag-|bad-tag-l$)/.test(header.why),
  },
  {
    code: 'mailauth-final-dot',
    oracle: 'mailauth',
    applies: ({ header, key }, theirs) =>
      header.type === 'good' && key !== null && theirs === 'neutral no key',
  },
  {
    code: 'dkimpy-expired',
    oracle: 'dkimpy',
    applies: (ours, theirs) => ours.expired && theirs.includes('x= value is past'),
  },
  {
    code: 'dkimpy-version',
    oracle: 'dkimpy',
    applies: ({ weaknesses }, theirs) =>
      (weaknesses.includes('no-version') && theirs.includes("missing b'v'")) ||
      (weaknesses.includes('other-version') && /v= value is not 1/.test(theirs)),
  },
  {
    code: 'dkimpy-query-method',
    oracle: 'dkimpy',
    applies: (_, theirs) => theirs.includes('q= value is not dns/txt'),
  },
  {
    code: 'dkimpy-identity',
    oracle: 'dkimpy',
    applies: ({ weaknesses }, theirs) =>
      weaknesses.includes('identity-mismatch') && theirs.includes('i= domain is not a subdomain'),
  },
  {
    code: 'dkimpy-key-type',
    oracle: 'dkimpy',
    applies: ({ header }, theirs) => header.type === 'good' && theirs.includes('UnknownKeyTypeError'),
  },
  {
    code: 'dkimpy-key-record',
    oracle: 'dkimpy',
    applies: ({ header, selector }, theirs) =>
      header.type === 'good' && theirs === 'fail' && LENIENT_RECORDS.has(selector),
  },
  {
    code: 'dkimpy-extra-from',
    oracle: 'dkimpy',
    applies: ({ weaknesses }, theirs) => weaknesses.includes('extra-from') && theirs === 'fail',
  },
  {
    code: 'dkimpy-own-field',
    oracle: 'dkimpy',
    applies: (ours, theirs) => namesOwnField(ours) && theirs === 'fail',
  },
  {
    code: 'dkimpy-times',
    oracle: 'dkimpy',
    applies: ({ weaknesses }, theirs) =>
      weaknesses.some((each) => /^(?:signed-in-future|bad-tag-[tx])$/.test(each)) &&
      /[tx]= value is (?:in the future|not a decimal integer)/.test(theirs),
  },
  {
    code: 'dkimpy-malformed',
    oracle: 'dkimpy',
    applies: ({ header }, theirs) =>
      header.type !== 'not-checkable' &&
      /MessageFormatError|unknown signature algorithm: b'RSA-|b= value is not valid base64/.test(theirs),
  },
  {
    code: 'dkimpy-length',
    oracle: 'dkimpy',
    applies: ({ header }, theirs) =>
      header.type === 'not-checkable' && header.why === 'bad-tag-l' && theirs === 'pass',
  },
  {
    code: 'dkimpy-error-for-unusable',
    oracle: 'dkimpy',
    applies: ({ header }, theirs) => header.type === 'not-checkable' && theirs.startsWith('error'),
  },
];

/** h= names DKIM-Signature, and there is no other than its own. */
function namesOwnField({ covered }: SignatureResult): boolean {
  return covered.some(({ name, at }) => name === 'dkim-signature' && at === null);
}

/** Of test/mail/made-up-signatures.ts: records with two semicolons, `k=RSA`, an empty `k=`, or a word that is no tag. */
const LENIENT_RECORDS = new Set(['semicolons', 'upper-case', 'empty-type', 'junk']);
