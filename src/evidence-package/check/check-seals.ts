import { checkToken, requestNonce, type TokenCheck } from '../../timestamp/index.ts';
import { LAYOUT } from '../layout.ts';
import { checkSignature, type SignatureCheck } from '../signing-key.ts';
import type { PackageProblem } from './problem.ts';
import { readSmall } from './read-small.ts';

export interface SealGround {
  /** Fingerprint of the key one expects, hexadecimal; null takes any, and nobody is vouched for. */
  readonly signer: string | null;
  /** Certificates of time-stamping authorities one relies on, PEM. */
  readonly trusted: readonly string[];
}

export interface Seals {
  readonly signature: SignatureCheck | { readonly type: 'none' };
  /** `requested`: a request lies there, and no answer yet. */
  readonly stamp: TokenCheck | { readonly type: 'none' } | { readonly type: 'requested' };
  readonly problems: readonly PackageProblem[];
}

/** The signature and the time stamp over the tag manifest, which covers everything else. */
export async function checkSeals(folder: string, tags: Buffer, ground: SealGround): Promise<Seals> {
  const signature = signatureOf(folder, tags);
  const stamp = await stampOf(folder, tags, ground.trusted);
  const problems: PackageProblem[] = [];
  if (signature.type === 'bad' || signature.type === 'no-key')
    problems.push({ type: 'bad-signature', path: LAYOUT.signature });
  const found = signature.type === 'good' ? signature.fingerprint : null;
  if (ground.signer !== null && found !== ground.signer)
    problems.push({ type: 'other-signer', path: LAYOUT.signer, found });
  if (stamp.type === 'invalid') problems.push({ type: 'bad-stamp', path: LAYOUT.token, why: stamp.why });
  return { signature, stamp, problems };
}

function signatureOf(folder: string, tags: Buffer): Seals['signature'] {
  const [signature, key] = [readSmall(folder, LAYOUT.signature), readSmall(folder, LAYOUT.signer)];
  if (signature.type === 'absent' && key.type === 'absent') return { type: 'none' };
  if (signature.type !== 'read' || key.type !== 'read') return { type: 'no-key' };
  return checkSignature(key.bytes.toString('latin1'), tags, signature.bytes);
}

async function stampOf(folder: string, tags: Buffer, trusted: readonly string[]): Promise<Seals['stamp']> {
  const [token, request] = [readSmall(folder, LAYOUT.token), readSmall(folder, LAYOUT.request)];
  if (token.type === 'absent') return { type: request.type === 'read' ? 'requested' : 'none' };
  if (token.type !== 'read') return { type: 'invalid', why: 'malformed' };
  const nonce = request.type === 'read' ? requestNonce(request.bytes) : null;
  return await checkToken(token.bytes, tags, { trusted, nonce });
}
