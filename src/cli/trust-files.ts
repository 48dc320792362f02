import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { TamisError } from '../model/index.ts';
import type { Flag } from './command.ts';

/** Certificates are small. Attack: a path to something endless. */
const MAX_BYTES = 2 ** 22;

/** The flag of commands that check time stamps. */
export const TRUST_FLAG = {
  name: 'trust',
  type: 'strings',
  metavar: 'FILE',
  summary: {
    en: 'certificates of time-stamping authorities you rely on, PEM',
    fr: 'certificats d’autorités d’horodatage auxquelles vous vous fiez, PEM',
  },
} as const satisfies Flag;

/** The certificates in files, one PEM each. Throws `bad-certificate` for a file without any. */
export function trustedCertificates(files: readonly string[], cwd: string): string[] {
  return files.flatMap((file) => {
    const found = readText(resolve(cwd, file)).match(
      /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g,
    );
    if (found === null)
      throw new TamisError('bad-certificate', {
        en: `${file} holds no certificate in PEM.`,
        fr: `${file} ne contient pas de certificat PEM.`,
      });
    return found;
  });
}

/** A small text file. Throws `too-large`, and what the system says where it cannot be read. */
export function readText(path: string): string {
  if (statSync(path).size > MAX_BYTES)
    throw new TamisError('too-large', {
      en: `${path} is too large for what it is read as.`,
      fr: `${path} est trop grand pour ce qu’il est censé être.`,
    });
  return readFileSync(path, 'utf8');
}
