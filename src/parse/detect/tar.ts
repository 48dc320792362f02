const BLOCK = 512;
const CHECKSUM_AT = 148;
const CHECKSUM_LENGTH = 8;

/** Whether `head` begins with a tar header: the checksum adds up (POSIX pax, and V7, which has no magic). */
export function isTar(head: Uint8Array): boolean {
  if (head.length < BLOCK) return false;
  const stored = octal(head, CHECKSUM_AT);
  if (stored <= 0) return false;
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < BLOCK; i++) {
    const inField = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_LENGTH;
    const byte = inField ? 0x20 : (head[i] ?? 0);
    unsigned += byte;
    // Old Sun tars summed signed bytes.
    signed += byte > 0x7f ? byte - 0x100 : byte;
  }
  return stored === unsigned || stored === signed;
}

function octal(bytes: Uint8Array, at: number): number {
  let value = 0;
  let digits = 0;
  for (let i = at; i < at + CHECKSUM_LENGTH; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x30 && byte <= 0x37) {
      value = value * 8 + byte - 0x30;
      digits++;
    } else if (digits > 0) {
      break;
    } else if (byte !== 0x20) {
      return -1;
    }
  }
  return digits > 0 ? value : -1;
}
