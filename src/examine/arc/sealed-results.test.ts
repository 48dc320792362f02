import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeTestKey, sealMessage } from '../../../test/mail/sign.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { verifySignatures } from '../dkim/verify.ts';
import { KeyRing } from '../keys/key-ring.ts';

const GOOGLE = makeTestKey('google.com', 'arc', 1024);
const FORGER = makeTestKey('elsewhere.example', 'k1', 1024);
const MAIL =
  'From: Anne <anne@party.example>\r\nSubject: Hall\r\nDate: Mon, 3 Apr 2017 10:00:00 +0200\r\n\r\nText\r\n';

function saysPassed(message: string): boolean | undefined {
  const { bytes, root } = parseMessage(Buffer.from(message, 'latin1'), DEFAULT_LIMITS);
  const signed = { bytes, headers: root.headers, bodyStart: root.bodyRange.start };
  const found = verifySignatures(signed, new KeyRing(), { now: 0, undo: false });
  return found.find(({ kind }) => kind === 'arc-message')?.saysSenderPassed;
}

const sealed = (told: string): string => sealMessage(MAIL, GOOGLE, 1, 'none', told);

describe('saysSenderPassed', () => {
  it('reads that the sender’s own house had signed', () => {
    assert.equal(saysPassed(sealed('dkim=pass header.i=@party.example header.s=s1')), true);
    assert.equal(saysPassed(sealed('spf=none; dkim=pass (1024-bit key) header.d=mail.party.example')), true);
  });

  it('reads nothing of the kind where another did, or none', () => {
    for (const told of [
      'dkim=pass header.i=@elsewhere.example',
      'dkim=none',
      'dkim=pass',
      'dkim=fail header.d=party.example',
      'spf=pass smtp.mailfrom=party.example; x=dkim=pass header.d=party.example',
      'dkim=none (dkim=pass header.d=party.example)',
      'dkim=fail reason="x; dkim=pass header.i=@party.example" header.i=@elsewhere.example',
      'spf=pass smtp.mailfrom="a; dkim=pass header.d=party.example"@elsewhere.example',
      'spf=pass (one (two); dkim=pass header.d=party.example) smtp.mailfrom=a@elsewhere.example',
    ])
      assert.equal(saysPassed(sealed(told)), undefined, told);
  });

  it('does not take results that another domain sealed', () => {
    const told = 'dkim=pass header.d=party.example';
    const [ofGoogle, ofForger] = [sealed('dkim=none'), sealMessage(MAIL, FORGER, 1, 'none', told)];
    const signature = /ARC-Message-Signature:[\s\S]*?\r\n(?![ \t])/;
    const mixed = ofForger.replace(signature, () => signature.exec(ofGoogle)?.[0] ?? '');
    assert.equal(saysPassed(mixed), undefined);
  });
});
