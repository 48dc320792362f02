import type { BodyContext } from './body.ts';
import type { Player } from './cast.ts';

/** The own signature of somebody who agreed to appear; for a persona the same lines every time. */
export function signatureOf(
  { name, role, address, phone }: Player,
  lines: number,
  { ownerSignatures, random }: Pick<BodyContext, 'ownerSignatures' | 'random'>,
): readonly string[] {
  const own = ownerSignatures.filter((each) => each.address === address);
  if (own.length > 0) return random.pick(own).lines;
  const house = address.slice(address.indexOf('@') + 1);
  const all = [name, role, house, phone, address].filter((line) => line !== '');
  return all.slice(0, Math.max(0, lines));
}
