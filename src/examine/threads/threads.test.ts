import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findThreads, type ThreadInput } from './threads.ts';

function message(row: number, changes: Partial<ThreadInput> = {}): ThreadInput {
  const date = new Date(Date.UTC(2017, 3, 1) + row * 3_600_000).toISOString();
  const base = { messageId: `${row}@x`, inReplyTo: [], references: [], subject: `Subject ${row}` };
  return { row, id: `id${row}`, date, ...base, ...changes };
}

describe('findThreads', () => {
  it('joins replies over parents that are not there', () => {
    const threads = findThreads([
      message(1, { references: ['missing@x'] }),
      message(2, { inReplyTo: ['missing@x'] }),
      message(3),
    ]);
    assert.equal(threads.get(1), 'id1');
    assert.equal(threads.get(2), 'id1');
    assert.equal(threads.get(3), 'id3');
  });

  it('follows a chain of any depth and names it after its earliest message', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) =>
      message(i + 1, { inReplyTo: i === 0 ? [] : [`${i}@x`] }),
    );
    const threads = findThreads(chain.reverse());
    assert.deepEqual(new Set(threads.values()), new Set(['id1']));
  });

  it('puts a reply without references to its subject, near in time only', () => {
    const near = message(2, { subject: 'RE: AW: Budget of the campaign' });
    const far = message(3, { subject: 'Re: Budget of the campaign', date: '2017-09-01T00:00:00.000Z' });
    const threads = findThreads([message(1, { subject: 'Budget of the campaign' }), near, far]);
    assert.equal(threads.get(2), 'id1');
    assert.equal(threads.get(3), 'id3');
  });

  it('knows the marks of replies in other languages, behind forwards and tags of lists', () => {
    const subjects = ['Re[2]: ', 'Réf. : ', 'Re: TR: ', '[list] AW: ', 'RE: [list] Fwd: ', '回复：', 'Odp: '];
    const replies = subjects.map((mark, i) => message(i + 2, { subject: `${mark}Budget of the campaign` }));
    const forward = message(99, { subject: 'TR: Budget of the campaign' });
    const threads = findThreads([message(1, { subject: 'Budget of the campaign' }), ...replies, forward]);
    for (const { row, subject } of replies) assert.equal(threads.get(row), 'id1', subject);
    assert.equal(threads.get(99), 'id99', 'a forward answers nobody');
    findThreads([message(1, { subject: 'Re: '.repeat(100_000) })]);
  });

  it('does not join strangers by a short subject', () => {
    const threads = findThreads([message(1, { subject: 'Hello' }), message(2, { subject: 'Re: Hello' })]);
    assert.equal(threads.get(2), 'id2');
  });

  it('does not depend on the order of reading', () => {
    const all = [message(1), message(2, { references: ['1@x'] }), message(3, { references: ['2@x', '1@x'] })];
    assert.deepEqual(
      new Map([...findThreads(all)].sort()),
      new Map([...findThreads(all.toReversed())].sort()),
    );
  });
});
