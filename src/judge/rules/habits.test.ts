import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HabitWay } from '../../examine/habits/sample.ts';
import type { ClockGap } from '../../model/index.ts';
import type { MessageEvidence } from '../evidence.ts';
import { isUnexplainedDay, judgeClocks } from './clocks.ts';
import { judgeHabits } from './habits.ts';

const GAP: ClockGap = {
  type: 'shown',
  source: 'gmail-boundary',
  seconds: 200_000,
  stamp: '2017-04-01T00:00:00.000Z',
  witnesses: 2,
  cause: null,
};

function evidence(ways: readonly HabitWay[], changes: Partial<MessageEvidence> = {}): MessageEvidence {
  const breaks = ways.map((way) => ({ way, usual: ['a'], seen: ['b'], of: 40 }));
  const habits = {
    breaks,
    lag: null,
    unsigned: null,
    untraced: null,
    otherSelector: null,
    namesake: null,
    hop: null,
  };
  return { clockGap: null, list: null, signatures: [], habits, ...changes } as MessageEvidence;
}

const verdictOf = (...given: Parameters<typeof evidence>) => judgeHabits(evidence(...given))[0]?.verdict;
const codeOf = (...given: Parameters<typeof evidence>) => judgeHabits(evidence(...given))[0]?.reason.code;

describe('judgeHabits', () => {
  it('remarks on one way, and decides nothing by several of one cause', () => {
    assert.equal(codeOf([]), undefined);
    assert.equal(codeOf(['route']), 'habit-broken');
    assert.equal(codeOf(['program', 'zone', 'identity']), 'habits-broken-together');
    assert.equal(verdictOf(['program', 'zone', 'identity']), 'unverified');
    assert.equal(verdictOf(['program', 'route']), 'unverified');
  });

  it('doubts three ways of two causes, not two', () => {
    assert.equal(verdictOf(['program', 'zone', 'route']), 'doubtful');
    assert.equal(verdictOf(['zone', 'unsigned']), 'unverified');
    assert.equal(codeOf(['zone', 'unsigned']), 'habits-broken-together');
  });

  it('doubts the one of two contradicting messages that breaks a habit', () => {
    const conflict = { other: 'r', role: 'quoted', weight: 'open', changes: [], witnesses: ['r'] } as const;
    const corroboration = { vouches: [], carriers: [], earlier: null, misnamed: null, conflicts: [conflict] };
    assert.equal(verdictOf(['unsigned', 'route'], { corroboration }), 'doubtful');
    assert.equal(verdictOf(['unsigned'], { corroboration }), 'unverified');
    assert.equal(verdictOf(['lag'], { corroboration }), 'unverified');
    assert.equal(verdictOf(['program'], { corroboration }), 'unverified');
    assert.equal(verdictOf([], { corroboration }), undefined);
  });

  it('counts a hidden clock of another day as a way', () => {
    assert.equal(verdictOf(['unsigned'], { clockGap: GAP }), 'doubtful');
    assert.equal(verdictOf(['lag'], { clockGap: GAP }), 'unverified');
    assert.equal(verdictOf(['zone'], { clockGap: GAP }), 'unverified');
    assert.equal(verdictOf(['zone', 'lag'], { clockGap: GAP }), 'unverified');
    assert.equal(verdictOf(['program', 'route'], { clockGap: { ...GAP, cause: 'queue' } }), 'unverified');
  });

  it('only tells where a list passed the message on', () => {
    assert.equal(codeOf(['program', 'zone', 'route'], { list: 'a.example' }), 'habit-broken');
  });
});

describe('clocks and the usual lag', () => {
  const lag = { seconds: 0, median: -200_100, bar: 900, count: 30, isUnusual: false };
  const usual = {
    breaks: [],
    lag,
    unsigned: null,
    untraced: null,
    otherSelector: null,
    namesake: null,
    hop: null,
  };

  it('takes a clock that is always wrong by so much for explained', () => {
    const known = evidence([], { clockGap: GAP, habits: usual });
    assert.equal(judgeClocks(known)[0]?.verdict, 'unverified');
    assert.equal(judgeClocks(known)[0]?.reason.detail.cause, 'habit');
    assert.equal(isUnexplainedDay(known), false);
    assert.equal(judgeClocks(evidence([], { clockGap: GAP }))[0]?.verdict, 'doubtful');
  });

  it('shows the usual lag and its error bar beside a gap that it does not explain', () => {
    const habits = { ...usual, lag: { ...lag, median: 3 } };
    const [vote] = judgeClocks(evidence([], { clockGap: GAP, habits }));
    assert.equal(vote?.verdict, 'doubtful');
    assert.deepEqual([vote?.reason.detail.usualLag, vote?.reason.detail.bar], [3, 900]);
  });
});
