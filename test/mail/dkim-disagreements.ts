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
    code: 'dkimpy-error-for-unusable',
    oracle: 'dkimpy',
    applies: ({ header }, theirs) => header.type === 'not-checkable' && theirs.startsWith('error'),
  },
];
