export interface BlockedAddress {
  readonly what: 'picture' | 'style' | 'frame' | 'other';
  readonly address: string;
}

/** A newsletter has a hundred; beyond that nobody reads them. */
const MOST = 500;
const LONGEST = 2_000;

const ADDRESS_ATTRIBUTES = [
  'background',
  'poster',
  'data',
  'action',
  'formaction',
  'srcset',
  'lowsrc',
  'dynsrc',
];
const FRAMES = new Set(['iframe', 'frame', 'object', 'embed']);

/** What a message asked for from outside and did not get, each address once. */
export class Blocked {
  readonly #found = new Map<string, BlockedAddress>();

  add(what: BlockedAddress['what'], address: string): void {
    const kept = address.trim().slice(0, LONGEST);
    if (kept === '' || this.#found.size >= MOST) return;
    this.#found.set(`${what} ${kept}`, { what, address: kept });
  }

  /** Looks through the attributes of an element that carry addresses. */
  look(tag: string, attributes: Readonly<Record<string, string>>): void {
    for (const name of ADDRESS_ATTRIBUTES) {
      const value = attributes[name];
      if (value !== undefined) this.add(name === 'background' ? 'picture' : 'other', value);
    }
    if (FRAMES.has(tag) && attributes.src !== undefined) this.add('frame', attributes.src);
    if (tag === 'link' && attributes.href !== undefined) this.add('style', attributes.href);
  }

  list(): readonly BlockedAddress[] {
    return [...this.#found.values()];
  }
}
