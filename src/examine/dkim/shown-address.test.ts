import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { MessageView } from './message-view.ts';
import { addressShownBeside, type ShownAddress } from './shown-address.ts';

function shownIn(from: string): string | null {
  return readFrom(from)?.address ?? null;
}

function readFrom(from: string): ShownAddress | null {
  const { bytes, root } = parseMessage(
    Buffer.from(`From: ${from}\r\n\r\nhello\r\n`, 'latin1'),
    DEFAULT_LIMITS,
  );
  return addressShownBeside(
    new MessageView({ bytes, headers: root.headers, bodyStart: root.bodyRange.start }),
  );
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('addressShownBeside', () => {
  it('finds an address of another house in the name, however it is written', () => {
    for (const from of [
      '"Anne <anne@party.example>" <x9@elsewhere.example>',
      '=?utf-8?Q?Anne_=3Canne=40party=2Eexample=3E?= <x9@elsewhere.example>',
      'anne@party.example <x9@elsewhere.example>',
      'x9@elsewhere.example (anne@party.example)',
      'anne@party.example@elsewhere.example',
      'anne@party.example\0 <x9@elsewhere.example>',
      '"Anne (anne @ party.example)" <x9@elsewhere.example>',
      '"Anne, anne(at)party.example" <x9@elsewhere.example>',
      '=?utf-8?Q?anne=EF=BC=A0party.example?= <x9@elsewhere.example>',
      `=?utf-8?B?${base64('anne\u200b@party.\u2060example')}?= <x9@elsewhere.example>`,
      `=?utf-8?B?${base64('\u202eelpmaxe.ytrap@enna\u202c')}?= <x9@elsewhere.example>`,
    ])
      assert.equal(shownIn(from), 'anne@party.example', from);
  });

  it('finds one that is spelled out, and none in the name of a house', () => {
    const spelled = '"anne.lefort at party.example" <x9@elsewhere.example>';
    assert.equal(shownIn(spelled), 'anne.lefort@party.example');
    assert.equal(shownIn('"Anna at Booking.example" <x9@elsewhere.example>'), null);
    assert.equal(shownIn(`"${'a.'.repeat(400)} at b" <x9@elsewhere.example>`), null);
  });

  it('passes over one’s own address and another of the same house', () => {
    for (const from of [
      'Anne <anne@party.example>',
      '"Anne @ Party" <anne@party.example>',
      '"anne@party.example" <anne@party.example>',
      '"anne@mail.party.example" <anne@party.example>',
      'no address at all',
    ])
      assert.equal(shownIn(from), null, from);
  });

  it('tells who says for whom it is sent, which anybody can', () => {
    const via = readFrom('"\'paul@party.example\' via Team" <team@lists.example>');
    assert.deepEqual(via, { address: 'paul@party.example', isVia: true });
    assert.equal(readFrom('"paul@party.example" <x9@elsewhere.example>')?.isVia, false);
  });

  it('finds one that is no name but a mailbox of its own', () => {
    for (const from of [
      'anne@party.example, <x9@elsewhere.example>',
      '<x9@elsewhere.example>;anne@party.example',
    ])
      assert.equal(shownIn(from), 'anne@party.example', from);
  });
});
