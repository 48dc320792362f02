import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { detectBytes } from '../../parse/detect/detect.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { fitMailbox } from '../fit/fit.ts';
import { mailsOf } from '../fit/mail.ts';
import { blockList, guardDecoy, Likeness, MOST_ALIKE } from '../guard/index.ts';
import type { Decoy } from '../model/decoy.ts';
import { makePersonas } from '../persona/make-personas.ts';
import type { PersonaPack } from '../persona/persona.ts';
import { fixtureMailbox } from '../testing/fixture-mailbox.ts';
import { generateSet } from './generate.ts';
import { regenerate } from './regenerate.ts';

const OWNER = { addresses: ['olive.owner@house.example'], domains: ['house.example'] };
const MODEL = fitMailbox(mailsOf(fixtureMailbox(120)), OWNER);
const SEED = '07'.repeat(32);
const BLOCK = blockList(['Ann Lee'], MODEL.known);
const RULES = {
  block: BLOCK,
  ...OWNER,
  links: MODEL.commonLinks,
  linkBeginnings: MODEL.linkBeginnings.map(({ begin }) => begin),
};
const PACK: PersonaPack = {
  format: 1,
  owners: [{ name: 'Olive Owner', address: 'olive.owner@house.example' }],
  domains: OWNER.domains,
  outside: OWNER.domains,
  passwordStyle: 'W00!',
  personas: makePersonas(
    { seed: SEED, count: 60, languages: ['en', 'fr'], domains: OWNER.domains },
    BLOCK,
    OWNER.domains,
  ),
};
const COUNTS = { mail: 60, document: 9, calendar: 5, contact: 5, account: 5 };

function makeSet(seed = SEED) {
  const decoys: Decoy[] = [];
  const wish = {
    seed,
    languages: ['en', 'fr'] as const,
    counts: COUNTS,
    personas: PACK,
    model: MODEL,
    rules: RULES,
  };
  const set = generateSet(wish, (decoy) => decoys.push(decoy));
  return { ...set, decoys };
}

const SET = makeSet();

test('the same seed gives the same bytes, another seed others', () => {
  const again = makeSet();
  assert.deepEqual(again.recipe, SET.recipe);
  again.decoys.forEach((decoy, i) => {
    assert.deepEqual(decoy, SET.decoys[i]);
  });
  const other = makeSet('08'.repeat(32));
  assert.equal(
    other.decoys.filter((decoy, i) => Buffer.compare(decoy.bytes, SET.decoys[i]?.bytes ?? decoy.bytes) === 0)
      .length,
    0,
  );
});

test('any one decoy is made again by itself, byte for byte', () => {
  const materials = { recipe: SET.recipe, personas: PACK, model: MODEL };
  for (const index of [0, 1, 7, 31, 59, 60, 68, 69, 75, 83])
    assert.deepEqual(regenerate(materials, index), SET.decoys[index], `decoy ${index}`);
  assert.throws(() => regenerate(materials, 84), RangeError);
});

test('every decoy passes every guard, and no two are alike', () => {
  const likeness = new Likeness();
  for (const decoy of SET.decoys) {
    assert.deepEqual(guardDecoy(decoy, RULES), { type: 'passes' }, decoy.text);
    assert.ok(likeness.nearest(decoy.text) <= MOST_ALIKE);
    likeness.add(decoy.text);
  }
});

test('mail decoys read back as whole messages whose answers lead somewhere', () => {
  const mails = SET.decoys.filter(({ kind }) => kind === 'mail');
  for (const { bytes } of mails) assert.deepEqual(parseMessage(bytes, DEFAULT_LIMITS).defects, []);
  const read = mailsOf(mails.map(({ bytes }) => ({ folder: '', bytes })));
  assert.equal(read.length, mails.length);
  const ids = new Set(read.map(({ messageId }) => messageId));
  assert.equal(ids.size, read.length);
  for (const { inReplyTo } of read)
    for (const id of inReplyTo) assert.ok(ids.has(id), `${id} is answered and not there`);
});

test('documents are what their names say, with an author who is a persona', () => {
  const documents = SET.decoys.filter(({ kind }) => kind === 'document');
  const names = PACK.personas.map(({ given, family }) => `${given} ${family}`);
  for (const { bytes, fileName, type } of documents) {
    assert.equal(detectBytes(bytes, fileName).type, type);
    const source = Buffer.from(bytes).toString(type === 'application/pdf' ? 'latin1' : 'utf8');
    assert.ok(
      names.some((name) => source.includes(name)),
      fileName,
    );
  }
  assert.equal(new Set(documents.map(({ type }) => type)).size, 3);
});

test('accounts lie on the owner’s hosts and carry passwords of the given style', () => {
  const accounts = SET.decoys.flatMap((decoy) => decoy.accounts);
  assert.ok(accounts.length >= 10);
  for (const { service, password } of accounts) {
    assert.match(service, /\.house\.example$/);
    assert.match(password, /^[A-Z][a-z]+\d\d[!?*#$+]$/);
  }
});

test('nobody of the mailbox appears: personas are others, quotes and greetings too', () => {
  for (const name of ['Ann Lee', 'Bo Marsh', 'Cleo Vane', 'Dora Quill', 'Ed Stone', 'Fay Wren']) {
    assert.ok(!PACK.personas.some(({ given, family }) => `${given} ${family}` === name));
    for (const { text, bytes } of SET.decoys) {
      assert.ok(!text.includes(name), text);
      assert.ok(!Buffer.from(bytes).toString('utf8').includes(name.toLowerCase().replace(' ', '.')), text);
    }
  }
});

test('told to keep no sentence, the model keeps none that fewer than three threads have', () => {
  const entries = fixtureMailbox(40);
  const secret = 'Nobody but Zebulon shall ever read these peculiar words.';
  const [first] = entries;
  const changed = Buffer.from(`${Buffer.from(first?.bytes ?? []).toString('utf8')}${secret}\n`);
  const mails = mailsOf([{ folder: 'INBOX', bytes: changed }, ...entries.slice(1)]);
  const model = fitMailbox(mails, OWNER, { words: null });
  const kept = JSON.stringify(model);
  for (const word of ['Zebulon', 'peculiar', 'ann.lee', 'Marsh']) assert.ok(!kept.includes(word), word);
});

test('what a language model wrote is marked, and what a guard refuses of it is written by the generator', () => {
  const decoys: Decoy[] = [];
  const counts = { mail: 4, document: 0, calendar: 0, contact: 0, account: 0 };
  const texts = ['The chairs come back on Monday.', 'He took a bribe.', 'See https://elsewhere.com/x'];
  const written = (index: number) => {
    const text = texts[index];
    return text === undefined ? null : { text, model: 'small' };
  };
  const wish = {
    seed: SEED,
    languages: ['en'] as const,
    counts,
    personas: PACK,
    model: MODEL,
    rules: RULES,
    written,
  };
  generateSet(wish, (decoy) => decoys.push(decoy));
  assert.deepEqual(
    decoys.map(({ origin }) => origin.type),
    ['language-model', 'recipe', 'recipe', 'recipe'],
  );
  assert.ok(decoys[0]?.text.includes('The chairs come back on Monday.'));
  assert.ok(!decoys.some(({ text }) => /bribe|elsewhere/.test(text)));
});

test('a mailbox too small to learn from still gives a set, by the grammar', () => {
  const model = fitMailbox(mailsOf(fixtureMailbox(4)), OWNER);
  const decoys: Decoy[] = [];
  const counts = { mail: 40, document: 0, calendar: 0, contact: 0, account: 0 };
  const wish = { seed: SEED, languages: ['fr'] as const, counts, personas: PACK, model, rules: RULES };
  const { recipe } = generateSet(wish, (decoy) => decoys.push(decoy));
  assert.equal(decoys.length, 40);
  assert.deepEqual(regenerate({ recipe, personas: PACK, model }, 33), decoys[33]);
});

test('the generator opens no connection: it runs with every way out made to throw', () => {
  const script = `
    import { registerHooks } from 'node:module';
    const closed = /^node:(?:net|http|https|http2|tls|dgram|dns|dns\\/promises|inspector|cluster)$/;
    registerHooks({ resolve(name, context, next) {
      const found = next(name, context);
      if (closed.test(found.url)) throw new Error('a way out: ' + found.url + ' from ' + context.parentURL);
      return found;
    } });
    for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
      Object.defineProperty(globalThis, name, { get() { throw new Error('a way out: ' + name); } });
    process.getBuiltinModule = () => { throw new Error('a way out: getBuiltinModule'); };
    const { generateSet } = await import(${JSON.stringify(new URL('./generate.ts', import.meta.url).href)});
    const open = await import('node:net').then(() => true, () => false);
    if (open) throw new Error('the ways out are not closed');
    const { readFileSync } = await import('node:fs');
    const { wish } = JSON.parse(readFileSync(0, 'utf8'));
    const rules = { block: { names: () => false, found: () => [] }, domains: ['house.example'], addresses: ['olive.owner@house.example'], links: [], linkBeginnings: [] };
    let made = 0;
    generateSet({ ...wish, rules }, () => made++);
    console.log(made);
  `;
  const wish = { seed: SEED, languages: ['en'], counts: COUNTS, personas: PACK, model: MODEL };
  const out = execFileSync(
    process.execPath,
    ['--permission', '--allow-fs-read=*', '--input-type=module', '-e', script],
    {
      input: JSON.stringify({ wish }),
      encoding: 'utf8',
      cwd: fileURLToPath(new URL('.', import.meta.url)),
    },
  );
  assert.equal(Number(out), 84);
});
