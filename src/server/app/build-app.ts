import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AppFolder, appFolder } from './app-folder.ts';

export type Build = (folder: string) => Promise<{ readonly built: boolean; readonly said: string }>;

/** How often whoever waits for another's build looks again. */
const LOOK_MS = 200;
/** A build takes seconds; a lock this old was left by a process whose number another one has now. */
const STALE_MS = 300_000;

/**
 * Builds the app of a checkout as `npm run build:ui` does. Two who open a case at the same time build once: the second
 * waits for the first. A build stands in a folder of its own until it is whole, so that nobody is served half of one.
 * Resolves to whether it is there now, with what was said if not.
 */
export async function buildApp(
  found: Extract<AppFolder, { type: 'to-build' }>,
  root?: string,
  build: Build = viteBuild(found.builder, root),
): Promise<{ readonly built: boolean; readonly said: string }> {
  mkdirSync(dirname(found.folder), { recursive: true });
  const lock = `${found.folder}.lock`;
  await locked(lock);
  try {
    // Somebody else has built it meanwhile.
    if (appFolder(root).type === 'built') return { built: true, said: '' };
    const making = `${found.folder}.${randomUUID()}`;
    const result = await build(making);
    if (result.built) replace(found.folder, making);
    rmSync(making, { recursive: true, force: true });
    return result;
  } finally {
    rmSync(lock, { force: true });
  }
}

function replace(folder: string, made: string): void {
  const old = `${made}.old`;
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(made, folder);
  rmSync(old, { recursive: true, force: true });
}

async function locked(lock: string): Promise<void> {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isLeft(lock)) rmSync(lock, { force: true });
      else await sleep(LOOK_MS);
    }
  }
}

/** Whoever wrote it has ended without taking it away. */
function isLeft(lock: string): boolean {
  try {
    if (Date.now() - statSync(lock).mtimeMs > STALE_MS) return true;
    const pid = Number(readFileSync(lock, 'utf8'));
    // Between its making and its writing it is empty for a moment.
    if (pid === 0) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function viteBuild(builder: string, root: string | undefined): Build {
  return (folder) =>
    new Promise((resolve) => {
      const home = root ?? dirname(dirname(folder));
      const flags = ['build', join(home, 'ui'), '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
      const child = spawn(process.execPath, [builder, ...flags], {
        cwd: home,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      const keep = (chunk: Buffer): void => {
        said = (said + chunk.toString('utf8')).slice(-2_000);
      };
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      child.on('error', (error) => resolve({ built: false, said: error.message }));
      child.on('close', (code) => resolve({ built: code === 0, said }));
    });
}
