import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ClaimingDocument, claimOf } from './claim.ts';

const document = (name: string, created: string, modified: string): ClaimingDocument => ({
  name,
  metadata: [
    { field: 'created', value: created, where: 'docProps/core.xml dcterms:created' },
    { field: 'modified', value: modified, where: 'docProps/core.xml dcterms:modified' },
  ],
});

const [created, saved] = ['2017-03-01T09:00:00Z', '2017-03-02T10:00:00Z'];
const original = document('budget.xlsx', created, saved);
const lastMessage = '2017-04-24T12:00:00.000Z';

describe('claimOf', () => {
  it('takes name and stamps to the second for the claim to be that very save', () => {
    assert.equal(
      claimOf(original, document('001-Budget (2).xlsx', created, saved), lastMessage),
      'same-save',
    );
    assert.equal(claimOf(original, document('invoice.xlsx', created, saved), lastMessage), 'none');
    assert.equal(claimOf(original, document('budget.xlsx', saved, saved), lastMessage), 'none');
    assert.equal(claimOf(original, document('budget.xlsx', '2017-03-01', '2017-03-02'), lastMessage), 'none');
  });

  it('tells a version from what was saved when the leak was over', () => {
    const later = (time: string) => claimOf(original, document('budget.xlsx', created, time), lastMessage);
    assert.equal(later('2017-04-01T10:00:00Z'), 'none');
    assert.equal(later('2017-04-25T10:00:00Z'), 'none');
    assert.equal(later('2017-04-27T10:00:00Z'), 'saved-after-leak');
    assert.equal(claimOf(original, document('budget.xlsx', created, '2017-04-27T10:00:00Z'), null), 'none');
  });

  it('does not take the stamps of a template for a save', () => {
    const stamp = '2013-12-23T23:15:00Z';
    const made = document('bill.docx', stamp, stamp);
    assert.equal(claimOf(made, made, lastMessage), 'none');
  });

  it('knows a PDF by both halves of its /ID', () => {
    const pdf = (last: string): ClaimingDocument => ({
      name: 'bill.pdf',
      metadata: [
        { field: 'document-id', value: 'ab'.repeat(16), where: 'trailer /ID first' },
        { field: 'instance-id', value: last, where: 'trailer /ID second' },
      ],
    });
    assert.equal(claimOf(pdf('cd'.repeat(16)), pdf('cd'.repeat(16)), null), 'same-save');
    assert.equal(claimOf(pdf('cd'.repeat(16)), pdf('ef'.repeat(16)), null), 'none');
    assert.equal(claimOf(pdf(''), pdf(''), null), 'none');
  });
});
