import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readDraft } from '../draft/read-draft.ts';
import { noteOf } from '../note/note.ts';
import { caseOfVerdicts } from '../testing/case.ts';
import { zipOf } from '../testing/docx.ts';
import { checkDraft, checkText } from './check.ts';
import type { GateId } from './gate.ts';

/** Drafts that try to slip through, gate by gate, and drafts that look so and are in order. */
const root = mkdtempSync(join(tmpdir(), 'tamis-evasion-'));
const { store, ids } = caseOfVerdicts(root);
after(() => {
  store.close();
  rmSync(root, { recursive: true, force: true });
});

async function outcome(gate: GateId, text: string): Promise<string> {
  const { results } = await checkText(text, { store });
  return results.find((one) => one.gate === gate)?.outcome ?? '';
}

async function all(gate: GateId, expected: string, drafts: readonly string[]): Promise<void> {
  for (const draft of drafts) assert.equal(await outcome(gate, draft), expected, draft);
}

test('G1: what is denied, hidden or about something else tells no origin; a motive that is not known is told', async () => {
  await all('G1', 'blocks', [
    '# T\n\nCes courriels ne sont pas volés. Ils ne cherchent pas à nuire.',
    '# T\n\nLe vol AF447 et les voleurs de poules. Une manipulation comptable est visible. Suite.',
    '# T\n\n<span style="display:none">volés afin de nuire</span>Un accord secret. Il date de mai. Voilà.',
    '# T\n\n<b hidden>volés afin de nuire</b>Un accord secret. Il date de mai. Voilà.',
  ]);
  await all('G1', 'passes', [
    '# T\n\nOn ignore qui a piraté ces courriels et dans quel but.',
    '# T\n\nIt is not known who hacked the mailboxes, or why.',
    '# T\n\nThe emails, obtained by hackers, were published in what officials called an attempt to disrupt the vote.',
  ]);
});

test('G2: an id in capitals is a citation, and no word but a label is a label', async () => {
  const of = (words: string) => `# T\n\nLe message [tamis:${ids.unverified}] ${words}.`;
  await all('G2', 'blocks', [
    of('est véridique, d’après les en-têtes'),
    of('is real, its headers prove it'),
    of('est vérifié\u200b par DKIM'),
    `# T\n\n[tamis:${ids.authentic} vérifié : DKIM] et [TAMIS:${ids.unverified.toUpperCase()}] disent tout.`,
    `# T\n\n<a href="tamis:${ids.unverified}">source</a> dit tout.`,
    '# T\n\nMessage [tamis:zzzzzzzz non vérifié : pas de clé].',
    `# T\n\nLe message [tamis:${ids.unverified}] dit tout. <!-- [tamis:${ids.unverified} non vérifié : pas de clé] -->`,
    `# T\n\nLe message [tamis:${ids.unverified}] dit tout. <i hidden>[tamis:${ids.unverified} non vérifié : pas de clé]</i>`,
  ]);
});

test('G3: a rival stays one where it is called ours', async () => {
  await all('G3', 'warns', [
    '---\ntrigger: Notre concurrent l’a publié\n---\n# T\n\nx',
    '---\ntrigger: our rivals published it, not verified by us\n---\n# T\n\nx',
  ]);
});

test('G4: addresses disguised, wrapped, spoken, or kept where no reader looks', async () => {
  const of = (words: string) => `# T\n\nVoir ${words} pour la suite.`;
  await all(
    'G4',
    'blocks',
    [
      'pastebin。com/abc',
      'ｐａｓｔｅｂｉｎ.com/abc',
      'paste\u200bbin.com/abc',
      'pastebin dot com/abc',
      'pastebin point com',
      'http://pastebin.com./x',
      'https://lemonde.fr@pastebin.com/x',
      '![](https://pastebin.com/x.png)',
      '<a data-href="https://pastebin.com/x">x</a>',
      '<form action="https://pastebin.com/x">',
      Buffer.from('https://pastebin.com/abcdef').toString('base64'),
      '[ici](https://translate.goog/?u=pastebin.com/abc)',
      'https://pastebin-com.translate.goog/abc',
      'mega:#!abc!key',
      'infohash CO7Y2N3NQKJ5KQ5Z2T3H5VQ2Y4ZC4Q5Z',
      'QmXoypizjW3WknFiJnKLwHCnL72vedxjQkDDP1mXWo6uco',
      'https://archive.4plebs.org/pol/thread/123',
      'https://ia800300.us.archive.org/12/items/abc/a.html',
      'http://dl.free.fr/getfile.pl?file=/abc',
    ].map(of),
  );
  await all(
    'G4',
    'warns',
    [
      'http://185.12.3.4/x',
      'http://3104112233/x',
      'http://[2001:db8::1]/x',
      'https://example.org/files/a.zip',
      'https://cryptpad.fr/drive/#/2/drive/view/abc',
      'https://tiny.cc/abc',
    ].map(of),
  );
  const grouped = await checkText(of('E1B849F9 631FFC18 29B2E314 02373E3C'), { store });
  assert.equal(grouped.results[3]?.findings[0]?.code, 'hash-unknown');
  await all(
    'G4',
    'passes',
    [
      'https://www.lemonde.fr/politique/article/2017/05/06/x.html',
      'un point com’ et un point de vue',
      'https://web.archive.org/web/2017/https://www.lemonde.fr/',
      'https://archive.ph/2017/https://www.lemonde.fr/a',
      'https://bnf-archive.org.example/details/x',
    ].map(of),
  );
});

test('G4 and G6: entries of front matter that no gate asks for are published with the page', async () => {
  const of = (entry: string) => `---\n${entry}\n---\n# T\n\nTexte.`;
  assert.equal(await outcome('G4', of('image: https://pastebin.com/raw/abc')), 'blocks');
  assert.equal(await outcome('G6', of('description: appeler le 06 12 34 56 78')), 'blocks');
  assert.equal(await outcome('G4', of('dump: https://pastebin.com/raw/abc')), 'passes');
  assert.equal(await outcome('G6', of('asked: hier, au 06 12 34 56 78')), 'passes');
});

test('G5: theft, a question or a hedge in one part does not cover what another asserts', async () => {
  const of = (line: string) => `# ${line}\n\nSelon [tamis:${ids.unverified} non vérifié : pas de clé].`;
  await all(
    'G5',
    'warns',
    [
      'Fuite : le candidat a menti',
      'Leaked: the candidate is corrupt',
      'Pourquoi le candidat ment ?',
      'According to plan, candidate stole',
    ].map(of),
  );
  const hidden = `# Le candidat a menti\n\nIl le dit. <!-- [tamis:${ids.authentic} vérifié : DKIM] -->`;
  assert.equal(await outcome('G5', hidden), 'warns');
  await all(
    'G5',
    'passes',
    [
      'MacronLeaks : ce que l’on sait',
      'Piratage de la campagne : le parquet ouvre une enquête',
      'Le candidat a-t-il menti ?',
      'Hacked e-mails: police investigate',
    ].map(of),
  );
});

test('G7 and G8: a newsroom is nobody, a tick no reason, and silence no answer', async () => {
  const stated = (editor: string, reason: string) =>
    `---\neditor: ${editor}\npublic-interest: ${reason}\nnecessity: ${reason}\nless-intrusive: ${reason}\n---\n# T\n\nx`;
  await all('G7', 'blocks', [
    stated('La Rédaction', 'Le financement du parti'),
    stated('Le Monde', 'Le financement du parti'),
    stated('The Politics Desk', 'Le financement du parti'),
    stated('The Washington Post', 'Le financement du parti'),
    stated('L’Est Républicain', 'Le financement du parti'),
    stated('La Voix du Nord', 'Le financement du parti'),
    stated('Anne Martin', 'x'),
    stated('Anne Martin', 'oui'),
  ]);
  await all('G7', 'passes', [
    stated('Anne Martin', 'Le financement du parti'),
    stated('Marine Le Goff', 'Le financement du parti'),
    stated('Le Goff Anne', 'Le financement du parti'),
    stated('La Fontaine Jean', 'Le financement du parti'),
  ]);
  const codes = async (answer: string) => {
    const { results } = await checkText(`---\nasked: hier, 18 h\nanswer: ${answer}\n---\n# T\n\nx`, {
      store,
    });
    return results.find(({ gate }) => gate === 'G8')?.findings.map(({ code }) => code);
  };
  for (const none of [
    'aucune réponse',
    'pas de réponse à ce jour',
    'no reply',
    'n’a pas répondu',
    'did not respond',
  ])
    assert.ok(!(await codes(none))?.includes('reply-given'), none);
  for (const some of ['no comment', 'Ils démentent', 'refuse de commenter'])
    assert.ok((await codes(some))?.includes('reply-given'), some);
});

test('docx: links cut into runs, diagrams, bound data, pictures no page shows, authors, files within', async () => {
  const run = (inner: string) => `<w:r>${inner}</w:r>`;
  const bytes = zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': `<w:document><w:body><w:p>${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>HYPER</w:instrText>')}${run('<w:instrText>LINK "https://paste</w:instrText>')}${run('<w:instrText>bin.com/x"</w:instrText>')}${run('<w:t>ici</w:t>')}<w:fldSimple w:instr=' HYPERLINK "https://mega.nz/a" '>${run('<w:t>là</w:t>')}</w:fldSimple><w:ins w:author="Jean Dupont">${run('<w:t>x</w:t>')}</w:ins><v:shape alt="chez Chloé Tournier"><v:imagedata r:id="rId9"/></v:shape></w:p></w:body></w:document>`,
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="rId9" Target="media/image1.png"/></Relationships>',
    'word/media/image1.png': 'PNG',
    'word/media/image2.png': 'PNG',
    'docProps/thumbnail.jpeg': 'JPEG',
    'word/diagrams/data1.xml': '<d><a:t>06 12 34 56 78</a:t></d>',
    'customXml/item1.xml': '<x>secret@example.org</x>',
    'word/settings.xml': '<w:settings><w:docVar w:name="a" w:val="07 11 22 33 44"/></w:settings>',
    'word/embeddings/book.xlsx': 'x',
  });
  const draft = readDraft(bytes, 'a.docx');
  assert.deepEqual(
    draft.links.map(({ target }) => target),
    ['https://pastebin.com/x', 'https://mega.nz/a'],
  );
  assert.deepEqual(draft.images.map(({ name }) => name).toSorted(), [
    'docProps/thumbnail.jpeg',
    'media/image1.png',
    'word/media/image2.png',
  ]);
  const { results } = await checkDraft({
    draft,
    lang: 'fr',
    note: noteOf({}),
    store: null,
    silence: null,
    names: ['Chloé Tournier', 'Jean Dupont'],
    picture: () => null,
    ocr: false,
  });
  const found = results
    .find(({ gate }) => gate === 'G6')
    ?.findings.map(({ code, values, place }) => `${code} ${values.kind ?? ''} ${place?.where ?? ''}`);
  for (const one of [
    'listed-name name text of a picture',
    'listed-name name author of changes',
    'personal-shape phone part word/diagrams/data1.xml',
    'personal-shape phone part word/settings.xml',
  ])
    assert.ok(found?.includes(one), `${one} in ${found?.join('; ')}`);
  assert.ok(found?.some((one) => one.startsWith('draft-not-read')));
  assert.match(draft.text, /secret@example\.org/u);
});

test('html: what a browser does not show is read as hidden, until its element closes', () => {
  const html =
    '<h1>Titre</h1><div style="color:red; display: none"><p>volés <b>afin de</b> nuire<br>06 12 34 56 78</p></div><p>Vu.</p><p hidden>b</p><p>Fin <span style="opacity:0">c</span>.</p>';
  const draft = readDraft(Buffer.from(`<html><body>${html}</body></html>`), 'a.html');
  const shown = draft.paragraphs.filter(({ kind }) => kind !== 'hidden');
  assert.deepEqual(
    shown.map(({ at, end }) => draft.text.slice(at, end).trim()),
    ['Titre', 'Vu.', 'Fin .'],
  );
  assert.match(draft.text, /06 12 34 56 78/u);
});
