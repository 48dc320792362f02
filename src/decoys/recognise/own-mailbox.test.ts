import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import { fitMailbox, mailsOf } from '../fit/index.ts';
import { generateSet } from '../generate/index.ts';
import { blockList } from '../guard/index.ts';
import { Ledger } from '../ledger/index.ts';
import { HOST, PASSPHRASE } from '../ledger/testing.ts';
import type { Decoy } from '../model/index.ts';
import { ownShingles, saidIn } from '../own/index.ts';
import { makePersonas } from '../persona/make-personas.ts';
import { talkativeMailbox } from '../testing/talkative-mailbox.ts';
import { sha256Hex } from '../verify/index.ts';
import { type AskedItem, Recogniser } from './recogniser.ts';

const OWNER = { addresses: ['olive.owner@house.example'], domains: ['house.example'] };
const MAILBOX = talkativeMailbox(160);
const folder = mkdtempSync(join(tmpdir(), 'tamis-own-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function* messages() {
  yield* MAILBOX;
}

const said = await saidIn(messages());
const decoys = makeDecoys();

function makeDecoys(): readonly Decoy[] {
  const model = fitMailbox(mailsOf(MAILBOX), OWNER);
  const block = blockList([], model.known);
  const seed = '05'.repeat(32);
  const wish = { seed, count: 60, languages: ['en'] as const, domains: OWNER.domains };
  const personas = {
    format: 1,
    owners: [{ name: 'Olive Owner', address: 'olive.owner@house.example' }],
    domains: OWNER.domains,
    outside: OWNER.domains,
    passwordStyle: 'W00!',
    personas: makePersonas(wish, block, OWNER.domains),
  } as const;
  const out: Decoy[] = [];
  const counts = { mail: 120, document: 4, calendar: 4, contact: 2, account: 2 };
  const rules = {
    block,
    ...OWNER,
    links: model.commonLinks,
    linkBeginnings: model.linkBeginnings.map(({ begin }) => begin),
  };
  generateSet({ seed, languages: ['en'], counts, personas, model, rules, said }, (decoy) => out.push(decoy));
  return out;
}

async function recogniserOf(name: string, known: typeof said | null) {
  const ledger = Ledger.create(join(folder, name), 'own', PASSPHRASE, HOST);
  await ledger.add(decoys, known);
  ledger.close();
  // As it was written, not as it is held.
  const { entries } = await Ledger.open(join(folder, name), PASSPHRASE, HOST);
  return { entries, recogniser: new Recogniser(entries) };
}

function asked(bytes: Uint8Array): AskedItem {
  const summary = summarize(parseMessage(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
  const { date, subject, text } = summary;
  return { sha256: sha256Hex(bytes), text: () => text, message: { date, subject, headers: () => summary } };
}

const asText = (text: string): AskedItem => ({ sha256: '', text: () => text, message: null });
const textOf = ({ bytes }: Decoy) => asked(bytes).text();
const mails = decoys.filter(({ kind }) => kind === 'mail');
/** Nineteen words or more: there is room for three places. */
const long = mails.filter((decoy) => ownShingles(textOf(decoy), true).length >= 16);

test('no mail of the mailbox is taken for a decoy that says its sentences again, quoted and printed neither', async () => {
  const { recogniser } = await recogniserOf('new', said);
  const borrowed = mails.filter((decoy) => {
    const runs = ownShingles(textOf(decoy), true);
    return runs.filter((run) => said.has(run)).length > 0.5 * runs.length;
  });
  assert.ok(borrowed.length > 0.3 * mails.length, 'the decoys say what the mailbox says');
  for (const { bytes } of MAILBOX) {
    const item = asked(bytes);
    assert.equal(recogniser.about(item), null, item.text());
    assert.equal(recogniser.about(asText(item.text().replace(/^/gm, '> '))), null);
    assert.equal(recogniser.about(asText(item.text().replaceAll('\n', ' '))), null);
  }
});

test('decoys of nineteen words are told by their text: quoted, printed, without who wrote them', async () => {
  const { recogniser } = await recogniserOf('recall', said);
  assert.ok(long.length > 60, `${long.length}`);
  for (const copy of [
    (text: string) => text.replace(/^/gm, '> '),
    (text: string) => `Webmail\n${text.replace(/\s+/g, ' ').replace(/(.{60}) /g, '$1\n')}\fPage 1`,
  ]) {
    const found = long.filter((decoy) => recogniser.about(asText(copy(textOf(decoy))))?.as === 'text');
    assert.ok(found.length >= 0.95 * long.length, `${found.length} of ${long.length}`);
  }
  for (const { id, bytes } of decoys) assert.equal(recogniser.about(asked(bytes))?.id, id);
});

test('a ledger that does not know what the mailbox says tells mail by bytes and headers, never by its words alone', async () => {
  const { recogniser, entries } = await recogniserOf('old', null);
  for (const { bytes } of MAILBOX) assert.equal(recogniser.about(asked(bytes)), null);
  for (const { id, bytes } of mails) assert.equal(recogniser.about(asked(bytes))?.id, id);
  // A footer below, as servers add them: people, moment and subject are the decoy's.
  const grown = long.filter(({ id, bytes }) => {
    const item = asked(Buffer.concat([bytes, Buffer.from('\n--\nadded by a server\n')]));
    return recogniser.about(item)?.id === id;
  });
  assert.ok(grown.length >= 0.95 * long.length, `${grown.length} of ${long.length}`);
  const other = entries.filter(({ kind }) => kind === 'document' || kind === 'calendar');
  for (const { id, text } of other) assert.equal(recogniser.about(asText(text))?.id, id);
});
