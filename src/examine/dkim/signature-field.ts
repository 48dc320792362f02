import type { ByteRange } from '../../model/index.ts';
import type { HeaderData } from './header-canonicalizer.ts';
import type { SignedHeader } from './message.ts';
import type { MessageView } from './message-view.ts';
import type { SignatureTags } from './signature-tags.ts';

/**
 * Attack: thousands of signature fields, each asking for an RSA operation. A full ARC chain has a hundred
 * of them; real messages were seen with five signatures.
 */
export const MAX_SIGNATURES = 128;

/** One signature of a message: its field, what its tags say, and what they cover. */
export interface SignatureField {
  readonly view: MessageView;
  readonly field: SignedHeader;
  readonly tags: SignatureTags;
  /** For every name of h= the field it stands for, null where there is none (RFC 6376 5.4.2). */
  readonly selected: readonly (SignedHeader | null)[];
}

/** Writes the bytes that a header signature is made over into `data` (RFC 6376 3.7). */
export function collectHeaderData(signature: SignatureField, data: HeaderData): void {
  const { view, tags, selected } = signature;
  data.reset();
  for (const header of selected) {
    if (header === null) continue;
    data.add(view.bytes, header, tags.relaxedHeader);
    data.addLineEnd();
  }
  addOwnField(signature, data);
}

/** Adds the signature's own field, b= empty and without a line end, as the last of what is signed. */
export function addOwnField(signature: SignatureField, data: HeaderData): void {
  const { view, field, tags } = signature;
  data.add(view.bytes, field, tags.relaxedHeader, blankOf(signature));
}

/** Where the value of b= lies in the message: the signature does not cover itself. */
export function blankOf({ field, tags }: SignatureField): ByteRange {
  const start = field.colon + 1;
  return { start: start + (tags.signatureSpan?.start ?? 0), end: start + (tags.signatureSpan?.end ?? 0) };
}
