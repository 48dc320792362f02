import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import { messageHabits } from './message-habits.ts';
import { domainOfHost, shapeOf, withoutFigures } from './shape.ts';

const MESSAGE = [
  'Received: from mail.campaign.example by mx.other.example with ESMTP; Tue, 4 Apr 2017 10:02:09 +0200',
  'DKIM-Signature: v=1; a=rsa-sha256; d=campaign.example; s=s1; b=AAAA',
  'Received: from [10.0.0.2] by smtp3.campaign.example with ESMTPSA; Tue, 4 Apr 2017 08:02:07 +0000',
  'From: Anne Dupont <anne@campaign.example>',
  'To: Paul <paul@other.example>',
  'Subject: Budget',
  'Date: Tue, 4 Apr 2017 10:02:05 +0200 (CEST)',
  'Message-Id: <e2c56db5-dffb-48d2-b060-d0f5a71096e0@campaign.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=UTF-8',
  'Content-Transfer-Encoding: quoted-printable',
  'X-Mailer: Example Mail 3.2.1 (Build 77)',
  '',
  'Hello',
  '-- ',
  'Anne Dupont, treasurer',
  '',
].join('\r\n');

function habitsOf(text: string, rebuilt = false) {
  const message = parseMessage(Buffer.from(text), DEFAULT_LIMITS);
  return messageHabits(message, summarize(message, DEFAULT_LIMITS), rebuilt);
}

describe('messageHabits', () => {
  it('reads how a message was made and sent', () => {
    const { block, ...habits } = habitsOf(MESSAGE);
    assert.deepEqual(habits, {
      program: 'Example Mail # (Build #)',
      order: 'ftsdIvc',
      id: 'h8-h4-h4-h4-h12@own',
      boundary: '',
      coding: 'quoted-printable/utf-8',
      zone: '+0200',
      name: 'Anne Dupont',
      route: 'campaign.example',
      signer: 'campaign.example/s1',
      lag: 2,
      hops: 'campaign.example>other.example 2',
    });
    assert.equal(block, habitsOf(MESSAGE.replace('Hello', 'Other words')).block);
    assert.notEqual(block, habitsOf(MESSAGE.replace('treasurer', 'chairwoman')).block);
  });

  it('says that a message left by a route without the signature of its domain', () => {
    const foreign = MESSAGE.replace('d=campaign.example', 'd=list.example');
    assert.equal(habitsOf(foreign).signer, '-');
    const sentCopy = MESSAGE.slice(MESSAGE.indexOf('From:'));
    const { signer, route, lag } = habitsOf(sentCopy);
    assert.deepEqual([signer, route, lag], ['', '', null]);
  });

  it('does not take what a store rebuilt for the habits of a program', () => {
    const { order, signer, zone } = habitsOf(MESSAGE, true);
    assert.deepEqual([order, signer, zone], ['', '', '+0200']);
  });

  it('stands messages of nothing and of anything', () => {
    for (const text of [
      '',
      '\n',
      'Received:\nDate:\nFrom:\nMessage-ID: <\n\n',
      `Date: ${'x'.repeat(100_000)}`,
    ]) {
      assert.equal(habitsOf(text).lag, null);
    }
  });
});

describe('shapes', () => {
  it('keeps separators, kinds and short lengths', () => {
    assert.equal(shapeOf('01D5B65B$105B5D80$01878CCA$'), 'H8$H8$H8$');
    assert.equal(shapeOf('----=_NextPart_000_0A3D'), '----=_x8_93_H4');
    assert.equal(shapeOf('12345'), '95');
  });

  it('takes figures and machine numbers off', () => {
    assert.equal(withoutFigures('Mutt/1.12.2 (2019-09-21)'), 'Mutt/# (#-#-#)');
    assert.equal(domainOfHost('mx0a-001.pphosted.com'), 'pphosted.com');
    assert.equal(domainOfHost('smtp.example.co.uk'), 'example.co.uk');
    assert.equal(domainOfHost('[192.0.2.1]'), domainOfHost('[192.0.2.77]'));
  });
});
