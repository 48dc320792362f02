import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Verdict } from '../../model/index.ts';
import { electionById } from '../../silence/index.ts';
import type { PublishNote } from '../note/note.ts';
import { findingText } from '../show/finding-text.ts';
import { caseOfVerdicts } from '../testing/case.ts';
import { checkText } from './check.ts';
import { FINDING_TEXTS, type FindingText } from './finding-codes.ts';
import { GATES, type GateContext, type GateId, type GateResult } from './gate.ts';
import { logOverride } from './override.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-gates-'));
const { store, ids } = caseOfVerdicts(root);
after(() => {
  store.close();
  rmSync(root, { recursive: true, force: true });
});

type Given = Partial<Omit<GateContext, 'draft'>>;

/** The outcome of one gate, and the codes of what is no mere note. */
async function through(
  gate: GateId,
  text: string,
  given: Given = { store },
): Promise<[GateResult['outcome'], ...string[]]> {
  const { results } = await checkText(text, given);
  const result = results.find((one) => one.gate === gate);
  assert.ok(result);
  return [
    result.outcome,
    ...result.findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code),
  ];
}

const FR_LEAD = 'Des courriels volés à la campagne ont été diffusés, dans le but de peser sur le vote.';
const EN_LEAD = 'E-mails stolen from the campaign were dumped, in an attempt to sway the vote.';

test('G1: origin and motive in the first sentences, in both languages', async () => {
  assert.deepEqual(await through('G1', `# T\n\n${FR_LEAD}`), ['passes']);
  assert.deepEqual(await through('G1', `# T\n\n${EN_LEAD}`), ['passes']);
  assert.deepEqual(await through('G1', '# T\n\nDes messages montrent un accord. Il date de mai.'), [
    'blocks',
    'origin-missing',
    'motive-missing',
  ]);
  const late = `# T\n\nUn accord a été conclu en mai. Il porte sur dix ans. Il est secret encore.\n\n${FR_LEAD}`;
  assert.deepEqual(await through('G1', late), ['blocks', 'origin-late', 'motive-late']);
  assert.deepEqual(await through('G1', '# T\n\nThe e-mails were not hacked. They aim to please.'), [
    'blocks',
    'origin-missing',
  ]);
  assert.deepEqual((await through('G1', ''))[0], 'could-not-check');
});

test('G2: labels are held against the verdicts, with both words', async () => {
  const cited = (verdict: Verdict, words: string) => `# T\n\nLe message [tamis:${ids[verdict]}] ${words}.`;
  const blocks = ['blocks', 'label-against-case'];
  assert.deepEqual(await through('G2', cited('authentic', 'est authentique, sa signature DKIM se vérifie')), [
    'passes',
  ]);
  assert.deepEqual(
    await through('G2', cited('unverified', 'est authentique, selon sa signature DKIM')),
    blocks,
  );
  assert.deepEqual(await through('G2', cited('doubtful', 'is verified by its DKIM signature')), blocks);
  assert.deepEqual(
    await through('G2', cited('unverified', 'n’a pas pu, à cette heure, être vérifié, faute de signature')),
    ['passes'],
  );
  assert.deepEqual(await through('G2', cited('altered', 'is unverified because there is no key')), blocks);
  assert.deepEqual(await through('G2', cited('authentic', 'est falsifié, selon son en-tête')), blocks);
  assert.deepEqual(
    await through('G2', cited('altered', 'a été falsifié\u00a0: la signature ne correspond plus')),
    ['passes'],
  );
  assert.deepEqual(await through('G2', cited('doubtful', 'est contesté, ses en-têtes se contredisent')), [
    'passes',
  ]);
  for (const words of [
    'n’avons pu l’authentifier, faute de clé',
    'n’a pu être authentifié, faute de clé',
    'was not able to be verified because no key is known',
  ])
    assert.notEqual((await through('G2', cited('doubtful', words)))[1], 'label-against-case', words);
  assert.deepEqual(
    await through('G2', cited('altered', 'a été modifié après son envoi\u00a0: la signature le montre')),
    ['passes'],
  );
  const not = `# T\n\nNous n’avons pas pu l’authentifier, faute de clé (tamis:${ids.unverified}).`;
  assert.deepEqual(await through('G2', not), ['passes']);
  const could = `# T\n\nNous avons pu authentifier un message par sa signature (tamis:${ids.unverified}).`;
  assert.deepEqual(await through('G2', could), blocks);
  assert.deepEqual(await through('G2', cited('authentic', 'est authentique')), ['blocks', 'method-missing']);
  assert.deepEqual(await through('G2', cited('authentic', 'parle d’argent')), ['blocks', 'label-missing']);
  assert.deepEqual(await through('G2', '# T\n\nVoir [tamis:zzzz2222 vérifié : DKIM].'), [
    'blocks',
    'not-in-case',
  ]);
  assert.deepEqual(await through('G2', cited('authentic', 'est vérifié : DKIM'), {}), [
    'could-not-check',
    'no-case',
  ]);
  const { results } = await checkText(cited('doubtful', 'est authentique, dit sa signature'), { store });
  const [told] = results[1]?.findings ?? [];
  assert.ok(told);
  assert.equal(
    findingText(told, 'fr'),
    `l’article dit «\u00a0authentique\u00a0» de tamis:${ids.doubtful}, le dossier dit «\u00a0douteux\u00a0»`,
  );
});

test('G2: an item that matches a planted decoy is not cited as if its words were true', async () => {
  const other = caseOfVerdicts(join(root, 'decoys'));
  const item = other.store.item(other.ids.authentic);
  assert.ok(item);
  other.store.setDecoys([[item.row, { id: 'd1', as: 'exact', share: 1 }]]);
  const draft = (words: string) => `# T\n\n${words} [tamis:${item.id} vérifié : signature DKIM].`;
  assert.deepEqual(await through('G2', draft('Le virement est prouvé'), other), ['blocks', 'decoy-cited']);
  assert.deepEqual(await through('G2', draft('Ce courriel est un leurre de la campagne'), other), ['passes']);
  const rest = draft('Le reste est authentique ; ce courriel est un leurre de la campagne');
  assert.deepEqual(await through('G2', rest, other), ['warns', 'decoy-rest']);
  other.store.close();
});

test('G2: each citation has its own label, and one that was said need not be repeated', async () => {
  const two = `# T\n\nL’un [tamis:${ids.authentic}] est authentique (signature DKIM), l’autre [tamis:${ids.unverified}] n’est pas vérifié, faute de clé.\n\nLe premier [tamis:${ids.authentic}] le redit.`;
  assert.deepEqual(await through('G2', two), ['passes']);
  const own = `# T\n\nVu [tamis:${ids.authentic} vérifié : DKIM] et [tamis:${ids.doubtful} vérifié : DKIM].`;
  assert.deepEqual(await through('G2', own), ['blocks', 'label-against-case']);
  const note = `# T\n\nVu[^1].\n\n[^1]: tamis:${ids.doubtful} authentifié par sa signature.`;
  assert.deepEqual(await through('G2', note), ['blocks', 'label-against-case']);
});

test('G3: an echo is told from a reason of one’s own', async () => {
  assert.deepEqual(await through('G3', 'x', { note: { trigger: 'un candidat en parle' } }), [
    'warns',
    'echo',
  ]);
  assert.deepEqual(await through('G3', 'x', { note: { trigger: 'notre enquête' } }), ['passes']);
  assert.deepEqual(await through('G3', '# T\n\nSelon le Figaro, tout est là. Suite.'), [
    'warns',
    'echo-in-lead',
  ]);
  assert.deepEqual(await through('G3', `# T\n\n${FR_LEAD}`), ['could-not-check', 'trigger-missing']);
});

test('G4: ways to the dump, however disarmed or wrapped', async () => {
  for (const [text, code] of [
    ['[ici](https://pastebin.com/raw/a1)', 'link-dump-host'],
    ['sur hxxps://boards[.]4chan[.]org/pol/1', 'link-dump-host'],
    ['https://l.example/r?u=https%3A%2F%2Fmega.nz%2Ffile', 'link-dump-host'],
    ['https://web.archive.org/web/2017/https://pastebin.com/a', 'link-dump-host'],
    ['https://archive.org/details/macron', 'link-archive'],
    ['magnet:?xt=urn:btih:aa', 'link-torrent'],
    ['http://abcdefghij234567.onion/x', 'link-onion'],
    ['<!-- https://gofile.io/d/x --> fin', 'link-dump-host'],
    ['https://bit.ly/x', 'link-hidden-target'],
    ['https://archive.ph/AbC', 'link-hidden-target'],
    ['https://t.me/chan', 'link-open-host'],
    ['dans macron_201705.zip', 'dump-name'],
    [`empreinte ${store.item(ids.authentic)?.sha256}`, 'hash-in-case'],
    [`empreinte ${'a1'.repeat(32)}`, 'hash-unknown'],
  ] as const) {
    const [outcome, ...codes] = await through('G4', `# T\n\nTexte ${text}`);
    assert.deepEqual(codes, [code], text);
    assert.notEqual(outcome, 'passes');
  }
  assert.deepEqual(
    await through(
      'G4',
      '# T\n\nVu dans [Le Monde](https://www.lemonde.fr/a) et https://archive.ph/2017/https://www.lemonde.fr/a, le 5.5.2017. Fin.',
    ),
    ['passes'],
  );
  assert.deepEqual(
    await through('G4', '# T\n\nhttps://fuite.example/z', { note: { dump: 'fuite.example' } }),
    ['blocks', 'link-named'],
  );
});

test('G5: a headline that tells of alterations is borne out by one altered item among others', async () => {
  const cited = `[tamis:${ids.authentic}] [tamis:${ids.altered}]`;
  assert.deepEqual(await through('G5', `# Des courriels en partie altérés\n\n${FR_LEAD} ${cited}`), [
    'passes',
  ]);
  const none = `# Des courriels en partie altérés\n\n${FR_LEAD} [tamis:${ids.authentic}]`;
  assert.deepEqual(await through('G5', none), ['warns', 'headline-asserts']);
});

test('G5: a headline may not assert what is not verified', async () => {
  const on = (line: string, verdict: Verdict) =>
    through('G5', `# ${line}\n\n${FR_LEAD} [tamis:${ids[verdict]}]`);
  assert.deepEqual(await on('Un compte caché révélé', 'unverified'), ['warns', 'headline-asserts']);
  assert.deepEqual(await on('Un compte caché révélé', 'authentic'), ['passes']);
  assert.deepEqual(await on('Le candidat aurait un compte caché', 'unverified'), ['passes']);
  assert.deepEqual(await on('La campagne piratée à deux jours du vote', 'doubtful'), ['passes']);
  assert.deepEqual(await on('Les courriels piratés révèlent un compte', 'doubtful'), [
    'warns',
    'headline-asserts',
  ]);
});

test('G6: identifiers block, near misses are to be looked at, one’s own address may stay', async () => {
  assert.deepEqual(await through('G6', '# T\n\nNIR 2 55 08 14 168 025 38'), ['blocks', 'personal-valid']);
  assert.deepEqual(await through('G6', '# T\n\nNIR 2 55 08 14 168 025 39'), ['warns', 'personal-review']);
  assert.deepEqual(await through('G6', '# T\n\n[écrire](mailto:jean.dupont@x.example)'), [
    'blocks',
    'personal-shape',
  ]);
  assert.deepEqual(await through('G6', '# T\n\n[nous](tel:+33612345678)'), ['blocks', 'personal-shape']);
  const given: Given = { names: ['Élodie Martin | Martin'], note: { contact: 'redaction@x.example' } };
  assert.deepEqual(await through('G6', '# T\n\nMARTIN, Elodie ; redaction@x.example', given), [
    'blocks',
    'listed-name',
  ]);
  const { results } = await checkText('# T\n\nIBAN FR1420041010050500013M02606', {});
  assert.doesNotMatch(JSON.stringify(results), /2004101005/u);
  assert.deepEqual(await through('G6', '# T\n\n![](a.png)', { picture: () => null }), [
    'could-not-check',
    'picture-not-read',
  ]);
});

const STATED: PublishNote = {
  editor: 'Anne Martin',
  'public-interest': 'Le vote',
  necessity: 'Oui, la preuve',
  'less-intrusive': 'Résumé',
};

test('G7 and G11: named persons, and no empty words', async () => {
  assert.deepEqual(await through('G7', 'x', { note: STATED }), ['passes']);
  assert.deepEqual(await through('G7', 'x', { note: { ...STATED, editor: 'la rédaction' } }), [
    'blocks',
    'editor-not-named',
  ]);
  assert.deepEqual(await through('G7', 'x', { note: { ...STATED, necessity: 'à compléter' } }), [
    'blocks',
    'necessity-missing',
  ]);
  assert.deepEqual(await through('G11', 'x', {}), ['warns', 'legal-missing']);
  assert.deepEqual(await through('G11', 'x', { note: { legal: 'Me Paul Durand, 4 mai' } }), ['passes']);
});

const election = electionById('FR-presidential-2017-round-2');
assert.ok(election);
const at = (time: string, audience: 'press' | 'campaigns' = 'press') => ({
  election,
  audience,
  at: Date.parse(time),
  territories: ['FR-metropole'],
});

test('G8 and G9 follow the clock to the minute', async () => {
  const reply = (time: string, note: PublishNote) => through('G8', 'x', { silence: at(time), note });
  assert.deepEqual(await reply('2017-05-01T10:00:00Z', {}), ['warns', 'reply-not-asked']);
  assert.deepEqual(await reply('2017-05-05T12:00:00Z', {}), ['blocks', 'reply-not-asked-near']);
  assert.deepEqual(await reply('2017-05-05T21:59:59Z', { asked: 'EM' }), ['blocks', 'reply-soon-bound']);
  assert.deepEqual(await reply('2017-05-05T22:00:00Z', { asked: 'EM' }), ['blocks', 'reply-bound']);
  assert.deepEqual(await reply('2017-05-05T22:00:00Z', { asked: 'EM', answer: 'Piratés' }), ['passes']);
  assert.deepEqual(await reply('2017-05-01T10:00:00Z', { asked: 'EM' }), ['passes']);
  const clock = async (time: string) =>
    (await through('G9', 'x', { silence: at(time, 'campaigns') })).slice(0, 2);
  assert.deepEqual(await clock('2017-05-05T21:59:59Z'), ['warns', 'silence-soon']);
  assert.deepEqual(await clock('2017-05-05T22:00:00Z'), ['warns', 'silence-in-force']);
  assert.deepEqual(await clock('2017-05-01T10:00:00Z'), ['passes']);
  assert.deepEqual(await through('G9', 'x', {}), ['could-not-check', 'no-election']);
});

test('G10: the linter of estimation, with the verdicts of the case', async () => {
  assert.deepEqual(await through('G10', 'We assess with high confidence that it is likely.'), [
    'warns',
    'estimative',
  ]);
  assert.deepEqual(await through('G10', `# T\n\n${EN_LEAD}`), ['passes']);
});

test('an override covers what it was given for, by a named person with a reason', async () => {
  const draft = '# T\n\nVoir https://pastebin.com/raw/a1.';
  const result = async (text: string) =>
    (await checkText(text, { store })).results.find(({ gate }) => gate === 'G4');
  const blocked = await result(draft);
  assert.equal(blocked?.outcome, 'blocks');
  const given = { draft: 'x', by: 'Anne Martin', reason: 'Lien vers un communiqué, vérifié' };
  assert.throws(() => blocked && logOverride(store, blocked, { ...given, by: 'moi' }), {
    code: 'bad-option',
  });
  assert.throws(() => blocked && logOverride(store, blocked, { ...given, reason: 'ok' }), {
    code: 'bad-option',
  });
  assert.equal(blocked && logOverride(store, blocked, given), 1);
  const covered = await result(`${draft} Une phrase de plus.`);
  assert.equal(covered?.outcome, 'overridden');
  assert.deepEqual(
    covered?.outcome === 'overridden' && covered.overrides.map(({ by, reason }) => [by, reason]),
    [[given.by, given.reason]],
  );
  assert.equal((await result(`${draft} Et https://pastebin.com/raw/b2.`))?.outcome, 'blocks');
});

test('every finding has its texts, and every gate a result', async () => {
  const texts: readonly FindingText[] = Object.values(FINDING_TEXTS);
  for (const { what, todo } of texts)
    for (const text of [what, todo]) assert.ok(text === null || (text.en !== '' && text.fr !== ''));
  const { results } = await checkText('');
  assert.deepEqual(
    results.map(({ gate }) => gate),
    GATES,
  );
});
