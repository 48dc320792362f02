import { createHash } from 'node:crypto';
import type { Language } from '../../model/index.ts';
import type { DecoyKind } from './decoy.ts';

/**
 * All that determines a set of decoys, by hash. Committed to before planting, it proves later that the
 * items were made by a program out of public parts, and not written by hand to hedge against real mail.
 */
export interface Recipe {
  readonly format: 1;
  /** 64 hexadecimal digits. Secret until it is opened: with the materials it gives every decoy. */
  readonly seed: string;
  /** SHA-256 (hex) of the persona pack's canonical JSON. */
  readonly personas: string;
  /** SHA-256 (hex) of the mailbox model's canonical JSON. */
  readonly model: string;
  /** SHA-256 (hex) over the generator's own source files: another version may give other bytes. */
  readonly generator: string;
  readonly languages: readonly Language[];
  /** How many of each kind; indices run through the kinds in the order of DECOY_KINDS. */
  readonly counts: Readonly<Record<DecoyKind, number>>;
  /**
   * Indices whose first attempt a guard refused (too like another decoy, a word of the list), with the number
   * of the attempt that passed. Recorded so that one item can be made again without making all the others.
   */
  readonly attempts: Readonly<Record<string, number>>;
  /** With what key mail of the owner's domain is signed; absent: with none. */
  readonly signing?: Signing;
  /**
   * Values of `b=` by index. Nobody but the owner can make them again, and everybody can check them; recorded so that an
   * item comes out byte for byte without the key.
   */
  readonly signatures?: Readonly<Record<string, string>>;
}

/** A DKIM key of the decoys' own, by its public half. */
export interface Signing {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256';
  /** As `p=` of the record has it, base64. */
  readonly publicKey: string;
}

/** Number of decoys a recipe gives. */
export function decoyCount({ counts }: Recipe): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}

/** SHA-256 (hex) of a recipe's canonical JSON; names it in decoys and in the ledger. */
export function recipeHash(recipe: Recipe): string {
  return hashOfJson(recipe);
}

/**
 * What decoys name as their origin: the recipe without its attempts and signatures, which come about while they are made.
 * The seed in it keeps it from being tried through.
 */
export function originHash(recipe: Recipe): string {
  const { signatures: _signatures, ...rest } = recipe;
  return hashOfJson({ ...rest, attempts: {} });
}

/** SHA-256 (hex) over canonical JSON. */
export function hashOfJson(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}

/**
 * JSON with the keys of objects in code-unit order and no white space, so that equal values have equal bytes
 * (RFC 8785 for what occurs here: strings, whole and ordinary numbers, arrays, objects).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}
