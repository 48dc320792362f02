import { HttpError } from '../http/http-error.ts';
import { readAuthor } from '../resources/review-change.ts';
import { isPassword, type PasswordHash } from './password.ts';
import type { Tries } from './tries.ts';

/** Longer words than these only make scrypt work. */
const MOST_PASSWORD = 200;

/** Signing in by password, slowed down for those who guess. */
export class Login {
  readonly #hashOf: (name: string) => PasswordHash | null;
  readonly #nobody: PasswordHash;
  readonly #tries: Tries;
  /** One at a time: each try takes 128 MB. */
  #last: Promise<unknown> = Promise.resolve();

  /**
   * `hashOf` is null for a name that has no account. Such a name is checked against `nobody` all the same: the time it
   * takes must not tell which names there are.
   */
  constructor(hashOf: (name: string) => PasswordHash | null, nobody: PasswordHash, tries: Tries) {
    this.#hashOf = hashOf;
    this.#nobody = nobody;
    this.#tries = tries;
  }

  /** The name signed in with. Throws HttpError 401 `wrong-password`, 429 `too-many-tries`, 400. */
  async check(body: unknown, address: string): Promise<string> {
    const { password, author } = { password: null, author: null, ...(typeof body === 'object' ? body : {}) };
    const name = readAuthor(author);
    const wait = this.#tries.wait(address);
    if (wait > 0) {
      const retryAfter = Math.ceil(wait / 1000);
      throw new HttpError(
        429,
        'too-many-tries',
        {
          en: `Wait ${retryAfter} seconds before the next try.`,
          fr: `Attendez ${retryAfter} secondes avant le prochain essai.`,
        },
        {
          retryAfter,
        },
      );
    }
    const given = typeof password === 'string' ? (password as string).slice(0, MOST_PASSWORD) : '';
    const hash = this.#hashOf(name);
    const checked = this.#last.then(
      async () => (await isPassword(given, hash ?? this.#nobody)) && hash !== null,
    );
    this.#last = checked.catch(() => {});
    if (!(await checked))
      throw new HttpError(401, 'wrong-password', {
        en: 'The password is wrong.',
        fr: 'Le mot de passe est faux.',
      });
    this.#tries.right(address);
    return name;
  }
}
