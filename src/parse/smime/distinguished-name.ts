import { childrenOf, type Element, oidText } from './ber.ts';

/** Short names of RFC 4514, 3, and the mail address. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.5': 'serialNumber',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '0.9.2342.19200300.100.1.25': 'DC',
  '0.9.2342.19200300.100.1.1': 'UID',
};

/** Characters of a name that are kept. Attack: a certificate whose name is megabytes long. */
const LONGEST = 500;

const BMP_STRING = 30;

/** An X.501 Name as text, in the order of the bytes: `C=FR, O=Example, CN=Anna`. */
export function nameText(bytes: Uint8Array, name: Element): string {
  const parts: string[] = [];
  for (const set of childrenOf(bytes, name)) {
    for (const attribute of childrenOf(bytes, set)) {
      const [type, value] = childrenOf(bytes, attribute);
      if (type === undefined || value === undefined || parts.length >= 40) continue;
      const oid = oidText(bytes, type);
      parts.push(`${ATTRIBUTES[oid] ?? oid}=${stringText(bytes, value)}`);
    }
  }
  return parts.join(', ').slice(0, LONGEST);
}

function stringText(bytes: Uint8Array, value: Element): string {
  const content = Buffer.from(
    bytes.subarray(value.contentStart, Math.min(value.contentEnd, value.contentStart + 1000)),
  );
  if (value.tag === BMP_STRING)
    return content
      .subarray(0, content.length & ~1)
      .swap16()
      .toString('utf16le');
  const text = content.toString('utf8');
  return text.includes('\ufffd') ? content.toString('latin1') : text;
}
