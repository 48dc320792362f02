import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { postgresForTests } from '../../../test/postgres/for-tests.ts';
import { sha256 } from './part-table.ts';

const postgres = await postgresForTests();
const now = (): Date => new Date(0);

describe('pieces of passes in PostgreSQL', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());
  const [ana, ben] = [randomUUID(), randomUUID()];
  const opened = () => postgres.open({ name: 'pieces', as: 'lead', now, create: true });
  const asked = Array.from({ length: 45 }, (_, at) => ({ key: sha256(`piece ${at}`), piece: `[${at}]` }));

  it('are given to one at a time, in order, and their results kept in the order asked for', () => {
    const store = opened();
    const { parts } = store;
    const common = parts.addCommon('{"a":1}');
    assert.equal(parts.addCommon('{"a":1}'), common);
    assert.equal(parts.common(common), '{"a":1}');
    parts.add('survey', common, asked);
    parts.add('survey', common, asked);
    assert.deepEqual(parts.count('survey'), { pending: 45, done: 0 });
    assert.equal(parts.claim(ana, 60, 'worker', ['other']), null);
    const [first, second] = [
      parts.claim(ana, 60, 'worker', ['survey']),
      parts.claim(ben, 60, 'worker', ['survey']),
    ];
    assert.deepEqual([first?.piece, second?.piece], ['[0]', '[1]']);
    assert.deepEqual(first, { key: sha256('piece 0'), part: 'survey', common, piece: '[0]' });
    assert.equal(parts.isHeld(ana, sha256('piece 0')), true);
    assert.equal(parts.isHeld(ana, sha256('piece 1')), false);
    assert.equal(parts.renew(ben, sha256('piece 0'), 60), false);
    parts.finish(sha256('piece 0'), '"found"');
    assert.equal(parts.isHeld(ana, sha256('piece 0')), false);
    const keys = [sha256('piece 1'), sha256('piece 0'), ...asked.slice(20).map(({ key }) => key)];
    assert.deepEqual([...parts.found(keys)].slice(0, 3), [null, '"found"', null]);
    parts.remove('all');
    assert.deepEqual(parts.count(null), { pending: 0, done: 0 });
    assert.equal(parts.common(common), null);
    store.close();
  });

  it('go to another when who held them is silent, and to the lead alone after three deaths', () => {
    const store = opened();
    const { parts } = store;
    parts.add('survey', 'none', asked.slice(0, 1));
    for (let death = 0; death < 3; death++) {
      assert.equal(parts.claim(ana, 0, 'worker', ['survey'])?.piece, '[0]', `${death} deaths`);
    }
    assert.equal(parts.claim(ben, 60, 'worker', ['survey']), null);
    assert.equal(parts.isHeld(ana, sha256('piece 0')), true);
    assert.equal(parts.claim(ben, 60, 'lead', ['survey'])?.piece, '[0]');
    assert.equal(parts.isHeld(ana, sha256('piece 0')), false);
    parts.release(ben);
    assert.equal(parts.claim(ben, 60, 'lead', ['survey'])?.piece, '[0]');
    // What is held is nobody else's, but for a lead that has waited for it long enough.
    assert.equal(parts.claim(ana, 60, 'lead', ['survey']), null);
    assert.equal(parts.claim(ana, 60, 'lead', ['survey'], 61)?.piece, '[0]');
    assert.equal(parts.isHeld(ben, sha256('piece 0')), false);
    parts.remove(['survey']);
    assert.equal(parts.isHeld(ben, sha256('piece 0')), false);
    store.close();
  });

  it('are known by what the case had read when they were asked for', () => {
    const store = opened();
    const before = store.parts.stateOfReading();
    assert.equal(store.parts.stateOfReading(), before);
    store.addTasks([{ key: 'k', kind: 'walk', payload: {} }]);
    const after = store.parts.stateOfReading();
    assert.notEqual(after, before);
    store.addKeys([
      {
        domain: 'a.example',
        selector: 's',
        record: 'v=DKIM1; p=',
        trust: 'owner',
        source: 't',
        firstSeen: null,
        lastSeen: null,
      },
    ]);
    assert.notEqual(store.parts.stateOfReading(), after);
    store.close();
  });
});
