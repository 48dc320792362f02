import type { Address } from '../../model/index.ts';
import { isOwnOrReserved } from '../guard/domains.ts';
import { type Mail, VIA } from './mail.ts';
import { proportional } from './proportional.ts';

/** Somebody of the mailbox, by role only: who they are is not in the model. */
export interface Slot {
  readonly role: 'owner' | 'kept' | 'person';
  /** The address of an owner, of a list or of a kept role address (a robot of the house); else ''. */
  readonly address: string;
  readonly name: string;
  /**
   * All names under which an owner writes, each as often as its share: who was "Ann Lee (treasurer)" for a year is not so
   * in every decoy. Empty for everybody else.
   */
  readonly names: readonly string[];
  /** What a list puts behind the name of somebody in whose stead it writes: ` via Talk`; else ''. */
  readonly via: string;
  /** How the display name is made: `given family`, `family, given`, `given`, `address`, or '' for none. */
  readonly nameForm: NameForm;
  /** Characters of the display name: an Ann is not played by a Marie-Christine. */
  readonly nameLength: number;
  /** Characters before the @ of the address. */
  readonly localLength: number;
  /** The domain where it is one of the owner's; else ''. */
  readonly domain: string;
  /** Elsewhere: the rank of the domain among those of outsiders, 0 for the most frequent; -1 inside the house. */
  readonly house: number;
}

/** How a display name is made of given and family name; `address` repeats the address, `''` shows none. */
export type NameForm = 'given family' | 'family, given' | 'given' | 'address' | '';

/** Whose mailbox it is: those who agreed to appear, and their house. */
export interface Owner {
  /** Addresses of the person whose mailbox it is, who agrees to appear. */
  readonly addresses: readonly string[];
  /** Domains of the owner's house, without `@`. */
  readonly domains: readonly string[];
}

/** Names of one owner are told apart to a twentieth of their mail. */
const SHARES = 20;

/** A role address is written to this often and never writes. */
const LEAST_RECEIVED = 10;

const ROLE =
  /(?:^|[-+_.])(?:request|leave|join|owner|bounces?|confirm|(?:un)?subscribe|no-?reply|postmaster|webmaster|mailer-daemon|abuse|hostmaster|info|contact|support|accueil|newsletter)$/i;

/** Numbers for everybody who occurs in address fields, in order of first appearance. */
export class People {
  readonly slots: Slot[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #owner: ReadonlySet<string>;
  readonly #domains: ReadonlySet<string>;
  readonly #kept = new Set<string>();
  readonly #houses: ReadonlyMap<string, number>;
  readonly #hosts = new Map<string, number>();
  readonly #lists: ReadonlySet<string>;

  constructor(mails: readonly Mail[], owner: Owner) {
    this.#owner = new Set(owner.addresses.map((each) => each.toLowerCase()));
    this.#domains = new Set(owner.domains.map((each) => each.toLowerCase()));
    this.#findKept(mails);
    this.#houses = rankDomains(mails);
    this.#lists = listAddresses(mails, this.#domains);
    for (const list of this.#lists) this.#kept.add(list);
    for (const { from, to, cc } of mails)
      for (const address of [from, ...to, ...cc]) if (address !== null) this.numberOf(address);
    this.#learnNames(mails);
  }

  numberOf({ name, address }: Address): number {
    const box = (address === '' ? name : address).toLowerCase();
    // A list that writes in its members' stead: "Ann Lee via Talk <talk@lists.example>".
    const via = this.#lists.has(box) ? VIA.exec(name)?.[0] : undefined;
    const key = via === undefined ? box : `${name.toLowerCase()} ${box}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) {
      // Whoever appears by name is called so, wherever the first field named the bare address.
      const slot = this.slots[known];
      if (slot !== undefined && slot.role !== 'person' && slot.name === '' && name !== '')
        this.slots[known] = { ...slot, name, nameForm: formOf(name, address), nameLength: name.length };
      return known;
    }
    const number = this.slots.length;
    this.#numbers.set(key, number);
    const role =
      via !== undefined ? 'person' : this.#owner.has(key) ? 'owner' : this.#kept.has(key) ? 'kept' : 'person';
    const open = role !== 'person';
    const domain = box.slice(box.indexOf('@') + 1);
    const own = isOwnOrReserved(domain, [...this.#domains]);
    const bare = via === undefined ? name : name.slice(0, -via.length);
    this.slots.push({
      role,
      address: open || via !== undefined ? box : '',
      name: open ? name : '',
      names: [],
      via: via ?? '',
      nameForm: formOf(bare, address),
      nameLength: bare.length,
      localLength: Math.max(0, box.indexOf('@')),
      domain: own ? domain : '',
      house: own ? -1 : (this.#houses.get(domain) ?? 0),
    });
    return number;
  }

  #learnNames(mails: readonly Mail[]): void {
    const written = new Map<number, Map<string, number>>();
    for (const { from } of mails) {
      const number = from === null || from.name === '' ? null : this.find(from.address);
      if (from === null || number === null || this.slots[number]?.role !== 'owner') continue;
      const names = written.get(number) ?? new Map<string, number>();
      written.set(number, names.set(from.name, (names.get(from.name) ?? 0) + 1));
    }
    for (const [number, names] of written) {
      const slot = this.slots[number];
      const ranked = [...names].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      const name = ranked[0]?.[0] ?? '';
      if (slot !== undefined)
        this.slots[number] = { ...slot, name, nameLength: name.length, names: proportional(ranked, SHARES) };
    }
  }

  /** Whether addresses of outsiders are on this domain. */
  livesAt(domain: string): boolean {
    return this.#houses.has(domain.toLowerCase());
  }

  /** Number of a machine, in order of first appearance. */
  hostNumber(host: string): number {
    const key = host.toLowerCase();
    const number = this.#hosts.get(key) ?? this.#hosts.size;
    this.#hosts.set(key, number);
    return number;
  }

  /** Number of an address seen before, or null. */
  find(address: string): number | null {
    return this.#numbers.get(address.toLowerCase()) ?? null;
  }

  /** An address of the house that says of itself that it is nobody's. */
  #isRole(address: string): boolean {
    const at = address.lastIndexOf('@');
    return ROLE.test(address.slice(0, at)) && isOwnOrReserved(address.slice(at + 1), [...this.#domains]);
  }

  #findKept(mails: readonly Mail[]): void {
    const writes = new Set(mails.map(({ from }) => from?.address.toLowerCase()));
    const gets = new Map<string, number>();
    for (const { to, cc } of mails)
      for (const { address } of [...to, ...cc])
        gets.set(address.toLowerCase(), (gets.get(address.toLowerCase()) ?? 0) + 1);
    for (const [address, count] of gets) {
      if (this.#isRole(address)) this.#kept.add(address);
      const own = this.#domains.has(address.slice(address.indexOf('@') + 1));
      if (own && count >= LEAST_RECEIVED && !writes.has(address)) this.#kept.add(address);
    }
  }
}

/** Names under which an address writes before it is nobody's. */
const LEAST_NAMES = 3;

/** Addresses of the house that write under several people's names. */
function listAddresses(mails: readonly Mail[], domains: ReadonlySet<string>): Set<string> {
  const names = new Map<string, Set<string>>();
  for (const { from } of mails) {
    const address = from?.address.toLowerCase() ?? '';
    if (from === null || !isOwnOrReserved(address.slice(address.indexOf('@') + 1), [...domains])) continue;
    if (VIA.test(from.name)) names.set(address, (names.get(address) ?? new Set()).add(from.name));
  }
  return new Set([...names].filter(([, each]) => each.size >= LEAST_NAMES).map(([address]) => address));
}

/** Domains by how many people live there. */
function rankDomains(mails: readonly Mail[]): Map<string, number> {
  const lived = new Map<string, Set<string>>();
  for (const { from, to, cc } of mails)
    for (const person of [from, ...to, ...cc]) {
      const address = person?.address.toLowerCase() ?? '';
      const domain = address.slice(address.indexOf('@') + 1);
      lived.set(domain, (lived.get(domain) ?? new Set()).add(address));
    }
  const ranked = [...lived].sort(([a, m], [b, n]) => n.size - m.size || (a < b ? -1 : 1));
  return new Map(ranked.map(([domain], rank) => [domain, rank]));
}

function formOf(name: string, address: string): NameForm {
  if (name === '') return '';
  if (name.toLowerCase() === address.toLowerCase()) return 'address';
  if (name.includes(',')) return 'family, given';
  return name.includes(' ') ? 'given family' : 'given';
}
