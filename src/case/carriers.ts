import type { Limits, Locator } from '../model/index.ts';
import { partFinder } from '../parse/mime/find-part.ts';
import { type ParsedMessage, type Part, parseMessage } from '../parse/mime/message.ts';

/** A message that carries others, parsed, with its parts by their ids. */
export interface Carrier {
  readonly message: ParsedMessage;
  readonly partOf: (id: string) => Part | null;
}

/**
 * As many levels of message in message as are read side by side, from an outermost that carries thousands to what the
 * innermost carries.
 */
const MOST_CARRIERS = 8;

/**
 * Attack, and plain need: eight messages at the size limit. What is kept beside the last one stays below this many bytes
 * of messages.
 */
const MOST_BYTES = 256 * 2 ** 20;

/**
 * The messages whose parts were asked for last. Without them, a message is read and parsed anew for each of the thousands
 * of files that it carries. For one pass over items that lie side by side, not to be kept: files of a dump change.
 */
export class Carriers {
  readonly #limits: Limits;
  /** The one used last stands last. */
  readonly #kept = new Map<string, Carrier>();
  #bytes = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The message a locator names; `read` gives its bytes where it is not at hand. Null without them. */
  get(locator: Locator, read: () => Uint8Array | null): Carrier | null {
    const key = JSON.stringify(locator);
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const bytes = read();
    if (bytes === null) return null;
    const carrier = carrierOf(bytes, this.#limits);
    this.#bytes += bytes.length;
    this.#kept.set(key, carrier);
    this.#forget();
    return carrier;
  }

  #forget(): void {
    for (const [key, { message }] of this.#kept) {
      const isRoom = this.#kept.size <= MOST_CARRIERS && this.#bytes <= MOST_BYTES;
      if (isRoom || this.#kept.size === 1) return;
      this.#kept.delete(key);
      this.#bytes -= message.bytes.length;
    }
  }
}

function carrierOf(bytes: Uint8Array, limits: Limits): Carrier {
  const message = parseMessage(bytes, limits);
  return { message, partOf: partFinder(message, limits) };
}
