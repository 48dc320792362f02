/** What the tree holds of one decoy: commitments only, so that a leaf shown tells nothing that is not opened. */
import { createHash } from 'node:crypto';
import { canonicalJson, type DecoyKind } from '../model/index.ts';
import type { Faces } from './faces.ts';

/** A leaf of the tree; commitments are SHA-256 over a salt and a face, hexadecimal (`commitment`). */
export interface Leaf {
  readonly format: 'tamis-decoy-leaf-1';
  readonly id: string;
  readonly kind: DecoyKind;
  /** `recipeHash`: a commitment by itself, because the recipe holds a secret seed of 32 bytes. */
  readonly recipe: string;
  readonly index: number;
  /** Null where it can be made again from the recipe; else the language model that wrote it. */
  readonly model: string | null;
  readonly bytes: string;
  readonly headers: string | null;
  readonly text: string | null;
  readonly attachments: readonly string[];
}

/** 32 bytes each, hexadecimal, in the shape of the faces. */
export interface Salts {
  readonly bytes: string;
  readonly headers: string;
  readonly text: string;
  readonly attachments: readonly string[];
}

/** @param about what the leaf says openly */
export function leafOf(
  about: Pick<Leaf, 'id' | 'kind' | 'recipe' | 'index' | 'model'>,
  faces: Faces,
  salts: Salts,
): Leaf {
  return {
    format: 'tamis-decoy-leaf-1',
    ...about,
    bytes: commitment('bytes', faces.bytes, salts.bytes),
    headers: faces.headers === null ? null : commitment('headers', faces.headers, salts.headers),
    text: faces.text === null ? null : commitment('text', faces.text, salts.text),
    attachments: faces.attachments.map((face, at) =>
      commitment(`attachment ${at}`, face, salts.attachments[at] ?? ''),
    ),
  };
}

/** The bytes that the tree hashes. */
export function leafBytes(leaf: Leaf): Uint8Array {
  return new TextEncoder().encode(canonicalJson(leaf));
}

/**
 * SHA-256 (hex) over a line that names the face, the salt and the face: hiding as long as the salt is secret, and
 * no commitment to one face can be opened as another.
 */
export function commitment(face: string, value: string, salt: string): string {
  return createHash('sha256')
    .update(`tamis-decoy-commitment-1 ${face}\n`, 'utf8')
    .update(bytesOfHex(salt))
    .update(value, 'utf8')
    .digest('hex');
}

/** The bytes of pairs of hexadecimal digits; an odd digit at the end is left out. */
export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
