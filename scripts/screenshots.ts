/**
 * Pictures of the workbench for docs/screenshots: `npm run screenshots`, or `npm run screenshots -- NAME...` for some.
 * Of an exercise of `tamis rehearse` with its posts, since the demo has neither a batch of saves nor posts.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { mailDecoy, PASSPHRASE, temporaryLedger } from '../src/decoys/ledger/testing.ts';
import { openWorkbench, type Workbench } from '../test/ui/workbench.ts';

const ROOT = join(import.meta.dirname, '..');
const MAIN = join(ROOT, 'src', 'cli', 'main.ts');
const CASE = 'port-brissac.tamis';
const TARGET = join(ROOT, 'docs', 'screenshots');

/** The spread of many posts is counted the first time it is asked for. */
const PATIENCE = 180_000;

/** Decoys that lie in the dump. */
const DECOYS = 6;

interface Shot {
  readonly name: string;
  /** Behind `#/`. */
  readonly view: string;
  /** Shown when the picture can be taken. */
  readonly wait: string;
  /** Clicked before, one after the other. */
  readonly click?: string | readonly string[];
  /** Written before that: where, and what. */
  readonly fill?: readonly [selector: string, text: string];
  readonly dark?: boolean;
  readonly french?: boolean;
  readonly phone?: boolean;
}

const ALTERED = 'reader?q=verdict:altered';

/** A draft with what drafts of such nights have. */
const DRAFT = `# Leaked mails of the campaign PROVE what nobody dared to say

All of it is certainly forged, the campaign says. The whole archive is on https://pastebin.com/a1b2c3d4 .

Reached at 06 12 34 56 78, an aide would not comment.
`;

const SHOTS: readonly Shot[] = [
  { name: 'overview', view: 'overview', wait: '.timeline' },
  { name: 'overview-fr-dark', view: 'overview', wait: '.timeline', dark: true, french: true },
  { name: 'reader', view: ALTERED, click: '.item-row >> nth=1', wait: '.mail-text' },
  { name: 'why', view: `${ALTERED}&view=why`, click: '.item-row >> nth=1', wait: '.reasons' },
  {
    name: 'compare',
    view: 'reader?q=reason:reference-differs&view=compare',
    click: '.item-row >> nth=0',
    wait: '.sides ins, .sides del',
  },
  {
    name: 'headers',
    view: 'reader?q=reason:extra-from&view=headers',
    click: '.item-row >> nth=0',
    wait: '.headers',
  },
  {
    name: 'clocks',
    view: 'reader?q=reason:clock*&view=clocks',
    click: '.item-row >> nth=0',
    wait: '.clock-line',
  },
  { name: 'traces', view: 'traces', wait: '.batch' },
  {
    name: 'decoy',
    view: 'reader?q=is:decoy',
    click: '.item-row >> nth=1',
    wait: '.item-head .decoy-mark',
  },
  {
    name: 'operation',
    view: 'operation?published=2022-04-29T20:30&election=FR-presidential-2022-round-2',
    wait: '.events',
  },
  { name: 'bait', view: 'bait', wait: '.bait-list' },
  { name: 'decoys', view: 'decoys', wait: '.decoys table' },
  {
    name: 'publish',
    view: 'publish',
    fill: ['textarea.draft', DRAFT],
    click: '.publish button.primary',
    wait: '.gate-sum',
  },
  {
    ...{ name: 'dossier', view: 'dossier?for=press' },
    ...{ click: '.dossier button.primary', wait: '.dossier-frame' },
  },
  { name: 'people', view: 'people', wait: '.sortable' },
  { name: 'people-graph', view: 'people?show=graph', wait: '.graph' },
  { name: 'spread', view: 'spread', wait: '.volume' },
  { name: 'spread-graph', view: 'spread?show=graph', wait: '.graph' },
  {
    name: 'silence',
    view: 'silence?election=FR-presidential-2017-round-2&at=2017-05-06T01:00',
    wait: '.windows',
  },
  { name: 'attribution', view: 'attribution?example=macronleaks', wait: '.matrix' },
  { name: 'custody', view: 'custody', wait: '.custody table' },
  { name: 'review', view: 'review', wait: '.review h1' },
  { name: 'phone-reader', view: ALTERED, wait: '.item-row >> nth=3', phone: true },
  {
    name: 'phone-why',
    view: `${ALTERED}&view=why`,
    click: '.item-row >> nth=1',
    wait: '.reasons',
    phone: true,
  },
];

/** Two people at work, so that the page of the review has something to show. */
async function reviewSome(workbench: Workbench): Promise<void> {
  for (const author of ['Nadia', 'Théo']) {
    const { context } = await workbench.person();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${workbench.origin}/#/${ALTERED}`);
    await page.locator('button.author').click();
    await page.getByRole('dialog').getByRole('textbox').fill(author);
    await page.keyboard.press('Enter');
    await page.locator('button.author', { hasText: author }).waitFor();
    for (const row of [0, 1, 2]) {
      await page.locator('.item-row').nth(row).click();
      await page.locator('.review-bar').waitFor();
      await page.getByRole('button', { name: 'I checked it' }).click();
      if (row < 2) await page.getByRole('button', { name: 'Sign off' }).click();
      if (author === 'Nadia') {
        await page.getByRole('button', { name: 'Dossier' }).click();
        await page.getByRole('textbox', { name: 'Add a tag' }).fill(row === 0 ? 'press' : 'to answer');
        await page.keyboard.press('Enter');
        await page.locator('.review-bar .tag').first().waitFor();
      }
    }
    await context.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tamis-screenshots-'));
/** Where the case of the pictures lay is nobody's business. */
const HIDE_FOLDER = `{
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll(${JSON.stringify(folder)}, '~');
}`;

try {
  const directory = await makeCase();
  const opened = await openWorkbench(directory);
  if (opened.type === 'none') throw new Error(opened.why);
  const { workbench } = opened;
  try {
    await takeAll(workbench);
  } finally {
    await workbench.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function takeAll(workbench: Workbench): Promise<void> {
  mkdirSync(TARGET, { recursive: true });
  await reviewSome(workbench);
  const named = process.argv.slice(2);
  for (const shot of SHOTS.filter(({ name }) => named.length === 0 || named.includes(name))) {
    const { context } = await workbench.person({
      viewport: shot.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
      colorScheme: shot.dark ? 'dark' : 'light',
      locale: shot.french ? 'fr-FR' : 'en-GB',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await take(page, `${workbench.origin}/#/${shot.view}`, shot);
    await context.close();
  }
}

async function take(page: Page, address: string, { name, fill, click, wait }: Shot): Promise<void> {
  await page.goto(address);
  if (fill !== undefined) await page.locator(fill[0]).fill(fill[1]);
  for (const each of [click ?? []].flat()) await page.locator(each).click();
  await page.locator(wait).first().waitFor();
  if (wait === '.graph') {
    // A graph is drawn when it comes into view.
    await page.locator(wait).scrollIntoViewIfNeeded();
    await page.locator('.graph canvas').first().waitFor();
  }
  // Fonts, and the first frames of a graph.
  await page.waitForTimeout(600);
  await page.evaluate(HIDE_FOLDER);
  await page.screenshot({ path: join(TARGET, `${name}.png`) });
  process.stdout.write(`${name}\n`);
}

/** Decoys in the dump as they were planted, and in an answer that quotes one. Returns the folder of their ledger. */
async function plantDecoys(dump: string): Promise<string> {
  const { directory, ledger } = await temporaryLedger(DECOYS + 1);
  const [quoted] = ledger.entries.slice(DECOYS);
  ledger.close();
  mkdirSync(join(dump, 'leurres'));
  for (let at = 0; at < DECOYS; at++) writeFileSync(join(dump, 'leurres', `${at}.eml`), mailDecoy(at).bytes);
  const answer = [
    'From: Maurice Delorme <maurice@port-brissac.example>',
    'To: Odile Ferrand <odile@decoys.example>',
    'Subject: Re: Matériel'.normalize('NFC'),
    'Date: Mon, 18 Apr 2022 10:00:00 +0200',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Parfait, merci !',
    '',
    (quoted?.text ?? '').replace(/^/gm, '> '),
  ];
  writeFileSync(join(dump, 'leurres', 'reponse.eml'), answer.join('\n'));
  return directory;
}

async function makeCase(): Promise<string> {
  const exercise = join(folder, 'exercise');
  const directory = join(folder, CASE);
  run('rehearse', '--output', exercise);
  const players = join(exercise, 'players');
  const dump = join(players, 'dump');
  const ledger = await plantDecoys(dump);
  const keys = join(players, 'keys', 'all.jsonl');
  run(
    'sift',
    dump,
    '--reference',
    join(players, 'reference'),
    '--keys',
    keys,
    '--ledger',
    ledger,
    '--case',
    directory,
  );
  run('bait', 'mail', '--case', directory);
  const posts = join(folder, 'posts');
  run('rehearse', 'spread', '--exercise', exercise, '--output', posts);
  run('spread', 'import', join(posts, 'posts.jsonl'), '--case', directory);
  return directory;
}

function run(...args: string[]): void {
  const env = { ...process.env, TAMIS_LEDGER_PASSPHRASE: PASSPHRASE };
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(`tamis ${args.join(' ')}: ${stderr}`);
}
