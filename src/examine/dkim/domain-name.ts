import { domainToASCII } from 'node:url';

/**
 * The form a domain or selector is compared and looked up in: lower case, A-labels, no final dot. RFC 8616
 * lets signatures and records carry U-labels in UTF-8. A name that has no A-label form is only lowered.
 */
export function asciiDomain(name: string): string {
  const lower = (name.endsWith('.') ? name.slice(0, -1) : name).toLowerCase();
  if (isAscii(lower)) return lower;
  return domainToASCII(lower) || lower;
}

/** Header text, one character per byte, as the UTF-8 it may be (RFC 6532); as it was when it is not. */
export function utf8FromBytes(text: string): string {
  if (isAscii(text)) return text;
  const decoded = Buffer.from(text, 'latin1').toString('utf8');
  return decoded.includes('\ufffd') ? text : decoded;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false;
  return true;
}
