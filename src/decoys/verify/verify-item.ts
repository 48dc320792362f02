import { compareItem, type ItemVerdict } from './compare-item.ts';
import { facesOfDocument, facesOfMessage, sha256Hex } from './faces.ts';
import { readOpening } from './opening.ts';
import { type OpeningVerdict, type Trust, verifyOpening } from './verify-opening.ts';

/** An opening and an item, held against each other. */
export interface Verification {
  readonly opening: OpeningVerdict;
  /** Null where the opening does not hold: then nothing follows from any likeness. */
  readonly item: ItemVerdict | null;
  /** Characters of the decoy's text, white space apart, where it is so short that real mail may say the same; else null. */
  readonly shortText: number | null;
}

/** An item as whoever reads its format found it. */
export type LeakedItem =
  | { readonly type: 'message'; readonly bytes: Uint8Array }
  | { readonly type: 'text'; readonly bytes: Uint8Array; readonly text: string }
  | { readonly type: 'unreadable'; readonly bytes: Uint8Array };

/** About nineteen words: a shorter decoy is not made with places that only it has (own/own-wording.ts). */
const SHORT_TEXT = 90;

/** The whole check, of two files and nothing else. The command and the page both run this. Never throws. */
export async function verifyItem(opening: string, item: LeakedItem, trust: Trust): Promise<Verification> {
  const read = readOpening(opening);
  const verdict = await verifyOpening(read, trust);
  if (read === null || verdict.type === 'invalid') return { opening: verdict, item: null, shortText: null };
  const { length } = read.faces.text ?? '';
  return {
    opening: verdict,
    item: compareItem(read.faces, sha256Hex(item.bytes), facesOf(item)),
    shortText: length < SHORT_TEXT ? length : null,
  };
}

function facesOf(item: LeakedItem) {
  switch (item.type) {
    case 'message':
      return facesOfMessage(item.bytes);
    case 'text':
      return facesOfDocument(item.bytes, item.text);
    case 'unreadable':
      return null;
  }
}
