/**
 * The network card that made a UUID of version 1 (RFC 9562, 5.1), as `00:0c:29:3e:53:01`; null for other
 * versions, and for nodes that are random, which have the multicast bit set (6.10).
 */
export function nodeOf(text: string): string | null {
  const uuid = UUID.exec(text)?.[0].toLowerCase();
  if (uuid === undefined || uuid[14] !== '1' || !/[89ab]/.test(uuid[19] ?? '')) return null;
  const node = uuid.slice(24);
  if (Number.parseInt(node.slice(0, 2), 16) & 1 || /^0+$/.test(node)) return null;
  return node.match(/../g)?.join(':') ?? null;
}

const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;

/** Ids that say nothing: all zeros or all ones, or too short to be of one document only. */
export function isShared(id: string): boolean {
  const digits = id.replace(/^(?:uuid|xmp\.\w{2,3}):|[^\da-z]/gi, '');
  return digits.length < 8 || /^(.)\1*$/.test(digits);
}
