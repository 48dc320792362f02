import { makeMessage, makeRecord } from '../../../test/records.ts';
import type { Reason, SignatureResult } from '../../model/index.ts';
import { prepareItem } from '../index.ts';
import type { CaseStore } from '../store.ts';

/** Makes an empty store, and opens it again after `close`. */
export interface Implementation {
  readonly name: string;
  create(): CaseStore;
  reopen(store: CaseStore): CaseStore;
  read(store: CaseStore): CaseStore;
}

export const noon = '2017-05-05T12:00:00Z';
export const reason: Reason = {
  code: 'dkim-aligned',
  polarity: 'for',
  weight: 90,
  detail: { domain: 'a.example' },
};
export const signature: SignatureResult = {
  kind: 'dkim',
  instance: null,
  domain: 'example.org',
  selector: 's1',
  algorithm: 'rsa-sha256',
  canonicalization: 'relaxed/relaxed',
  header: { type: 'good' },
  body: { type: 'match' },
  covered: [{ name: 'from', at: { start: 0, end: 10 } }],
  uncovered: [],
  coveredBody: { start: 20, end: 30 },
  uncoveredBody: null,
  signedAt: 1,
  expires: null,
  expired: false,
  alignment: 'strict',
  key: null,
  undone: null,
  weaknesses: [],
};

/** A store with a mailbox, a signed message and its attachment, an archive that is closed, and a reference. */
export function filledStore(implementation: Implementation): CaseStore {
  const store = implementation.create();
  store.addItems(
    [
      makeRecord({
        path: 'd/box.mbox',
        kind: 'mailbox',
        children: { expected: 2, emitted: 1, failed: 0, skipped: 0 },
      }),
      makeMessage({
        path: 'd/box.mbox/#0',
        from: 'Amélie Dupont <amelie@example.org>',
        to: ['bob@example.net'],
        subject: 'Réunion',
        date: noon,
        text: 'Le budget de la campagne.',
        facts: {
          signatures: [signature],
          references: ['x@y'],
          inReplyTo: ['x@y'],
          list: 'l.example.org',
        },
        item: { parent: 'd/box.mbox', attachments: ['note.pdf'] },
      }),
      makeRecord({
        path: 'd/box.mbox/#0/note.pdf',
        parent: 'd/box.mbox/#0',
        kind: 'document',
        text: 'Budget',
      }),
      makeRecord({
        path: 'd/secret.zip',
        kind: 'archive',
        status: 'failed',
        failure: { code: 'encrypted', detail: 'It needs a password.' },
        locator: { type: 'file', path: '/dump/secret.zip', start: 0, end: 9 },
        defects: [{ code: 'trailing-bytes', at: { start: 1, end: 2 } }],
        facts: { comment: 'hello' },
      }),
    ].map((record) => prepareItem('leak', record)),
  );
  store.addItems([prepareItem('reference', makeMessage({ path: 'd/box.mbox/#0', subject: 'Own copy' }))]);
  return store;
}
