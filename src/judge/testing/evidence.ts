import type { SignatureResult } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import { judgeMessage } from '../judge.ts';

/** A key that an archive of keys holds. */
export const KEY = {
  trust: 'archive',
  source: 'test',
  algorithm: 'rsa',
  bits: 2048,
  firstSeen: null,
  lastSeen: null,
  fingerprint: '00',
  testing: false,
} as const;

/** An intact, aligned signature under a key that is known, but for the changes. */
export function signature(changes: Partial<SignatureResult> = {}): SignatureResult {
  return {
    kind: 'dkim',
    instance: null,
    domain: 'campaign.example',
    selector: 's1',
    algorithm: 'rsa-sha256',
    canonicalization: 'relaxed/relaxed',
    header: { type: 'good' },
    body: { type: 'match' },
    covered: [],
    uncovered: [],
    coveredBody: null,
    uncoveredBody: null,
    signedAt: null,
    expires: null,
    expired: false,
    alignment: 'strict',
    key: KEY,
    undone: null,
    weaknesses: [],
    ...changes,
  };
}

/** What is known of a message of which nothing is known, but for the changes. */
export function evidence(changes: Partial<MessageEvidence> = {}): MessageEvidence {
  return {
    rebuilt: false,
    attachments: 0,
    list: null,
    lookalike: null,
    shownAddress: null,
    strangers: [],
    clockGap: null,
    twoKeys: [],
    signatures: [],
    reference: { type: 'no-reference' },
    added: [],
    addedToReference: null,
    keysInUse: [],
    computedOfMany: [],
    sameIdOtherContent: [],
    sibling: null,
    corroboration: null,
    habits: null,
    copies: [],
    ...changes,
  };
}

/** The verdict on a message that bears these signatures and nothing else. */
export function verdictOf(...signatures: SignatureResult[]): string {
  return judgeMessage(evidence({ signatures })).verdict;
}
