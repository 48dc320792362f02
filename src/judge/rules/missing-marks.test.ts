import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MessageEvidence } from '../evidence.ts';
import { judgeMissingMarks } from './missing-marks.ts';

const NOTHING = {
  breaks: [],
  lag: null,
  unsigned: null,
  untraced: null,
  otherSelector: null,
  namesake: null,
  hop: null,
};
const codesOf = (habits: Partial<MessageEvidence['habits']>, signatures: readonly Signature[] = []) =>
  judgeMissingMarks({ habits: { ...NOTHING, ...habits }, signatures } as unknown as MessageEvidence).map(
    ({ verdict, reason }) => `${verdict} ${reason.code}`,
  );
type Signature = MessageEvidence['signatures'][number];

describe('judgeMissingMarks', () => {
  it('doubts a message without the signature that twenty others bear, and not where fewer do', () => {
    assert.deepEqual(codesOf({ unsigned: { signed: 20, unsigned: 1 } }), ['doubtful unsigned-unlike-others']);
    assert.deepEqual(codesOf({ unsigned: { signed: 19, unsigned: 0 } }), []);
    assert.deepEqual(codesOf({}), []);
  });

  it('doubts a message with neither traces nor signature where its sender has both', () => {
    const untraced = { traced: 5, signed: 5, inFolder: 100, untracedInFolder: 1 };
    assert.deepEqual(codesOf({ untraced }), ['doubtful untraced-unlike-others']);
    assert.deepEqual(codesOf({ untraced: { ...untraced, signed: 1 } }), [], 'the sender does not sign');
    assert.deepEqual(codesOf({ untraced }, [{} as Signature]), [], 'signed: that decides');
  });
});
