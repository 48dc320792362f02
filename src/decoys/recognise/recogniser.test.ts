import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import { mailDecoy, temporaryLedger } from '../ledger/testing.ts';
import { sha256Hex } from '../verify/index.ts';
import { type AskedItem, Recogniser } from './recogniser.ts';

const COUNT = 30;
const { ledger } = await temporaryLedger(COUNT);
ledger.close();
const recogniser = new Recogniser(ledger.entries);

function asked(bytes: Uint8Array): AskedItem {
  const summary = summarize(parseMessage(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
  const { date, subject, text } = summary;
  return { sha256: sha256Hex(bytes), text: () => text, message: { date, subject, headers: () => summary } };
}

function asText(text: string): AskedItem {
  return { sha256: sha256Hex(Buffer.from(text)), text: () => text, message: null };
}

const every = Array.from({ length: COUNT }, (_, index) => mailDecoy(index));
const textOf = (index: number) => ledger.entries[index]?.text ?? '';

test('every decoy is found by its bytes, and again after its line ends changed', () => {
  for (const { id, bytes } of every) {
    assert.deepEqual(recogniser.about(asked(bytes)), { id, as: 'exact', share: 1 });
    const other = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    assert.deepEqual(recogniser.about(asked(other)), { id, as: 're-encoded', share: 1 });
  }
});

test('every decoy is found in an answer that quotes it, and in a print of it', () => {
  for (const [index, { id }] of every.entries()) {
    const quoted = textOf(index).replace(/^/gm, '> ');
    const answer = `From: a@b.example\nSubject: Re: x\nDate: Tue, 3 Mar 2026 10:00:00 +0100\n\nParfait, merci !\n\n${quoted}\n`;
    const match = recogniser.about(asked(Buffer.from(answer)));
    assert.equal(match?.id, id);
    assert.equal(match?.as, 'text');
    const printed = `Messagerie\nDe : Bastien\n${textOf(index).replaceAll(' ', '\n')}\fPage 1`;
    assert.equal(recogniser.about(asText(printed))?.id, id);
  }
});

test('an attachment by itself is found', () => {
  const bytes = every[4]?.attachments[0]?.bytes ?? new Uint8Array(0);
  const match = recogniser.about({ sha256: sha256Hex(bytes), text: () => '', message: null });
  assert.deepEqual(match, { id: every[4]?.id, as: 'attachment', share: 1 });
});

test('what shares only the formulas, the names or the moment of decoys is none', () => {
  const real = [
    'Bonjour Odile,\n\nPour mardi, il faudra porter les urnes dans la salle du conseil avant neuf heures.\n\nAmicalement,\nBastien Orvault\n',
    'Pense au carnet vert de Maurice.',
    '',
  ];
  for (const text of real) assert.equal(recogniser.about(asText(text)), null);
  const { headers } = asked(every[3]?.bytes ?? new Uint8Array(0)).message ?? { headers: () => null };
  const found = headers();
  const sameMoment: AskedItem = {
    sha256: '0'.repeat(64),
    text: () => 'Tout autre chose.',
    message: { date: found?.date ?? null, subject: found?.subject ?? '', headers: () => found },
  };
  assert.equal(recogniser.about(sameMoment), null);
});
