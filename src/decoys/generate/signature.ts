import type { BodyContext } from './body.ts';
import type { Player } from './cast.ts';

/** The owner's own signature; for a persona the same lines every time. */
export function signatureOf(
  { id, name, role, address, phone }: Player,
  lines: number,
  { ownerSignatures, random }: Pick<BodyContext, 'ownerSignatures' | 'random'>,
): readonly string[] {
  const own = ownerSignatures[random.between(0, ownerSignatures.length - 1)];
  if (id === 'owner' && own !== undefined) return own;
  const house = address.slice(address.indexOf('@') + 1);
  const all = [name, role, house, phone, address].filter((line) => line !== '');
  return all.slice(0, Math.max(0, lines));
}
