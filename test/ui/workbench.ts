import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findChromium, withoutGraphics } from './find-chromium.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** What the first server has built. */
const APP = join(ROOT, 'dist', 'ui');
const MAIN = join(ROOT, 'src', 'cli', 'main.ts');

/** A whole build of the page and the start of the server on a loaded machine, in milliseconds. */
const START = 60_000;

/** The longest a page may take to show what a test waits for, on a loaded machine. */
const PATIENCE = 8_000;

/** The workbench over the demo case, and a browser to look at it with. */
export interface Workbench {
  readonly browser: Browser;
  /** Of the process that serves the case. */
  readonly serverId: number;
  /** Milliseconds from its start to its first word, the address; the page was built before. */
  readonly startMs: number;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** A person with a browser of their own, signed in. What the page logs as an error is in `problems`. */
  person(options?: BrowserContextOptions): Promise<Person>;
  /** Where the same case is served as to colleagues, behind this password; nobody is signed in there. */
  behind(password: string): Promise<{ readonly origin: string; close(): Promise<void> }>;
  /** Another case, served beside the first. */
  beside(directory: string): Promise<{ readonly url: string; close(): Promise<void> }>;
  close(): Promise<void>;
}

export interface Person {
  readonly context: BrowserContext;
  readonly problems: readonly string[];
}

export type Opened =
  | { readonly type: 'open'; readonly workbench: Workbench }
  | { readonly type: 'none'; readonly why: string };

/**
 * Serves a case, the demo sifted anew where none is given, and starts a browser.
 *
 * @param graphics `played`: WebGL, and every frame, by a graphics card that the processor plays; `none`: what is measured
 */
export async function openWorkbench(given?: string, graphics: 'played' | 'none' = 'played'): Promise<Opened> {
  const found = await findChromium();
  if (found.type === 'none') return found;
  const folder = mkdtempSync(join(tmpdir(), 'tamis-ui-'));
  const directory = given ?? join(folder, 'demo.tamis');
  const { server, url, startMs } = await begun(folder, () => {
    if (given === undefined) siftDemo(directory);
    return serve(directory);
  });
  const args = graphics === 'none' ? withoutGraphics(found.args) : found.args;
  const browser = await chromium.launch({ executablePath: found.path, args: [...args] });
  const workbench: Workbench = {
    browser,
    ...{ startMs, serverId: server.pid ?? 0 },
    origin: new URL(url).origin,
    person: async (options = {}) => {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Paris', ...options });
      context.setDefaultTimeout(PATIENCE);
      const problems: string[] = [];
      context.on('weberror', (error) => problems.push(error.error().message));
      context.on('console', (message) => {
        // A refusal by the content security policy is logged as an error as well.
        const expected = /Failed to load resource/u.test(message.text());
        if (message.type() === 'error' && !expected) problems.push(message.text());
      });
      const page = await context.newPage();
      await page.goto(url);
      await page.locator('#content').waitFor();
      return { context, problems };
    },
    behind: async (password) => {
      const file = join(folder, 'password.txt');
      writeFileSync(file, `${password}\n`);
      const second = await serve(directory, ['--host', '127.0.0.1', '--password-file', file], {
        TAMIS_APP: APP,
      });
      return { origin: new URL(second.url).origin, close: () => stop(second.server) };
    },
    beside: async (other) => {
      const second = await serve(other, [], { TAMIS_APP: APP });
      return { url: second.url, close: () => stop(second.server) };
    },
    close: async () => {
      await browser.close();
      await stop(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return { type: 'open', workbench };
}

/** What cannot begin leaves no folder behind. */
async function begun<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function siftDemo(directory: string): void {
  const demo = join(ROOT, 'demo');
  const keys = join(demo, 'keys.jsonl');
  run([
    'sift',
    join(demo, 'dump'),
    '--reference',
    join(demo, 'reference'),
    '--keys',
    keys,
    '--case',
    directory,
  ]);
}

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`tamis ${args[0]}: ${stderr}`);
}

async function serve(
  directory: string,
  flags: readonly string[] = [],
  settings: NodeJS.ProcessEnv = {},
): Promise<{ server: ChildProcess; url: string; startMs: number }> {
  const begun = performance.now();
  const args = [MAIN, 'open', '--case', directory, '--port', '0', '--no-browser', '--json', ...flags];
  const env = { ...process.env, ...settings };
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const line = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`tamis open did not start: ${said}`)), START);
    server.once('close', () => reject(new Error(`tamis open ended: ${said}`)));
    server.stdout.once('data', (chunk: Buffer) => {
      clearTimeout(late);
      resolve(chunk.toString());
    });
  });
  const told: { url?: string } = JSON.parse(line);
  if (told.url === undefined) throw new Error(`tamis open did not start: ${line}`);
  return { server, url: told.url, startMs: performance.now() - begun };
}

async function stop(server: ChildProcess): Promise<void> {
  server.kill('SIGINT');
  await new Promise((resolve) => server.once('close', resolve));
}
