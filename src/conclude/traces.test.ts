import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { makeMessage, makeRecord } from '../../test/records.ts';
import { createCase, prepareItem } from '../case/index.ts';
import type { CaseStore } from '../case/store.ts';
import { explain } from '../judge/testing/explain.ts';
import type { DocumentClock, ItemRecord, MetadataField } from '../model/index.ts';
import { Scratch } from '../spill/scratch.ts';
import { concludeCase } from './conclude.ts';
import { InlineParts } from './parts/part-runner.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-traces-'));
after(() => rmSync(root, { recursive: true, force: true }));

const DAY = 86_400_000;
const THEFT = Date.UTC(2017, 2, 27, 9);
const core = 'docProps/core.xml';

interface Sketch {
  readonly path: string;
  readonly parent?: string;
  readonly author: string;
  readonly lastAuthor: string;
  readonly created: number;
  readonly saved: number;
  readonly language?: string;
  readonly rsids?: string;
}

function spreadsheet({
  path,
  parent,
  author,
  lastAuthor,
  created,
  saved,
  language,
  rsids,
}: Sketch): ItemRecord {
  const iso = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
  const metadata: MetadataField[] = [
    { field: 'author', value: author, where: `${core} dc:creator` },
    { field: 'last-author', value: lastAuthor, where: `${core} cp:lastModifiedBy` },
    { field: 'created', value: iso(created), where: `${core} dcterms:created` },
    { field: 'modified', value: iso(saved), where: `${core} dcterms:modified` },
    { field: 'application', value: 'Microsoft Excel', where: 'docProps/app.xml Application' },
    { field: 'application-version', value: '15.0300', where: 'docProps/app.xml AppVersion' },
    { field: 'interface-language', value: language ?? 'fr', where: 'docProps/app.xml HeadingPairs' },
    ...(rsids === undefined ? [] : [{ field: 'rsids', value: rsids, where: 'word/settings.xml w:rsids' }]),
  ];
  const clocks: DocumentClock[] = (['created', 'modified'] as const).map((which) => ({
    source: `${core} dcterms:${which}`,
    time: iso(which === 'created' ? created : saved),
    precision: 'second',
    zone: 'UTC',
  }));
  return makeRecord({ path, parent: parent ?? null, kind: 'document', metadata, clocks });
}

/** Two years of mail, each tenth with a spreadsheet; and a folder that somebody saved after the theft. */
function leak(): ItemRecord[] {
  const items: ItemRecord[] = [];
  for (let at = 0; at < 300; at++) {
    const sent = THEFT - (301 - at) * 2.3 * DAY;
    const path = `d/mail/${String(at).padStart(4, '0')}.eml`;
    const traces = [{ kind: 'x-mailer', value: 'Mail 3', where: 'X-Mailer' }] as const;
    items.push(makeMessage({ path, date: new Date(sent).toISOString(), item: { traces } }));
    if (at % 10 !== 0) continue;
    const author = `Employé ${at % 4}`;
    const days = { created: sent - 30 * DAY, saved: sent - DAY / 3 };
    items.push(
      spreadsheet({ path: `${path}/t${at}.xlsx`, parent: path, author, lastAuthor: author, ...days }),
    );
  }
  for (let at = 0; at < 18; at++) {
    const lastAuthor = at % 2 === 0 ? 'Рошка Георгий Петрович' : `Employé ${at % 4}`;
    const days = { created: Date.UTC(2006, 5, 1) + at * 200 * DAY, saved: THEFT + 3 * DAY + at * 13_000 };
    items.push(
      spreadsheet({
        path: `d/folder/${at}.xlsx`,
        author: `Employé ${at % 4}`,
        lastAuthor,
        language: 'ru',
        ...days,
      }),
    );
  }
  return items;
}

let made = 0;
function concluded(items: readonly ItemRecord[]): CaseStore {
  const store = createCase(join(root, `${made++}.tamis`), { now: () => new Date('2017-06-01') });
  store.addItems(items.map((item) => prepareItem('leak', item)));
  concludeCase(store);
  return store;
}

describe('traces over a whole leak', () => {
  it('tells the known case: a folder saved within four minutes by one foreign program', () => {
    const store = concluded(leak());
    const findings = store.traceFindings();
    const [window] = findings?.windows ?? [];
    assert.equal(findings?.windows.length, 1);
    assert.equal(window?.files.length, 18);
    assert.equal(window?.seconds, 221);
    assert.deepEqual(
      window?.languages.map(({ value, count }) => [value, count]),
      [['ru', 18]],
    );
    assert.deepEqual(
      window?.applications.map(({ value }) => value),
      ['Microsoft Excel 15.0300'],
    );
    assert.equal(window?.lastAuthors[0]?.value, 'Рошка Георгий Петрович');
    assert.equal(window?.lastAuthors[0]?.count, 9);
    assert.equal(window?.lastAuthors[0]?.familiarity, 'seldom');
    assert.equal(window?.made?.[0].slice(0, 4), '2006');
    assert.deepEqual(window?.foreign, ['language', 'last-author']);
    assert.equal(findings?.late.filter(({ against }) => against === 'last-message').length, 18);
    assert.equal(store.count('touched:batch', {}), 18);
    assert.equal(store.count('touched:after-send -touched:batch', {}), 0);

    const judgement = store.itemByPath('leak', 'd/folder/0.xlsx')?.judgement;
    assert.equal(judgement?.verdict, 'unverified');
    const told = judgement === null || judgement === undefined ? '' : explain(judgement, 'en').join('\n');
    assert.match(told, /one run of 18 documents .* within 4 minutes, last author Рошка Георгий Петрович/u);
    assert.match(told, /not the same as changed/u);
    store.close();
  });

  it('tells a document saved after its message was sent, but not one a signature covers, nor a clock a bit off', () => {
    const sent = Date.UTC(2016, 1, 1, 12);
    const message = (name: string) => makeMessage({ path: `d/${name}`, date: new Date(sent).toISOString() });
    const attached = (name: string, saved: number): ItemRecord =>
      spreadsheet({
        path: `d/${name}/a.xlsx`,
        parent: `d/${name}`,
        author: 'A',
        lastAuthor: 'B',
        created: sent - DAY,
        saved,
      });
    const store = concluded([
      message('1.eml'),
      attached('1.eml', sent + 20 * DAY),
      message('2.eml'),
      attached('2.eml', sent + 10 * 60_000),
      message('3.eml'),
      attached('3.eml', sent + 2 * 3_600_000),
    ]);
    const late = store.traceFindings()?.late ?? [];
    assert.deepEqual(
      late.map(({ gapSeconds, against, cause }) => [gapSeconds, against, cause]),
      [
        [20 * 86_400, 'its-message', null],
        [7_200, 'its-message', 'zone'],
      ],
    );
    assert.equal(store.count('reason:saved-after-sent', {}), 2);
    store.close();
  });

  it('claims nothing of a run in which all is met elsewhere, whatever language its texts are marked with', () => {
    const house = leak().map((item): ItemRecord => {
      if (!item.path.startsWith('d/folder/')) return item;
      const metadata = (item.metadata ?? []).flatMap((each) => {
        if (each.field === 'last-author') return [{ ...each, value: 'Employé 2' }];
        return each.field === 'interface-language'
          ? [{ field: 'language', value: 'en-US', where: `${core} dc:language` }]
          : [each];
      });
      return { ...item, metadata };
    });
    const store = concluded(house);
    const [window] = store.traceFindings()?.windows ?? [];
    assert.deepEqual(window?.foreign, []);
    assert.deepEqual(window?.languages, []);
    assert.deepEqual(
      window?.textLanguages?.map(({ value, count }) => [value, count]),
      [['en-US', 18]],
    );
    assert.equal(store.count('reason:saved-in-batch', {}), 0);
    assert.equal(store.count('reason:saved-in-own-run', {}), 18);
    assert.equal(store.count('touched:batch', {}), 18);
    store.close();
  });

  it('is not led by a second evening of one stranger to think them of the house, but by many months', () => {
    const again = (days: number): ItemRecord[] =>
      Array.from({ length: 18 }, (_, at) =>
        spreadsheet({
          path: `d/again${days}/${at}.xlsx`,
          author: `Employé ${at % 4}`,
          lastAuthor: at % 2 === 0 ? 'Рошка Георгий Петрович' : `Employé ${at % 4}`,
          language: 'ru',
          created: Date.UTC(2007, 5, 1) + at * 190 * DAY,
          saved: THEFT + days * DAY + at * 13_000,
        }),
      );
    for (const [days, foreign] of [
      [4, ['language', 'last-author']],
      [40, []],
    ] as const) {
      const store = concluded([...leak(), ...again(days)]);
      assert.deepEqual(
        store.traceFindings()?.windows.map((window) => window.foreign),
        [foreign, foreign],
      );
      store.close();
    }
  });

  it('takes author and program from the last state of a PDF, not from one before it', () => {
    const state = (place: string, author: string, application: string): MetadataField[] => [
      { field: 'author', value: author, where: `Info, ${place} /Author` },
      { field: 'application', value: application, where: `Info, ${place} /Creator` },
    ];
    const where = 'Info, object 5 at byte 1501 /ModDate';
    const saved = '2017-03-30T09:00:00Z';
    const store = concluded([
      makeMessage({ path: 'd/1.eml', date: '2017-03-01T09:00:00Z' }),
      makeRecord({
        path: 'd/1.eml/a.pdf',
        parent: 'd/1.eml',
        kind: 'document',
        metadata: [
          ...state('earlier object 5 at byte 470', 'Anne', 'Writer'),
          ...state('object 5 at byte 1501', 'Гость', 'An editor'),
          { field: 'modified', value: saved, where },
        ],
        clocks: [{ source: where, time: saved, precision: 'second', zone: '+03:00' }],
      }),
    ]);
    assert.equal(store.traceFindings()?.late[0]?.application, 'An editor');
    const groups = [...store.traceGroups({ kind: 'application' })];
    assert.deepEqual(
      groups.map(({ value, first }) => [value, first?.slice(0, 10)]).sort(),
      [
        ['An editor', '2017-03-30'],
        ['Writer', '2017-03-01'],
      ],
      'an earlier state has no time of its own but that of its message',
    );
    store.close();
  });

  it('says nothing more when it is run again', () => {
    const store = concluded(leak());
    const before = store.traceFindings();
    const reasons = store.itemByPath('leak', 'd/folder/0.xlsx')?.judgement?.reasons.length;
    concludeCase(store);
    assert.deepEqual(store.traceFindings(), before);
    assert.equal(store.itemByPath('leak', 'd/folder/0.xlsx')?.judgement?.reasons.length, reasons);
    store.close();
  });

  it('joins versions by rare revision ids, and not what shares a template', () => {
    const template = '00AA0001 00AA0002 00AA0003';
    const text = (name: string, rsids: string): ItemRecord =>
      spreadsheet({ path: `d/${name}`, author: name, lastAuthor: name, created: THEFT, saved: THEFT, rsids });
    const store = concluded([
      ...Array.from({ length: 12 }, (_, at) => text(`${at}.docx`, `${template} 00B${at}0001 00B${at}0002`)),
      text('v1.docx', `${template} 00C10001 00C10002`),
      text('v2.docx', `${template} 00C10001 00C10002 00C10003`),
    ]);
    const derived = store.traceFindings()?.derived ?? [];
    assert.deepEqual(
      derived.map(({ by, items }) => [by, items.map(({ name }) => name)]),
      [['rsids', ['v1.docx', 'v2.docx']]],
    );
    store.close();
  });
  it('does not take the empty document of a program for an ancestor', () => {
    const empty = (name: string): readonly ItemRecord[] => {
      const item = spreadsheet({
        path: `d/${name}`,
        author: name,
        lastAuthor: name,
        created: THEFT,
        saved: THEFT,
        rsids: '00034616 0006063C 0015074B',
      });
      const id = { field: 'document-id', value: '24062061', where: 'word/settings.xml docId' };
      const preview = makeRecord({
        path: `d/${name}/thumbnail.jpeg`,
        parent: `d/${name}`,
        kind: 'image',
        sha256: '96367138dc44ce09bf2c8f0f8e49348a1478d2c5c0af69bbc2bbc38b63cdcead',
      });
      return [{ ...item, metadata: [...(item.metadata ?? []), id] }, preview];
    };
    const store = concluded([...empty('a.docx'), ...empty('b.docx')]);
    assert.deepEqual(store.traceFindings()?.derived, []);
    store.close();
  });

  it('finds the same piece by piece, with lists in files, and of copies that lie in other pieces', () => {
    const folder = leak();
    const copies = folder.slice(-6).map((item, at): ItemRecord => {
      const sent = { path: `d/zz/${at}.eml`, date: new Date(THEFT - (6 - at) * DAY).toISOString() };
      const copy = { ...item, path: `${sent.path}/c.xlsx`, parent: sent.path };
      return at % 2 === 0 ? { ...item, path: `d/zz/${at}.xlsx` } : copy;
    });
    const messages = copies.flatMap(({ parent }) =>
      parent === null ? [] : [makeMessage({ path: parent, date: new Date(THEFT - DAY).toISOString() })],
    );
    const previews = folder.slice(-18, -14).map(
      ({ path }, at): ItemRecord =>
        makeRecord({
          path: `${path}/thumbnail.jpeg`,
          parent: path,
          kind: 'image',
          sha256: `${at % 2}`.repeat(64),
        }),
    );
    const items = [...folder, ...copies, ...messages, ...previews];
    const whole = concluded(items);
    const found = foundIn(whole);
    assert.deepEqual(
      found.findings?.derived.map(({ by, items: { length } }) => [by, length]),
      [
        ['thumbnail', 2],
        ['thumbnail', 2],
      ],
    );
    assert.deepEqual(
      found.findings?.windows[0]?.files.map(({ copies: { length } }) => length),
      [...Array(12).fill(0), ...Array(6).fill(1)],
    );
    assert.equal(found.findings?.late.filter(({ against }) => against === 'its-message').length, 3);
    concludeCase(whole, () => {}, new InlineParts(whole, 7), new Scratch(whole.directory, 200));
    assert.deepEqual(foundIn(whole), found);
    whole.close();
  });
});

function foundIn(store: CaseStore) {
  return {
    findings: store.traceFindings(),
    groups: [...store.traceGroups({})],
    notes: [...store.search('', {})].map(({ path }) => store.itemByPath('leak', path)?.judgement),
  };
}
