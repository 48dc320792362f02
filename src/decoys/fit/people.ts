import type { Address } from '../../model/index.ts';
import type { Mail } from './mail.ts';

/** Somebody of the mailbox, by role only: who they are is not in the model. */
export interface Slot {
  readonly role: 'owner' | 'kept' | 'person';
  /** The address of an owner or of a kept role address (a list, a robot of the house); else ''. */
  readonly address: string;
  readonly name: string;
  /** How the display name is made: `given family`, `family, given`, `given`, `address`, or '' for none. */
  readonly nameForm: NameForm;
  /** Characters of the display name: an Ann is not played by a Marie-Christine. */
  readonly nameLength: number;
}

export type NameForm = 'given family' | 'family, given' | 'given' | 'address' | '';

export interface Owner {
  /** Addresses of the person whose mailbox it is, who agrees to appear. */
  readonly addresses: readonly string[];
  /** Domains of the owner's house, without `@`. */
  readonly domains: readonly string[];
}

/** A role address is written to this often and never writes. */
const LEAST_RECEIVED = 10;

/** Numbers for everybody who occurs in address fields, in order of first appearance. */
export class People {
  readonly slots: Slot[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #owner: ReadonlySet<string>;
  readonly #domains: ReadonlySet<string>;
  readonly #kept = new Set<string>();

  constructor(mails: readonly Mail[], owner: Owner) {
    this.#owner = new Set(owner.addresses.map((each) => each.toLowerCase()));
    this.#domains = new Set(owner.domains.map((each) => each.toLowerCase()));
    this.#findKept(mails);
    for (const { from, to, cc } of mails)
      for (const address of [from, ...to, ...cc]) if (address !== null) this.numberOf(address);
  }

  numberOf({ name, address }: Address): number {
    const key = (address === '' ? name : address).toLowerCase();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.slots.length;
    this.#numbers.set(key, number);
    const role = this.#owner.has(key) ? 'owner' : this.#kept.has(key) ? 'kept' : 'person';
    const open = role !== 'person';
    this.slots.push({
      role,
      address: open ? key : '',
      name: open ? name : '',
      nameForm: formOf(name, address),
      nameLength: name.length,
    });
    return number;
  }

  /** Number of an address seen before, or null. */
  find(address: string): number | null {
    return this.#numbers.get(address.toLowerCase()) ?? null;
  }

  #findKept(mails: readonly Mail[]): void {
    const writes = new Set(mails.map(({ from }) => from?.address.toLowerCase()));
    const gets = new Map<string, number>();
    for (const { to, cc } of mails)
      for (const { address } of [...to, ...cc])
        gets.set(address.toLowerCase(), (gets.get(address.toLowerCase()) ?? 0) + 1);
    for (const [address, count] of gets) {
      const own = this.#domains.has(address.slice(address.indexOf('@') + 1));
      if (own && count >= LEAST_RECEIVED && !writes.has(address)) this.#kept.add(address);
    }
  }
}

function formOf(name: string, address: string): NameForm {
  if (name === '') return '';
  if (name.toLowerCase() === address.toLowerCase()) return 'address';
  if (name.includes(',')) return 'family, given';
  return name.includes(' ') ? 'given family' : 'given';
}
