/** Names that can never be somebody's: RFC 2606 and RFC 6761, and `.internal` (ICANN 2024). */
const RESERVED_SUFFIXES = ['example', 'test', 'invalid', 'localhost', 'internal'];
const RESERVED_DOMAINS = ['example.com', 'example.net', 'example.org'];

/** Whether a host is on one of the owner's own domains or on a reserved name. */
export function isOwnOrReserved(host: string, own: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  const under = (domain: string): boolean => name === domain || name.endsWith(`.${domain}`);
  return [...own.map((each) => each.toLowerCase()), ...RESERVED_SUFFIXES, ...RESERVED_DOMAINS].some(under);
}
