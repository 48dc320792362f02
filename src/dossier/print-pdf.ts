import { spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TamisError } from '../model/index.ts';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  'chrome',
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A page of ours takes two seconds; a browser that hangs must not keep the dossier. */
const PRINT_MS = 120_000;

/** A Chromium of this machine; `TAMIS_CHROMIUM` names another. Null where none is found. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | null {
  const named = env.TAMIS_CHROMIUM ?? '';
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const found = folders.flatMap((folder) =>
    PROGRAMS.flatMap((name) => endings.map((end) => join(folder, name + end))),
  );
  return (named === '' ? [...found, ...PLACES] : [named]).find(isProgram) ?? null;
}

/**
 * Prints a page to PDF with a browser that may not reach anything: every name resolves to nothing, and the page itself
 * forbids all but its own style. `signal` ends the browser. Throws `no-chromium`, `print-failed`.
 */
export async function printPdf(
  page: string,
  pdf: string,
  env: Readonly<Record<string, string | undefined>>,
  signal?: AbortSignal,
): Promise<void> {
  const program = findChromium(env);
  if (program === null)
    throw new TamisError('no-chromium', {
      en: 'No Chromium, Chrome or Edge was found. Name one in TAMIS_CHROMIUM, or print the page from a browser.',
      fr: 'Ni Chromium, ni Chrome, ni Edge n’ont été trouvés. Nommez-en un dans TAMIS_CHROMIUM, ou imprimez la page depuis un navigateur.',
    });
  const profile = mkdtempSync(join(tmpdir(), 'tamis-print-'));
  try {
    const words = [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-extensions',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--user-data-dir=${profile}`,
      // Chromium refuses its sandbox to the superuser (containers); the page is ours and runs no script.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ];
    await run(program, words, signal);
    // It holds what the page holds.
    chmodSync(pdf, 0o600);
  } catch (cause) {
    throw new TamisError(
      'print-failed',
      { en: `${program} did not print ${page}.`, fr: `${program} n’a pas imprimé ${page}.` },
      { cause },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

function run(program: string, words: readonly string[], signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      stdio: 'ignore',
      timeout: PRINT_MS,
      ...(signal !== undefined && { signal }),
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`ended with ${code ?? signal}`)),
    );
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
