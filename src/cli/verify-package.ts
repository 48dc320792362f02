import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkPackage, fingerprintOfPem, LAYOUT } from '../evidence-package/index.ts';
import { TamisError } from '../model/index.ts';
import type { CommandContext } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { packageLines } from './package-text.ts';
import { progressOn } from './terminal/progress.ts';
import { readText, trustedCertificates } from './trust-files.ts';

const PHASE = { en: 'hashing', fr: 'empreintes' };

/** By any of them a folder is meant to be a package, however much of it is gone. */
const BAG_FILES = [LAYOUT.declaration, LAYOUT.manifest, LAYOUT.tagManifest];

export interface PackageExpectations {
  readonly signer: string | undefined;
  readonly trust: readonly string[];
}

/** `tamis verify PACKAGE`. Returns the exit code: 1 when anything is not as it must be. */
export async function verifyPackage(
  { cwd, stdout, stderr, lang, json, signal }: CommandContext,
  path: string,
  { signer, trust }: PackageExpectations,
): Promise<number> {
  if (!existsSync(path))
    throw new TamisError('no-package', {
      en: `There is no folder ${path}.`,
      fr: `Il n’y a pas de dossier ${path}.`,
    });
  // Without any of them every file below would be told as one too many, be it the whole disk.
  if (statSync(path).isDirectory() && !BAG_FILES.some((name) => existsSync(join(path, name))))
    throw new TamisError('no-package', {
      en: `${path} holds no evidence package: ${BAG_FILES.join(', ')} are not there.`,
      fr: `${path} ne contient pas de paquet de preuves\u00a0: ${BAG_FILES.join(', ')} n’y sont pas.`,
    });
  const progress = progressOn(stderr, lang, () => performance.now());
  const check = await checkPackage(path, {
    signer: signer === undefined ? null : expectedSigner(signer, cwd),
    trusted: trustedCertificates(trust, cwd),
    signal,
    progress: (items, bytes) =>
      progress.update({ phase: PHASE, items, bytes, totalBytes: null, failures: 0 }),
  });
  progress.clear();
  stdout.write(
    json ? `${JSON.stringify({ package: path, ...check })}\n` : `${packageLines(check, lang).join('\n')}\n`,
  );
  return check.ok ? EXIT.ok : EXIT.failed;
}

/** A fingerprint as it is, or that of the public key in a file. Throws `bad-key`. */
function expectedSigner(signer: string, cwd: string): string {
  const plain = signer.replaceAll(/[\s:]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(plain)) return plain;
  const path = resolve(cwd, signer);
  const found = existsSync(path) ? fingerprintOfPem(readText(path)) : null;
  if (found === null)
    throw new TamisError('bad-key', {
      en: `${signer} is neither a fingerprint (SHA-256) nor a file with an Ed25519 key.`,
      fr: `${signer} n’est ni une empreinte (SHA-256) ni un fichier contenant une clé Ed25519.`,
    });
  return found;
}
