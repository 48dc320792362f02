import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LastMessage, lastMessageOf, lateSave } from './late-saves.ts';
import type { TracedDocument } from './traced-document.ts';

const SENT = Date.UTC(2017, 2, 1, 12);
const HOUR = 3_600_000;

function document(saved: number, part: Partial<TracedDocument> & { zone?: string } = {}): TracedDocument {
  const { zone = 'UTC', ...rest } = part;
  const time = new Date(saved).toISOString().slice(0, 19) + (zone === 'local' ? '' : 'Z');
  return {
    row: 1,
    id: 'a',
    name: 'a.docx',
    path: 'd/a.docx',
    type: 'x',
    isImage: false,
    created: null,
    saved: { source: 'docProps/core.xml', time, precision: 'second', zone },
    author: null,
    lastAuthor: null,
    application: null,
    languages: [],
    textLanguages: [],
    carrier: { id: 'm', date: new Date(SENT).toISOString(), isAuthentic: false },
    copies: [],
    ...rest,
  };
}

describe('saved after the fact', () => {
  it('allows for wrong clocks, and for every zone where none is told', () => {
    assert.equal(lateSave(document(SENT - HOUR), null), null);
    assert.equal(lateSave(document(SENT + HOUR / 5), null), null);
    assert.equal(lateSave(document(SENT + 10 * HOUR, { zone: 'local' }), null), null);
    assert.equal(lateSave(document(SENT + 15 * HOUR, { zone: 'local' }), null)?.cause, 'zone');
    assert.equal(lateSave(document(SENT + 10 * HOUR), null)?.cause, 'zone');
    const late = lateSave(document(SENT + 48 * HOUR), null);
    assert.deepEqual(
      [late?.cause, late?.gapSeconds, late?.against, late?.message],
      [null, 172_800, 'its-message', 'm'],
    );
  });

  it('says that a clock was wrong where a signature covers the document', () => {
    const carrier = { id: 'm', date: new Date(SENT).toISOString(), isAuthentic: true };
    assert.equal(lateSave(document(SENT + 48 * HOUR, { carrier }), null)?.cause, 'covered-by-signature');
  });

  it('holds files without a message against the last one, but no pictures', () => {
    const last = { id: 'z', date: new Date(SENT).toISOString() };
    assert.equal(lateSave(document(SENT + 48 * HOUR, { carrier: null }), last)?.against, 'last-message');
    assert.equal(lateSave(document(SENT + 48 * HOUR, { carrier: null, isImage: true }), last), null);
    assert.equal(lateSave(document(SENT + 48 * HOUR, { carrier: null }), null), null);
  });
});

describe('the last message of a leak', () => {
  const at = (days: number) => ({ id: String(days), date: new Date(SENT + days * 24 * HOUR).toISOString() });
  const month = Array.from({ length: 30 }, (_, day) => at(day));

  const last = (messages: readonly LastMessage[]) =>
    lastMessageOf({
      dates: Float64Array.from(messages, ({ date }) => Date.parse(date)),
      idOf: (number) => messages[number]?.id ?? '',
    });

  it('is the latest, but for stray dates in the future', () => {
    assert.equal(last(month)?.id, '29');
    assert.equal(last([at(7_000), ...month])?.id, '29');
    assert.equal(last([...month, at(40)])?.id, '40');
  });

  it('is none where there are hardly any', () => {
    assert.equal(last(month.slice(0, 5)), null);
  });
});
