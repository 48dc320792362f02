import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseStore } from '../case/store.ts';
import { Parties } from './parties.ts';

const message = { row: 1, isListed: false, fromAddress: 'zoe@office.example' };
const address = (text: string) => ({ name: '', address: text });

function parties(...recipients: readonly string[]): Parties {
  const item = { message: { to: recipients.map(address), cc: [], bcc: [] } };
  const itemByRow = () => item as unknown as ReturnType<CaseStore['itemByRow']>;
  return new Parties({ itemByRow }, ['party.example', 'gmail.com']);
}

const from = (fromAddress: string) => ({ fromAddress });

describe('Parties', () => {
  it('knows who wrote or got a message, and their houses', () => {
    const known = parties('Anne@Partner.example', 'fred@gmail.com');
    for (const sender of [
      'zoe@office.example',
      'lea@office.example',
      'anne@partner.example',
      'fred@gmail.com',
    ])
      assert.equal(known.isParty(from(sender), message), true, sender);
    assert.equal(known.isParty(from('paul@mail.party.example'), message), true, 'the victim’s own house');
  });

  it('takes nobody for a party who only has a mailbox at the same free service', () => {
    const known = parties('fred@gmail.com');
    assert.equal(known.isParty(from('mallory@gmail.com'), message), false);
    assert.equal(known.isParty(from('mallory@attacker.example'), message), false);
  });

  it('cannot tell who is on a list', () => {
    const onList = { ...message, isListed: true };
    assert.equal(parties().isParty(from('mallory@attacker.example'), onList), true);
  });
});
