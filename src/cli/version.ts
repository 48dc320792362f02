import { readFileSync } from 'node:fs';

/** The version in package.json, which lies two folders up both from src/cli and from dist/cli. */
export function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const found = /"version":\s*"([^"]+)"/u.exec(text);
  return found?.[1] ?? '0.0.0';
}
