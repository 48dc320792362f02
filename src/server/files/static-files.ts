import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Answer } from '../http/answer.ts';

/** A file of the app, read once and kept as it is sent. */
interface StaticFile {
  readonly contentType: string;
  readonly plain: Uint8Array;
  readonly gzip: Uint8Array | null;
  readonly brotli: Uint8Array | null;
  readonly cache: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/** Vite writes a hash into these names, so what was fetched once is good for ever. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt']);
const LARGEST = 20 * 2 ** 20;

/**
 * The files of the built app, listed once when the server starts: a path is looked up among their names and never
 * joined to a folder, so that no way of writing `..` leads anywhere.
 */
export class StaticFiles {
  readonly #files = new Map<string, StaticFile>();

  /** @param folder of the build; null, or one that is not there: no files */
  constructor(folder: string | null) {
    if (folder === null) return;
    for (const path of filesIn(folder)) {
      const extension = extname(path).toLowerCase();
      const contentType = TYPES[extension];
      if (contentType === undefined || statSync(path).size > LARGEST) continue;
      const name = `/${relative(folder, path).split(sep).join('/')}`;
      this.#files.set(name, read(path, name, contentType, COMPRESSED.has(extension)));
    }
  }

  /** `/` is the front page. Null for what is no file of the app. */
  find(pathname: string, acceptEncoding: string): Answer | null {
    const file = this.#files.get(pathname === '/' ? '/index.html' : pathname);
    if (file === undefined) return null;
    const { encoding, bytes } = encodedFor(file, acceptEncoding);
    return {
      type: 'bytes',
      bytes,
      contentType: file.contentType,
      headers: {
        'Cache-Control': file.cache,
        Vary: 'Accept-Encoding',
        ...(encoding !== null && { 'Content-Encoding': encoding }),
      },
    };
  }

  has(pathname: string): boolean {
    return this.#files.has(pathname);
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** Compressed when first needed would be later for whoever asks first; 300 kB take a few milliseconds. */
function read(path: string, name: string, contentType: string, compress: boolean): StaticFile {
  const plain = readFileSync(path);
  const worth = compress && plain.length > 1_000;
  return {
    contentType,
    plain,
    gzip: worth ? gzipSync(plain, { level: 6 }) : null,
    brotli: worth ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : null,
    cache: HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

function encodedFor(
  { plain, gzip, brotli }: StaticFile,
  accept: string,
): { readonly encoding: string | null; readonly bytes: Uint8Array } {
  if (brotli !== null && /\bbr\b/.test(accept)) return { encoding: 'br', bytes: brotli };
  if (gzip !== null && /\bgzip\b/.test(accept)) return { encoding: 'gzip', bytes: gzip };
  return { encoding: null, bytes: plain };
}
