import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { TamisError } from '../../model/index.ts';
import type { Frame } from './frame.ts';
import { BLOCK, deriveKey, type KeyDerivation, seal, USUAL_COST, unseal } from './sealing.ts';
import { writeWhole } from './write-whole.ts';

/** What of a ledger lies open: how to derive its key, and the key that checks its signatures. */
export interface LedgerHeader {
  readonly format: 'tamis-ledger-1';
  readonly derivation: KeyDerivation;
  /** Verifier key (signed-note). */
  readonly key: string;
}

/** The random numbers a ledger needs: so many bytes. */
export type Random = (length: number) => Uint8Array;

const HEADER = 'ledger.json';
const LOG = 'log';
const LOCK = 'lock';

/**
 * Frames sealed one by one into numbered files. A number is bound to its frame, so that none can be replaced by
 * another or left out; that the last are missing shows against a checkpoint that somebody else holds.
 */
export class FrameLog {
  readonly directory: string;
  readonly header: LedgerHeader;
  readonly #key: Uint8Array;
  readonly #random: Random;
  #count = 0;
  #isLocked = false;

  private constructor(directory: string, header: LedgerHeader, key: Uint8Array, random: Random) {
    this.directory = directory;
    this.header = header;
    this.#key = key;
    this.#random = random;
  }

  /** Throws `ledger-exists` where there is one. @param cost of the derivation; less only in tests */
  static create(
    directory: string,
    passphrase: string,
    key: string,
    random: Random,
    cost: number = USUAL_COST,
  ): FrameLog {
    if (existsSync(join(directory, HEADER))) {
      throw new TamisError('ledger-exists', {
        en: `There is a ledger in ${directory} already.`,
        fr: `Il y a déjà un registre dans ${directory}.`,
      });
    }
    mkdirSync(join(directory, LOG), { recursive: true, mode: 0o700 });
    const salt = Buffer.from(random(32)).toString('hex');
    const derivation = { type: 'scrypt', cost, block: BLOCK, parallel: 1, salt } as const;
    const header: LedgerHeader = { format: 'tamis-ledger-1', derivation, key };
    const log = new FrameLog(directory, header, deriveKey(passphrase, derivation), random);
    log.#lock();
    return log;
  }

  /** Throws `no-ledger`, `ledger-damaged`. Reading works beside a writer. */
  static open(directory: string, passphrase: string, random: Random): FrameLog {
    const header = readHeader(directory);
    return new FrameLog(directory, header, deriveKey(passphrase, header.derivation), random);
  }

  /** All frames, in order. Throws `wrong-passphrase`, `ledger-damaged`. */
  *frames(): IterableIterator<Frame> {
    const names = readdirSync(join(this.directory, LOG))
      .filter((name) => /^\d{6}\.sealed$/.test(name))
      .sort();
    for (const [at, name] of names.entries()) {
      if (name !== frameName(at + 1)) {
        throw new TamisError('ledger-damaged', {
          en: `Frame ${at + 1} of ${this.directory} is missing.`,
          fr: `Le bloc ${at + 1} de ${this.directory} manque.`,
        });
      }
      const sealed = readFileSync(join(this.directory, LOG, name));
      this.#count = at + 1;
      // Sealed by this very code with a key only the owner has; what it holds is its own.
      yield this.#opened(sealed, at + 1);
    }
  }

  /** Where the first frame opens, the passphrase is right, and a later one that does not was changed. */
  #opened(sealed: Uint8Array, number: number): Frame {
    try {
      return unseal(sealed, this.#key, this.#place(number)) as Frame;
    } catch (cause) {
      if (number === 1) throw cause;
      throw new TamisError(
        'ledger-damaged',
        {
          en: `Frame ${number} of ${this.directory} was changed: the passphrase is right, and it does not open.`,
          fr: `Le bloc ${number} de ${this.directory} a été modifié\u00a0: la phrase de passe est juste, et il ne s’ouvre pas.`,
        },
        { cause },
      );
    }
  }

  /** Durable when it returns. The first append takes the lock: throws `ledger-locked` while another process has it. */
  append(frame: Frame): void {
    this.#lock();
    const number = this.#count + 1;
    const path = join(this.directory, LOG, frameName(number));
    if (existsSync(path))
      throw new TamisError('ledger-locked', {
        en: `Another process has written to ${this.directory}.`,
        fr: `Un autre processus a écrit dans ${this.directory}.`,
      });
    writeWhole(path, seal(frame, this.#key, this.#place(number), this.#random(12)));
    // The header comes last: a ledger that was cut off while being made is none.
    if (number === 1)
      writeWhole(join(this.directory, HEADER), `${JSON.stringify(this.header, null, 1)}\n`, 0o644);
    this.#count = number;
  }

  close(): void {
    if (this.#isLocked) unlinkSync(join(this.directory, LOCK));
    this.#isLocked = false;
  }

  #place(number: number): string {
    return `tamis-ledger-1 ${this.header.key} ${number}`;
  }

  #lock(): void {
    if (this.#isLocked) return;
    const path = join(this.directory, LOCK);
    if (existsSync(path) && !isAlive(Number(readFileSync(path, 'utf8')))) unlinkSync(path);
    try {
      const file = openSync(path, 'wx', 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
    } catch (cause) {
      throw new TamisError(
        'ledger-locked',
        {
          en: `Another process writes to ${this.directory}.`,
          fr: `Un autre processus écrit dans ${this.directory}.`,
        },
        { cause },
      );
    }
    this.#isLocked = true;
  }
}

function frameName(number: number): string {
  return `${String(number).padStart(6, '0')}.sealed`;
}

function readHeader(directory: string): LedgerHeader {
  const path = join(directory, HEADER);
  if (!existsSync(path))
    throw new TamisError('no-ledger', {
      en: `There is no ledger in ${directory}: tamis decoys checkpoint SET begins one.`,
      fr: `Il n’y a pas de registre dans ${directory}\u00a0: tamis decoys checkpoint JEU en commence un.`,
    });
  try {
    const header: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isHeader(header)) throw new Error('not the members of a header');
    return header;
  } catch (cause) {
    throw new TamisError(
      'ledger-damaged',
      { en: `${path} is not the header of a ledger.`, fr: `${path} n’est pas l’en-tête d’un registre.` },
      { cause },
    );
  }
}

/** It lies in the open, where anybody may have written to it. */
function isHeader(value: unknown): value is LedgerHeader {
  if (!isObject(value) || value.format !== 'tamis-ledger-1' || typeof value.key !== 'string') return false;
  const { derivation } = value;
  if (!isObject(derivation) || derivation.type !== 'scrypt') return false;
  const { cost, block, parallel, salt } = derivation;
  return (
    [cost, block, parallel].every(Number.isSafeInteger) &&
    typeof salt === 'string' &&
    /^[0-9a-f]{64}$/.test(salt)
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
