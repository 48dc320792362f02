import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');

/** Beside the Node that scripts/with-node.sh brings: never committed, and kept from one run to the next. */
const BROUGHT = join(ROOT, '.node', 'chromium');

/** A package that holds a Chromium (Linux, x64); 75 MB, hence not among the packages everybody installs. */
const PACKAGE = '@sparticuz/chromium@153.0.0';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

export type Chromium =
  | { readonly type: 'found'; readonly path: string; readonly args: readonly string[] }
  | { readonly type: 'none'; readonly why: string };

/**
 * The Chromium named by TAMIS_CHROMIUM, else one of the system, else one that npm brings once.
 * docs/decisions/0206.
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<Chromium> {
  const named = env.TAMIS_CHROMIUM;
  if (named !== undefined) {
    return existsSync(named) ? found(named) : { type: 'none', why: `TAMIS_CHROMIUM: there is no ${named}` };
  }
  const system = (env.PATH ?? '')
    .split(':')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  return system === undefined ? bring() : found(system);
}

/**
 * The same without a graphics card that the processor plays: as a browser draws by itself on a machine that has none. WebGL
 * is missing then, and a frame takes a tenth of the time.
 */
export function withoutGraphics(args: readonly string[]): readonly string[] {
  return [...args.filter((arg) => !/swiftshader|--use-gl|--use-angle/u.test(arg)), '--disable-gpu'];
}

/** In a container there is neither a user namespace nor a graphics card. */
function found(path: string): Chromium {
  return {
    type: 'found',
    path,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  };
}

async function bring(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { type: 'none', why: 'no Chromium here; name one with TAMIS_CHROMIUM=/path/to/chromium' };
  }
  mkdirSync(BROUGHT, { recursive: true });
  const manifest = join(BROUGHT, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{"private":true,"type":"module"}\n');
  if (!existsSync(join(BROUGHT, 'node_modules', '@sparticuz', 'chromium'))) {
    const options = ['--prefix', BROUGHT, '--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync('npm', ['install', ...options, PACKAGE], { stdio: 'ignore' });
    if (status !== 0) return { type: 'none', why: `no Chromium here, and npm could not bring ${PACKAGE}` };
  }
  const entry = createRequire(manifest).resolve('@sparticuz/chromium');
  const module: { default: { executablePath(): Promise<string>; args: string[] } } = await import(
    pathToFileURL(entry).href
  );
  // Its own switches turn off what is tested here: the sandbox of frames and the same-origin policy.
  const unwanted = /web-security|site-isolation|insecure|single-process|IsolateOrigins/u;
  const args = module.default.args.filter((arg) => !unwanted.test(arg));
  return { type: 'found', path: await module.default.executablePath(), args };
}
