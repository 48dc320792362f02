/** Ids of public catalogues. Only what stands in these lists is ever written to an export. */
import { ATTACK, ATTACK_GROUPS } from './attack.ts';
import { DISARM } from './disarm.ts';
import type { Technique } from './technique.ts';

export type { Technique } from './technique.ts';
export { ATTACK, ATTACK_GROUPS, DISARM };

export type Catalogue = 'attack' | 'attack-group' | 'disarm';

const LISTS: Readonly<Record<Catalogue, readonly Technique[]>> = {
  attack: ATTACK,
  'attack-group': ATTACK_GROUPS,
  disarm: DISARM,
};

export interface CataloguedTechnique extends Technique {
  readonly catalogue: Catalogue;
  readonly url: string;
}

/** A technique by its id. Throws RangeError for one that is not in the shipped list. */
export function technique(catalogue: Catalogue, id: string): CataloguedTechnique {
  const found = LISTS[catalogue].find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`${id} is not in the shipped list of ${catalogue}`);
  return { ...found, catalogue, url: urlOf(catalogue, id) };
}

function urlOf(catalogue: Catalogue, id: string): string {
  const path = id.replace('.', '/');
  switch (catalogue) {
    case 'attack':
      return `https://attack.mitre.org/techniques/${path}/`;
    case 'attack-group':
      return `https://attack.mitre.org/groups/${path}/`;
    case 'disarm':
      return `https://disarmframework.herokuapp.com/technique/${id}`;
  }
}
