import { type Language, TamisError } from '../../model/index.ts';
import type { BlockList } from '../guard/block-list.ts';
import { isOwnOrReserved } from '../guard/domains.ts';
import { type Random, randomOf } from '../model/random.ts';
import { FAMILY, GIVEN, ROLES } from './names.ts';
import type { Persona } from './persona.ts';

/** Which personas are wanted. */
export interface PersonaWish {
  readonly seed: string;
  readonly count: number;
  readonly languages: readonly Language[];
  /** Domains for their addresses: the owner's own or reserved ones. */
  readonly domains: readonly string[];
  /** Whom they are to resemble, one after another: in the length of name and address, not in what they are called. */
  readonly profiles?: readonly PersonaProfile[];
}

/** Whom a persona is to resemble, by measures alone; lengths in characters. */
export interface PersonaProfile {
  readonly nameLength: number;
  /** Characters before the @. */
  readonly localLength: number;
  /** One of the owner's domains, on which they live; '' for somebody from elsewhere. */
  readonly domain: string;
  /** Rank of the house of somebody from elsewhere: the same house gets the same domain. */
  readonly house: number;
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
      throw new TamisError('decoy-domain', {
        en: `${domain} is neither your own domain nor a reserved one`,
        fr: `${domain} n’est ni un domaine à vous ni un domaine réservé`,
      });
  const random = randomOf(`${wish.seed}/personas`);
  const taken = new Set<string>();
  return Array.from({ length: wish.count }, (_, index) => onePersona(index, wish, block, taken, random));
}

function onePersona(
  index: number,
  { languages, domains, profiles = [] }: PersonaWish,
  block: BlockList,
  taken: Set<string>,
  random: Random,
): Persona {
  const profile = profiles[index % Math.max(1, profiles.length)];
  const domain = domainOf(profile, domains, random);
  let best: { readonly persona: Persona; readonly off: number } | null = null;
  for (let tries = 0, found = 0; tries < TRIES && found < (profile === undefined ? 1 : CANDIDATES); tries++) {
    const language = random.pick(languages);
    const given = random.pick(GIVEN[language]);
    const family = familyName(FAMILY[language], tries, random);
    // Short addresses run out first.
    const length = tries < TRIES / 2 ? (profile?.localLength ?? 0) : 0;
    const local = localPart(ascii(given), ascii(family), length, random);
    const address = `${local}@${domain}`;
    const blocked = [`${given} ${family}`, `${family} ${given}`, address].some((name) => block.names(name));
    if (blocked || taken.has(`${given} ${family}`) || taken.has(address)) continue;
    found++;
    const off =
      profile === undefined
        ? 0
        : 2 * Math.abs(given.length + family.length + 1 - profile.nameLength) +
          Math.abs(local.length - profile.localLength);
    if (best !== null && best.off <= off) continue;
    const role = random.pick(ROLES[language]);
    const phone = fictionalPhone(language, random);
    best = { persona: { id: `p${index}`, given, family, address, language, role, phone }, off };
  }
  if (best === null)
    throw new TamisError('decoy-personas', {
      en: `no ${index + 1} names could be found that are free: ask for fewer with --count, or for both languages`,
      fr: `on n’a pas trouvé ${index + 1} noms libres\u00a0: demandez-en moins avec --count, ou dans les deux langues`,
    });
  taken.add(`${best.persona.given} ${best.persona.family}`).add(best.persona.address);
  return best.persona;
}

/**
 * Simple names first. A mailbox of thousands of people leaves few of the lists free: then two names are joined, of which there
 * are a thousand times as many.
 */
function familyName(names: readonly string[], tries: number, random: Random): string {
  const family = random.pick(names);
  return tries < TRIES / 2 ? family : `${family}-${random.pick(names)}`;
}

/** Names drawn for one profile, of which the nearest in length is taken. */
const CANDIDATES = 60;

function domainOf(profile: PersonaProfile | undefined, domains: readonly string[], random: Random): string {
  if (profile === undefined) return random.pick(domains);
  if (profile.domain !== '') return profile.domain;
  return domains[Math.max(0, profile.house) % domains.length] ?? random.pick(domains);
}

/** The usual ways to write a name before an @; the nearest to a length, `given.family` where none is asked for. */
function localPart(given: string, family: string, length: number, random: Random): string {
  const usual = `${given}.${family}`;
  if (length === 0) return usual;
  const short = `${given.slice(0, 1)}${family}`;
  const digits = `${family}${random.between(10, 99)}`;
  const forms = [usual, short, given, `${given}${family}`, family, `${given}.${family.slice(0, 1)}`, digits];
  return forms.reduce((a, b) => (Math.abs(b.length - length) < Math.abs(a.length - length) ? b : a));
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
