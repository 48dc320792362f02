import type { MailboxModel } from '../fit/mailbox-model.ts';
import type { PersonaProfile } from '../persona/make-personas.ts';
import { GIVEN } from '../persona/names.ts';
import type { Persona, PersonaPack } from '../persona/persona.ts';

/** Whoever stands in an address field of a decoy. */
export interface Player {
  /** Persona id; `owner:` or `kept:` and the address for those the owner's house consists of: there may be several. */
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly name: string;
  readonly address: string;
  readonly role: string;
  readonly phone: string;
}

/**
 * Another persona takes the part of the same person when the deck of threads was dealt once: regular correspondents with
 * their own mail programs are part of what real mail looks like, and a persona writes as often as its part does. Changed
 * more often, "how often does this author write" tells decoys (measured on a mailing list: metadata 0.82 with a change
 * at every thread, 0.79 with one at 400); never changed, a large set would hang on a few names.
 */
/** Coprime to the usual sizes of packs, so that all personas get their turn. */
const STRIDE = 7919;

/** Whether somebody who agreed to appear plays themselves. */
export function isOwner({ id }: Pick<Player, 'id'>): boolean {
  return id.startsWith('owner:');
}

/** Whether a persona plays somebody. */
export function isPersona({ id }: Pick<Player, 'id'>): boolean {
  return !id.startsWith('owner:') && !id.startsWith('kept:');
}

/** Whom personas are to resemble, in the order in which they are cast. */
export function profilesOf(model: MailboxModel): PersonaProfile[] {
  return model.people.filter(({ role }) => role === 'person');
}

/** Who plays whom, by thread; `deck` is the number of shapes that are dealt. */
export function castOf(
  model: MailboxModel,
  pack: PersonaPack,
  deck: number,
): (slot: number, thread: number) => Player {
  const played = new Map<number, Player>();
  const parts = partsOf(model);
  return (slot, thread) => {
    const season = Math.floor(thread / Math.max(1, deck));
    const key = slot + season * model.people.length;
    const player = played.get(key) ?? playerOf(slot, parts[slot] ?? slot, season, model, pack);
    played.set(key, player);
    const names = model.people[slot]?.names ?? [];
    return names.length < 2
      ? player
      : { ...player, name: names[(slot * 31 + thread) % names.length] ?? player.name };
  };
}

/** With fewer who agreed, the same one would be named wherever somebody is. */
const LEAST_STAND_INS = 3;

/** Whom a text names, and whether with an address. */
export type Mentioned = (slot: number, thread: number, addressed: boolean) => Player;

/**
 * Who is named where a text names somebody whose mail it is not. Nobody twice whom the mailbox does not know: a regular
 * correspondent who did not agree to appear is named as a persona that hardly ever comes, and where an address stands beside the
 * name (a persona's domain is in no real mail) as somebody who agreed.
 */
export function mentionedOf(
  { people }: MailboxModel,
  regulars: ReadonlySet<number>,
  player: (slot: number, thread: number) => Player,
): Mentioned {
  const slots = people.map((_, slot) => slot);
  const owners = slots.filter((slot) => people[slot]?.role === 'owner' && people[slot]?.name !== '');
  const rare = slots.filter((slot) => people[slot]?.role === 'person' && !regulars.has(slot));
  return (slot, thread, addressed) => {
    if (people[slot]?.role !== 'person') return player(slot, thread);
    const others = addressed && owners.length >= LEAST_STAND_INS ? owners : regulars.has(slot) ? rare : [];
    return player(others[(slot * 31 + thread) % Math.max(1, others.length)] ?? slot, thread);
  };
}

/** Numbers among those who need a persona, by slot. */
function partsOf({ people }: MailboxModel): number[] {
  let next = 0;
  return people.map(({ role }) => (role === 'person' ? next++ : -1));
}

function playerOf(
  slot: number,
  part: number,
  season: number,
  model: MailboxModel,
  pack: PersonaPack,
): Player {
  const { role, address, name, via, nameForm, nameLength, domain } = model.people[slot] ?? ORDINARY;
  if (role !== 'person') {
    const [given = '', ...rest] = name.replace(/ ?\([^()]{0,60}\)/g, '').split(' ');
    return { id: `${role}:${address}`, given, family: rest.join(' '), name, address, role: '', phone: '' };
  }
  // Made for this very part, as `profilesOf` numbers them; later seasons take the next best.
  const persona =
    season === 0 && part < pack.personas.length
      ? pack.personas[Math.max(0, part)]
      : closest(pack.personas, slot + season * STRIDE, nameLength, domain);
  if (persona === undefined) throw new RangeError('a persona pack holds at least one persona');
  const { id, given, family } = persona;
  const names = {
    'given family': `${given} ${middleFor(nameLength - given.length - family.length - 1, slot)}${family}`,
    'family, given': `${family}, ${given}`,
    given,
    address: persona.address,
    '': `${given} ${family}`,
  };
  // A list that writes in somebody's stead keeps its address.
  const shown = address === '' ? persona.address : address;
  return { ...persona, id, given, family, address: shown, name: names[nameForm] + via };
}

/** What a name is short of the length wanted: a second given name, an initial, or nothing. */
function middleFor(room: number, slot: number): string {
  if (room < 3) return '';
  const fitting = GIVEN.en.filter((name) => name.length === Math.min(9, room - 1));
  const name = fitting[slot % Math.max(1, fitting.length)];
  return name === undefined ? `${'ABCDEGHJLMNPRST'[slot % 15]}. ` : `${name} `;
}

const ORDINARY = {
  role: 'person',
  address: '',
  name: '',
  via: '',
  nameForm: 'given family',
  nameLength: 12,
  domain: '',
} as const;

/** Personas tried for the length of a name. */
const TRIED = 16;
/** Above this, few personas come near, and the same ones would play everybody. */
const LONG_NAME = 18;
/** Somebody of the house is rather played by somebody of the house than by a name of the right length. */
const ELSEWHERE = 6;

function closest(
  personas: readonly Persona[],
  from: number,
  length: number,
  domain: string,
): Persona | undefined {
  let best: Persona | undefined;
  let gap = Number.POSITIVE_INFINITY;
  for (let i = 0; i < (length > LONG_NAME ? 1 : TRIED); i++) {
    const persona = personas[(from + i * 31) % Math.max(1, personas.length)];
    if (persona === undefined) continue;
    const elsewhere = domain !== '' && !persona.address.endsWith(`@${domain}`) ? ELSEWHERE : 0;
    const off = Math.abs(persona.given.length + persona.family.length + 1 - length) + elsewhere;
    if (off < gap) [best, gap] = [persona, off];
  }
  return best;
}
