import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseStore } from '../case/store.ts';
import { Parties } from './parties.ts';

const message = { row: 1, isListed: false, fromAddress: 'zoe@office.example' };
const address = (text: string) => ({ name: '', address: text });

function parties(...recipients: readonly string[]): Parties {
  const item = { message: { to: recipients.map(address), cc: [], bcc: [] } };
  const itemByRow = () => item as unknown as ReturnType<CaseStore['itemByRow']>;
  const isWrittenTo = (mailbox: string) => !mailbox.startsWith('mallory@');
  return new Parties({ itemByRow }, ['party.example', 'gmail.com'], { isWrittenTo });
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

  it('takes nobody for one to whom no other house writes, though the message names him', () => {
    const invented = parties('mallory@attacker.example', 'mallory@gmail.com');
    assert.equal(invented.isParty(from('mallory@attacker.example'), message), false);
    assert.equal(invented.isParty(from('mallory@gmail.com'), message), false);
    const own = { ...message, fromAddress: 'boss@attacker.example' };
    assert.equal(
      invented.isParty(from('mallory@attacker.example'), own),
      true,
      'of his own mail he may speak',
    );
  });

  it('cannot tell who is on a list', () => {
    const onList = { ...message, isListed: true };
    assert.equal(parties().isParty(from('lea@elsewhere.example'), onList), true);
    assert.equal(parties().isParty(from('mallory@attacker.example'), onList), false);
  });
});
