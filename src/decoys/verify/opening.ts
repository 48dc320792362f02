/**
 * The opening of one decoy: everything that a stranger needs to see that it was committed to, and nothing of any
 * other decoy. A small JSON file.
 */
import { canonicalJson, isRecipe, type Recipe } from '../model/index.ts';
import type { Faces } from './faces.ts';
import type { Leaf, Salts } from './leaf.ts';
import { MOST_PROOF_NODES } from './merkle.ts';

/** An opening as it is written to a file. */
export interface Opening {
  readonly format: 'tamis-decoy-opening-1';
  readonly leaf: Leaf;
  readonly salts: Salts;
  readonly faces: Faces;
  /** Place in the tree, from 0. */
  readonly index: number;
  /** Base64, from the leaf up. */
  readonly proof: readonly string[];
  /** A signed note (note.ts). */
  readonly checkpoint: string;
  /** Verifier key of the ledger. */
  readonly key: string;
  /** Time-stamp tokens over the checkpoint, base64. */
  readonly tokens: readonly string[];
  /** Null unless the owner gives away the seed, and with it every decoy of the set, so that it can be made again. */
  readonly recipe: Recipe | null;
}

/** Attack: an opening of a gigabyte. A text of 4 million characters, committed to whole, fits. */
export const MOST_OPENING_CHARACTERS = 16_000_000;

/** As JSON with sorted keys, so that equal openings are equal files. */
export function writeOpening(opening: Opening): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(opening)), null, 1)}\n`;
}

/** Null for anything that has not exactly this shape: it comes from whoever wants to be believed. */
export function readOpening(text: string): Opening | null {
  if (text.length > MOST_OPENING_CHARACTERS) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isOpening(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value has exactly the shape of an opening; says nothing of whether it holds. */
export function isOpening(value: unknown): value is Opening {
  if (!isObject(value) || value.format !== 'tamis-decoy-opening-1') return false;
  const { leaf, salts, faces, index, proof, checkpoint, key, tokens, recipe } = value;
  const isPlaced = Number.isSafeInteger(index) && Number(index) >= 0;
  return (
    isLeaf(leaf) &&
    isObject(salts) &&
    [salts.bytes, salts.headers, salts.text].every(isSalt) &&
    isListOf(salts.attachments, isSalt) &&
    isObject(faces) &&
    isHash(faces.bytes) &&
    isTextOrNull(faces.headers) &&
    isTextOrNull(faces.text) &&
    isListOf(faces.attachments, isHash) &&
    isPlaced &&
    isListOf(proof, isText) &&
    proof.length <= MOST_PROOF_NODES &&
    isText(checkpoint) &&
    isText(key) &&
    isListOf(tokens, isText) &&
    (recipe === null || isRecipe(recipe))
  );
}

/** Of the interface Leaf. */
const LEAF_KEYS = 10;

function isLeaf(value: unknown): value is Leaf {
  return (
    isObject(value) &&
    // Nothing beside: a member nested ten thousand deep could be read, but not hashed.
    Object.keys(value).length === LEAF_KEYS &&
    value.format === 'tamis-decoy-leaf-1' &&
    [value.id, value.kind, value.recipe, value.bytes].every(isText) &&
    Number.isSafeInteger(value.index) &&
    [value.model, value.headers, value.text].every(isTextOrNull) &&
    isListOf(value.attachments, isHash)
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<T>(value: unknown, isOne: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= MOST_MEMBERS && value.every(isOne);
}

/** Attack: a list of a million attachments. */
const MOST_MEMBERS = 10_000;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

/** 32 bytes: a salt shorter than that could be tried through. */
function isSalt(value: unknown): value is string {
  return isHash(value);
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
