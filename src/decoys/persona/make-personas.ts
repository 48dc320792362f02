import { type Language, TamisError } from '../../model/index.ts';
import type { BlockList } from '../guard/block-list.ts';
import { isOwnOrReserved } from '../guard/domains.ts';
import { type Random, randomOf } from '../model/random.ts';
import { FAMILY, GIVEN, ROLES } from './names.ts';
import type { Persona } from './persona.ts';

export interface PersonaWish {
  readonly seed: string;
  readonly count: number;
  readonly languages: readonly Language[];
  /** Domains for their addresses: the owner's own or reserved ones. */
  readonly domains: readonly string[];
}

/** Names that a list of names has room for before drawing starts to repeat itself. */
const TRIES = 200;

/**
 * Personas nobody is called like: no two alike, none on the block list, none known to the mailbox. Throws
 * TamisError `decoy-domain` for a domain that is neither own nor reserved, `decoy-personas` when names run out.
 */
export function makePersonas(wish: PersonaWish, block: BlockList, own: readonly string[]): Persona[] {
  for (const domain of wish.domains)
    if (!isOwnOrReserved(domain, own))
      throw new TamisError('decoy-domain', `${domain} is neither your own domain nor a reserved one`);
  const random = randomOf(`${wish.seed}/personas`);
  const taken = new Set<string>();
  return Array.from({ length: wish.count }, (_, index) => onePersona(index, wish, block, taken, random));
}

function onePersona(
  index: number,
  { languages, domains }: PersonaWish,
  block: BlockList,
  taken: Set<string>,
  random: Random,
): Persona {
  for (let tries = 0; tries < TRIES; tries++) {
    const language = random.pick(languages);
    const given = random.pick(GIVEN[language]);
    const family = random.pick(FAMILY[language]);
    const address = `${ascii(given)}.${ascii(family)}@${random.pick(domains)}`;
    const blocked = [`${given} ${family}`, `${family} ${given}`, address].some((name) => block.names(name));
    if (blocked || taken.has(`${given} ${family}`)) continue;
    taken.add(`${given} ${family}`);
    const role = random.pick(ROLES[language]);
    return {
      id: `p${index}`,
      given,
      family,
      address,
      language,
      role,
      phone: fictionalPhone(language, random),
    };
  }
  throw new TamisError('decoy-personas', `no ${index + 1} names could be found that are free`);
}

function ascii(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

/** Ranges kept out of use: ARCEP 2018-0881 for France (01 99 00…), Ofcom 020 7946 0 for London. */
function fictionalPhone(language: Language, random: Random): string {
  const two = (): string => random.letters(2, '0123456789');
  return language === 'fr' ? `01 99 00 ${two()} ${two()}` : `020 7946 0${random.letters(3, '0123456789')}`;
}
