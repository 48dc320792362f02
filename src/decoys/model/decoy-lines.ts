import { TamisError } from '../../model/index.ts';
import type { Decoy } from './decoy.ts';
import type { Recipe } from './recipe.ts';

/**
 * A set of decoys as a file, one JSON value a line: the recipe first, then each decoy. What `generate` writes,
 * and `checkpoint` and `plant` read. Bytes are base64, so that a set may be read without any of its formats.
 */
export const DECOY_LINES_FORMAT = 'tamis-decoys-1';

/** One line of a set, read. */
export type DecoyLine =
  | { readonly type: 'recipe'; readonly recipe: Recipe }
  | { readonly type: 'decoy'; readonly decoy: Decoy };

/** The first line of a set, with its line end. */
export function recipeLine(recipe: Recipe): string {
  return `${JSON.stringify({ format: DECOY_LINES_FORMAT, recipe })}\n`;
}

/** The line of one decoy, with its line end. */
export function decoyLine(decoy: Decoy): string {
  const attachments = decoy.attachments.map((each) => ({ ...each, bytes: base64(each.bytes) }));
  return `${JSON.stringify({ ...decoy, bytes: base64(decoy.bytes), attachments })}\n`;
}

/** Reads one line as written above. Throws `decoy-set-damaged`: a set is the owner's own and whole, or not used. */
export function readDecoyLine(line: string, number: number): DecoyLine {
  try {
    const value = JSON.parse(line);
    if (value.format === DECOY_LINES_FORMAT) return { type: 'recipe', recipe: value.recipe };
    if (typeof value.id !== 'string' || typeof value.bytes !== 'string')
      throw new Error('neither recipe nor decoy');
    const attachments = value.attachments.map((each: { bytes: string }) => ({
      ...each,
      bytes: bytesOf(each.bytes),
    }));
    return { type: 'decoy', decoy: { author: null, ...value, bytes: bytesOf(value.bytes), attachments } };
  } catch (cause) {
    throw new TamisError(
      'decoy-set-damaged',
      {
        en: `Line ${number} of the set of decoys cannot be read.`,
        fr: `La ligne ${number} du jeu de leurres est illisible.`,
      },
      {
        cause,
      },
    );
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'base64'));
}
