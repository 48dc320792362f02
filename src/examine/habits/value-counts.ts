/** Attack: a sender of a hundred thousand messages, each with values of its own. Of those that come later nothing is said. */
const MOST_VALUES = 10_000;

/** How often each value of one habit was seen with one sender. */
export class ValueCounts {
  readonly #all = new Map<string, number>();
  readonly #trusted = new Map<string, number>();
  #seen = 0;
  #seenTrusted = 0;

  add(value: string, trusted: boolean): void {
    this.#seen++;
    if (this.#all.size >= MOST_VALUES && !this.#all.has(value)) return;
    this.#all.set(value, (this.#all.get(value) ?? 0) + 1);
    if (!trusted) return;
    this.#seenTrusted++;
    this.#trusted.set(value, (this.#trusted.get(value) ?? 0) + 1);
  }

  /**
   * The usual value and how many messages show a habit at all, where `value` breaks it: it is hardly ever seen
   * with a sender who hardly ever varies. Null else, and below `least` messages. Verified messages are asked
   * first, where there are enough of them: a forger may have put in many of a kind.
   */
  broken(value: string, least: number): { readonly usual: string; readonly of: number } | null {
    if (this.#all.size >= MOST_VALUES && !this.#all.has(value)) return null;
    const isTrusted = this.#seenTrusted >= least;
    const [counts, total] = isTrusted ? [this.#trusted, this.#seenTrusted] : [this.#all, this.#seen];
    if (total < least || (counts.get(value) ?? 0) > Math.max(isTrusted ? 0 : 1, RARE * total)) return null;
    let settled = 0;
    let usual = '';
    for (const [each, count] of counts) {
      if (count >= SEEN_AGAIN) settled += count;
      if (count > (counts.get(usual) ?? 0)) usual = each;
    }
    return settled >= SETTLED * total ? { usual, of: total } : null;
  }
}

const RARE = 0.01;
/** Seen so often, a value is one of the sender's ways. */
const SEEN_AGAIN = 3;
/** Share of a sender's messages that keep to values seen again; below it there is no habit to break. */
const SETTLED = 0.95;
