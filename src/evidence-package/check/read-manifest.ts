import type { PackageProblem } from './problem.ts';

/** Hash, white space, perhaps the asterisk of binary mode, path (RFC 8493 2.1.3, and what sha256sum writes). */
const LINE = /^([0-9a-fA-F]{64})[ \t]{1,8}\*?([^\s].*)$/;

export interface Manifest {
  /** SHA-256 in lower case by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly PackageProblem[];
}

/**
 * Reads a manifest. A path that leads out of the package, or out of the part the manifest is for, is told and not
 * listed, so that nobody looks there (RFC 8493 5.1.1).
 * @param part `payload`: only below data/; `tags`: only outside of it
 */
export function readManifest(name: string, text: string, part: 'payload' | 'tags'): Manifest {
  const files = new Map<string, string>();
  const problems: PackageProblem[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line === '') continue;
    const [, hash, written] = LINE.exec(line) ?? [];
    if (hash === undefined || written === undefined) {
      problems.push({ type: 'bad-line', path: `${name}:${index + 1}` });
      continue;
    }
    const path = decoded(written);
    if (!isInside(path) || path.startsWith('data/') !== (part === 'payload'))
      problems.push({ type: 'outside', path });
    else if (files.has(path)) problems.push({ type: 'listed-twice', path });
    else files.set(path, hash.toLowerCase());
  }
  return { files, problems };
}

/** RFC 8493 2.1.3: line ends and the percent sign, and only these, are percent-encoded. */
function decoded(path: string): string {
  return path.replace(/%(0[aAdD]|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function isInside(path: string): boolean {
  // Backslash and drive letters lead elsewhere on Windows, a tilde in a shell.
  if (/^[/\\~]|^[A-Za-z]:|\\|\0/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
