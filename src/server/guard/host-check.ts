/** How a caller may name this server. */
export interface KnownHosts {
  readonly port: number;
  /** Names beside `localhost` and its addresses: of `--host`, and this machine's own. */
  readonly names: readonly string[];
  /** With `--host`, any address written in digits: which one it is does not matter to what is checked here. */
  readonly anyAddress: boolean;
}

/**
 * Whether a Host header names this server. A page of another site that makes its own name point to this machine
 * (DNS rebinding) still sends that name; an address in digits cannot be rebound.
 */
export function isKnownHost(header: string | undefined, known: KnownHosts): boolean {
  const found = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9.-]{1,253})(?::(\d{1,5}))?$/i.exec(header ?? '');
  if (found === null) return false;
  const [, name = '', port = '80'] = found;
  if (Number(port) !== known.port) return false;
  const host = name.toLowerCase();
  if (LOOPBACK.has(host) || known.names.includes(host)) return true;
  return known.anyAddress && (host.startsWith('[') || DIGITS.test(host));
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const DIGITS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
