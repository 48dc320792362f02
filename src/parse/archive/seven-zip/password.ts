import type { ContainerOptions, EntryOutcome } from '../../../model/index.ts';
import { settle } from '../settle.ts';
import type { SevenZipItem } from './item.ts';
import { sevenZipChunks } from './only-stream.ts';
import { boundsOf, type Opening } from './opening.ts';
import { SevenZipRun } from './session.ts';

/** Trying a password on a small item costs least; on a late item of a solid archive it costs most. */
const CANDIDATES = 50;

/**
 * The password the contents open with: the one of the headers, or the first given that decrypts an early
 * small item. 7-Zip is told the first one when none does, and then says of each item that it is wrong.
 */
export async function choosePassword(
  opening: Opening,
  items: readonly SevenZipItem[],
  options: ContainerOptions,
): Promise<string> {
  const { passwords } = options;
  const probe = items
    .filter((item) => item.encrypted && (item.size ?? 0) > 0 && !/[\r\n"]/.test(item.path))
    .slice(0, CANDIDATES)
    .sort((a, b) => (a.size ?? 0) - (b.size ?? 0))[0];
  if (opening.password !== '' || passwords.length < 2 || probe === undefined) {
    return opening.password || (passwords[0] ?? '');
  }
  for (const password of passwords) {
    if (await opens(opening, probe.path, password, options)) return password;
  }
  return passwords[0] ?? '';
}

/** Attack: thousands of members encrypted with a password nobody has, each tried with all that were given. */
const MOST_FAILURES = 20;

/** An archive may hold members under different passwords: those left closed are tried with the others. */
export class OtherPasswords {
  readonly #opening: Opening;
  readonly #passwords: readonly string[];
  readonly #options: ContainerOptions;
  #failures = 0;

  constructor(opening: Opening, used: string, options: ContainerOptions) {
    this.#opening = opening;
    this.#passwords = options.passwords.filter((password) => password !== used);
    this.#options = options;
  }

  /** The outcome under another password when the first one was wrong and another is right. */
  async retry(item: SevenZipItem, outcome: EntryOutcome): Promise<EntryOutcome> {
    if (outcome.type !== 'failed' || outcome.failure.code !== 'encrypted' || /[\r\n"]/.test(item.path))
      return outcome;
    for (const password of this.#passwords) {
      if (this.#failures >= MOST_FAILURES) return outcome;
      const file = { type: this.#opening.type, password, path: item.path };
      const chunks = sevenZipChunks(this.#opening.input, file, boundsOf(this.#options));
      const again = await settle(chunks, this.#options.limits.itemBytes);
      if (again.type === 'bytes' || again.type === 'stream') return again;
    }
    this.#failures++;
    return outcome;
  }
}

async function opens(
  opening: Opening,
  path: string,
  password: string,
  options: ContainerOptions,
): Promise<boolean> {
  const args = ['t', '-y', '-bsp0', '-scsUTF-8', '-spd', `-t${opening.type}`, `-p${password}`, '-i@/probe'];
  const run = new SevenZipRun(opening.input, args, boundsOf(options), { '/probe': path });
  try {
    for (;;) {
      const event = await run.next();
      if (event.type === 'done') return event.code === 0;
    }
  } catch {
    return false;
  } finally {
    run.stop();
  }
}
