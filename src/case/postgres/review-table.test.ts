import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { postgresForTests } from '../../../test/postgres/for-tests.ts';
import { makeRecord } from '../../../test/records.ts';
import { verifyCustody } from '../custody.ts';
import { prepareItem } from '../prepare.ts';
import type { ReviewAction } from '../review/event.ts';
import { asCustody, type ReviewLog } from '../review/review-log.ts';
import { openReview } from '../review/review-store.ts';
import { itemReview } from '../review/state.ts';

const postgres = await postgresForTests();
const now = (): Date => new Date('2017-05-05T22:00:00Z');

function writer(review: ReviewLog, author: string, item = 'abcd') {
  return (base: number, action: ReviewAction) =>
    review.append({ author, session: `s-${author}`, item, base, action });
}

describe('the review of a case in PostgreSQL', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());
  const opened = (name: string, as: 'lead' | 'read' = 'read') =>
    postgres.open({ name, as, now, create: as === 'lead' });

  it('takes what several servers write, in one chain', () => {
    opened('several', 'lead').close();
    const [one, other] = [opened('several'), opened('several')];
    const [ann, bob] = [writer(one.openReview(), 'Ann'), writer(other.openReview(), 'Bob')];
    const note = String(ann(0, { type: 'note', text: 'first' }).number);
    ann(1, { type: 'edit-note', note, text: 'by Ann' });
    bob(1, { type: 'edit-note', note, text: 'by Bob' });
    bob(3, { type: 'tag', tag: 'To \u0000 ask' });
    assert.equal(one.openReview().version(), 4);
    const events = one.reviewEvents();
    assert.deepEqual(events, other.reviewEvents());
    assert.equal(verifyCustody(events.map(asCustody)).type, 'intact');
    assert.equal(itemReview(events).notes[0]?.beside[0]?.text, 'by Bob');
    const review = one.openReview();
    assert.deepEqual(
      [...review.events({ after: 3 })].map(({ author }) => author),
      ['Bob'],
    );
    assert.equal([...review.events({ item: null })].length, 0);
    assert.equal([...review.events({ item: 'abcd' })].length, 4);
    review.setTold(3);
    other.openReview().setTold(2);
    assert.equal(review.told(), 3);
    one.close();
    other.close();
  });

  it('is found by search', () => {
    const store = opened('search', 'lead');
    store.addItems(['d/a', 'd/b'].map((path) => prepareItem('leak', makeRecord({ path }))));
    const item = store.itemByPath('leak', 'd/a')?.id ?? '';
    writer(store.openReview(), 'Ann', item)(0, { type: 'tag', tag: 'To ask' });
    const found = (query: string) => [...store.search(query, {})].map(({ path }) => path);
    assert.deepEqual(found('tag:"to ask"'), ['d/a']);
    assert.deepEqual(found('-review:any'), ['d/b']);
    store.close();
  });

  it('takes over the log that an earlier Tamis kept beside the objects, once', () => {
    const store = opened('old', 'lead');
    mkdirSync(store.directory, { recursive: true });
    const old = openReview(store.directory, now);
    writer(old, 'Ann')(0, { type: 'tag', tag: 'press' });
    writer(old, 'Bob')(1, { type: 'collect' });
    old.setTold(1);
    const kept = [...old.events()];
    old.close();
    assert.deepEqual([...store.openReview().events()], kept);
    assert.equal(store.openReview().told(), 1);
    writer(store.openReview(), 'Ann')(2, { type: 'uncollect' });
    assert.equal(store.openReview().version(), 3);
    assert.equal(verifyCustody(store.reviewEvents().map(asCustody)).type, 'intact');
    store.close();
  });

  it('is closed to accounts that may not write to it', async () => {
    opened('closed', 'lead').close();
    const { default: pg } = await import('pg');
    const { PostgresConnection } = await import('../../net/postgres/connection.ts');
    const { openPostgresCase } = await import('./open.ts');
    const owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    const roles = { eve: 'tamis_reader', desk: 'tamis_desk' };
    for (const [name, role] of Object.entries(roles)) {
      await owner.query(`CREATE ROLE ${name}_${process.pid} LOGIN IN ROLE ${role}`);
      await owner.query(`SELECT tamis.allow('${name}_${process.pid}', 'closed')`);
    }
    await owner.end();
    const openAs = (user: string) => {
      const url = Object.assign(new URL(postgres.url), { username: user }).href;
      const database = new PostgresConnection({ url, application: 'test', password: null });
      const options = { name: 'closed', as: 'read', now, patienceMs: 5000 } as const;
      return openPostgresCase(database, { ...options, directoryOf: (name) => join(postgres.folder, name) });
    };
    const [eve, desk] = [openAs(`eve_${process.pid}`), openAs(`desk_${process.pid}`)];
    assert.equal(eve.openReview().readOnly, true);
    assert.throws(() => writer(eve.openReview(), 'Eve')(0, { type: 'collect' }), { code: 'case-read-only' });
    // What an earlier Tamis left beside the objects has numbers and dates of its own: its owner's to bring.
    mkdirSync(desk.directory, { recursive: true });
    const old = openReview(desk.directory, now);
    writer(old, 'Ann')(0, { type: 'tag', tag: 'press' });
    old.close();
    assert.throws(() => desk.openReview(), { code: 'db-older' });
    const byOwner = opened('closed');
    assert.equal(byOwner.openReview().version(), 1);
    byOwner.close();
    assert.equal(desk.openReview().readOnly, false);
    writer(desk.openReview(), 'Dora')(0, { type: 'collect' });
    desk.openReview().setTold(1);
    assert.equal(eve.reviewEvents().length, 2);
    eve.close();
    desk.close();
  });
});
