import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TamisError } from '../../model/index.ts';

/** From src/decoys/open as from dist/decoys/open. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * One HTML file that checks openings without a connection: its policy forbids it every request, and allows no script
 * but its own. Throws `page-not-built` where neither a built script nor what builds it is there.
 */
export async function verifyPage(): Promise<string> {
  const script = (await verifyScript()).replaceAll('</script', '<\\/script');
  const policy = `default-src 'none'; script-src 'sha256-${sha256(script)}'; style-src 'sha256-${sha256(STYLE)}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Tamis</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p><button value="en" lang="en">English</button> <button value="fr" lang="fr">Français</button></p>
<h1 data-text="title"></h1>
<p data-text="intro"></p>
<label><span data-text="opening"></span><input type="file" id="opening"></label>
<label><span data-text="item"></span><input type="file" id="item"></label>
<p data-text="drop"></p>
<label><span data-text="authorities"></span><input type="file" id="authorities" multiple></label>
<label><span data-text="key"></span><input type="text" id="key" spellcheck="false" autocomplete="off"></label>
<section id="result" aria-live="polite"></section>
</main>
<script>${script}</script>
</body>
</html>
`;
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:42rem;padding:0 1rem}
label{display:block;margin:1rem 0}label span{display:block;font-weight:600}input{font:inherit;width:100%}
#result:not(:empty){border:2px solid;border-radius:.5rem;margin-top:1.5rem;padding:0 1rem;overflow-wrap:anywhere}
.limit{font-size:.9rem;opacity:.8}`;

/** In a package the built one; in a checkout built anew, so that it is never older than the verifier. */
async function verifyScript(): Promise<string> {
  const sources = join(ROOT, 'verify-page');
  const builder = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  if (existsSync(sources) && existsSync(builder)) return await build(sources, builder);
  const built = join(ROOT, 'dist', 'verify-page', 'verify.js');
  if (existsSync(built)) return readFileSync(built, 'utf8');
  throw new TamisError('page-not-built', {
    en: 'The page is not in this installation: npm run build makes it.',
    fr: 'La page n’est pas dans cette installation\u00a0: npm run build la construit.',
  });
}

async function build(sources: string, builder: string): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'tamis-page-'));
  try {
    const args = [builder, 'build', sources, '--outDir', out, '--logLevel', 'error'];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT });
    return readFileSync(join(out, 'verify.js'), 'utf8');
  } catch (cause) {
    throw new TamisError(
      'page-not-built',
      { en: 'The page could not be built.', fr: 'La page n’a pas pu être construite.' },
      { cause },
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
