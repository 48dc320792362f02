/** Each is tried on each document that stays closed, which takes a tenth of a second for some. */
const MOST = 50;

/**
 * Passwords of documents, as people gave them since the server started: held in memory alone, told to nobody, gone with
 * the server. What a sift opened with `--password` keeps its text in the case, but its pages are drawn from its bytes.
 */
export class DocumentPasswords {
  readonly #words: string[] = [];

  get all(): readonly string[] {
    return this.#words;
  }

  /** The one given last is tried first. */
  add(word: string): void {
    const known = this.#words.indexOf(word);
    if (known >= 0) this.#words.splice(known, 1);
    this.#words.unshift(word);
    this.#words.length = Math.min(this.#words.length, MOST);
  }
}
