/** Decoys and a ledger for tests: made by hand, so that no test waits for a generator. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decoy, Recipe } from '../model/index.ts';
import { recipeHash } from '../model/index.ts';
import { SaidWords } from '../own/index.ts';
import { Ledger, type LedgerHost } from './ledger.ts';

export const RECIPE: Recipe = {
  format: 1,
  seed: 'ab'.repeat(32),
  personas: '0'.repeat(64),
  model: '1'.repeat(64),
  generator: '2'.repeat(64),
  languages: ['fr'],
  counts: { mail: 20, document: 0, calendar: 0, contact: 0, account: 0 },
  attempts: {},
};

export const HOST: LedgerHost = {
  now: () => new Date('2026-03-01T10:00:00Z'),
  random: (length) => Uint8Array.from(randomBytes(length)),
  cost: 2 ** 10,
};

export const PASSPHRASE = 'quatre pommes au four';

const PLACES = [
  'la salle des archives',
  'le hangar du quai',
  'la cour arrière',
  'le bureau du fond',
  'le petit amphi',
];
const THINGS = [
  'douze chaises pliantes',
  'le vidéoprojecteur',
  'trois cartons de badges',
  'la machine à café',
  'les rallonges',
];

export function mailDecoy(index: number): Decoy {
  const place = PLACES[index % PLACES.length] ?? '';
  const thing = THINGS[(index * 3 + 1) % THINGS.length] ?? '';
  const body = [
    `Bonjour Odile,\r\n\r\nPour mardi ${index + 3}, il faudra porter ${thing} dans ${place} avant huit heures`,
    `et demie =E2=80=94 le gardien num=C3=A9ro ${index * 7 + 11} a la clef du placard ${index}.`,
    `Pense au carnet vert de Maurice, page ${index * 13 + 5}, on en avait parl=C3=A9 dans le train.\r\n`,
    `Amicalement,\r\nBastien Orvault\r\n`,
  ].join('=20\r\n');
  const note = `Liste ${index} : ${thing}, ${place}\n`;
  const head = [
    'From: Bastien Orvault <bastien@decoys.example>',
    'To: Odile Ferrand <odile@decoys.example>',
    `Subject: =?utf-8?Q?Mat=C3=A9riel_${index}?=`,
    `Date: Mon, ${String((index % 27) + 1).padStart(2, '0')} Feb 2026 08:${String(index % 60).padStart(2, '0')}:12 +0100`,
    `Message-ID: <decoy-${index}@decoys.example>`,
    'MIME-Version: 1.0',
  ];
  const message = [
    ...head,
    'Content-Type: multipart/mixed; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    body,
    '--b1',
    'Content-Type: application/octet-stream; name="liste.bin"',
    'Content-Disposition: attachment; filename="liste.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(note).toString('base64'),
    '--b1--',
    '',
  ].join('\r\n');
  const recipe = recipeHash(RECIPE);
  return {
    id: `d${createHash('sha256').update(`${recipe} ${index}`).digest('hex').slice(0, 16)}`,
    index,
    kind: 'mail',
    bytes: Uint8Array.from(Buffer.from(message)),
    fileName: `${index}.eml`,
    type: 'message/rfc822',
    placement: { folder: 'Sent', at: Date.parse('2026-02-01T08:00:00Z') + index * 3_600_000 },
    thread: null,
    personas: ['bastien', 'odile'],
    author: { name: 'Bastien Orvault', address: 'bastien@decoys.example' },
    harm: 'none',
    text: '',
    attachments: [
      { name: 'liste.bin', type: 'application/octet-stream', bytes: Uint8Array.from(Buffer.from(note)) },
    ],
    accounts: [{ service: 'portail.decoys.example', user: 'B.Orvault', password: `Tilleul-${index}-vert` }],
    origin: { type: 'recipe', recipe },
  };
}

/** Of a mailbox without a word. */
export const NOTHING_SAID = new SaidWords(new Uint32Array(0));

/** @param said by the mailbox that the decoys are like; null as in ledgers that do not know it */
export async function temporaryLedger(
  decoys: number,
  said: SaidWords | null = NOTHING_SAID,
): Promise<{ readonly directory: string; readonly ledger: Ledger }> {
  const parent = mkdtempSync(join(tmpdir(), 'tamis-ledger-'));
  process.once('exit', () => rmSync(parent, { recursive: true, force: true }));
  const directory = join(parent, 'l');
  const ledger = Ledger.create(directory, 'test', PASSPHRASE, HOST);
  ledger.addRecipe(RECIPE);
  await ledger.add(
    Array.from({ length: decoys }, (_, index) => mailDecoy(index)),
    said,
  );
  return { directory, ledger };
}
