import assert from 'node:assert/strict';
import { it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { MessageView } from './message-view.ts';
import { wasRemade } from './remade-body.ts';

const PASSED = 'X-MS-Exchange-Organization-SCL: 1';

function remade(boundary: string, messageId: string, passed = PASSED, names = ['from']): boolean {
  const type = `Content-Type: multipart/alternative;\r\n boundary="${boundary}"`;
  const text = `${passed}\r\nFrom: a@a.example\r\nMessage-ID: ${messageId}\r\n${type}\r\n\r\nText\r\n`;
  const { bytes, root } = parseMessage(Buffer.from(text, 'latin1'), DEFAULT_LIMITS);
  return wasRemade(new MessageView({ bytes, headers: root.headers, bodyStart: root.bodyRange.start }), names);
}

const NAME = 'AM0PR01MB4321B0C7D5E1F2A3B4C5D6E7F8A9';

it('sees parts that Exchange put together anew, and not those of its own mail or of other programs', () => {
  assert.equal(remade(`_000_${NAME}AM0PR01MB4321eurprd01prod_`, '<CAF1=x@mail.gmail.com>'), true);
  assert.equal(remade(`_000_${NAME}AM0PR01MB4321eurprd01prod_`, `<${NAME}@AM0PR01MB4321.example>`), false);
  assert.equal(
    remade(`_000_${NAME}_`, '<CAF1=x@mail.gmail.com>', 'X-Mailer: Other'),
    false,
    'no trace of it',
  );
  assert.equal(
    remade(`_000_${NAME}AM0PR01MB4321eurprd01prod_`, '<CAF1=x@mail.gmail.com>', PASSED, [
      'from',
      'content-type',
    ]),
    false,
    'the boundary is as it was signed',
  );
  assert.equal(remade('000000000000a1b2c3', '<CAF1=x@mail.gmail.com>'), false);
});
