import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TamisError } from '../model/index.ts';
import { checkToken, requestNonce, type TokenCheck } from '../timestamp/index.ts';
import { readSmall } from './check/read-small.ts';
import { LAYOUT } from './layout.ts';

export type Stamped = Extract<TokenCheck, { type: 'valid' }>;

/**
 * Puts an authority's answer into a package, if it is a stamp of this package. Throws `no-package`, `bad-stamp` with
 * the reason, and `export-exists` where a stamp lies there already.
 */
export async function stampPackage(
  folder: string,
  token: Uint8Array,
  trusted: readonly string[],
): Promise<Stamped> {
  const tags = readSmall(folder, LAYOUT.tagManifest);
  if (tags.type !== 'read')
    throw new TamisError('no-package', {
      en: `${folder} holds no ${LAYOUT.tagManifest}: it is no evidence package.`,
      fr: `${folder} n’a pas de ${LAYOUT.tagManifest}\u00a0: ce n’est pas un paquet de preuves.`,
    });
  const request = readSmall(folder, LAYOUT.request);
  const nonce = request.type === 'read' ? requestNonce(request.bytes) : null;
  const check = await checkToken(token, tags.bytes, { trusted, nonce });
  if (check.type === 'invalid')
    throw new TamisError('bad-stamp', {
      en: `This is no time stamp of ${folder}: ${check.why}.`,
      fr: `Ce n’est pas un horodatage de ${folder}\u00a0: ${check.why}.`,
    });
  const target = join(folder, LAYOUT.token);
  try {
    writeFileSync(target, token, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new TamisError(
      'export-exists',
      {
        en: `${target} is there already, or cannot be written.`,
        fr: `${target} existe déjà, ou ne peut pas être écrit.`,
      },
      { cause },
    );
  }
  return check;
}
