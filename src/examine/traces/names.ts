import type { TraceKind } from '../../model/index.ts';

/** What a text names, before it is known where it stood. */
export interface Named {
  readonly kind: TraceKind;
  readonly value: string;
}

/** Names that every machine or none has. */
const NOBODY = new Set(['localhost', 'localhost.localdomain', 'unknown', 'local', 'mail', 'smtp', 'helo']);
/** Names that only the machine's own network knows (RFC 6761, 6762, and what routers hand out). */
const LOCAL_NAME = /\.(?:local|localdomain|lan|home|internal|intranet|corp|workgroup|fritz\.box)$/;

/** Names come from the leak: the memory that spares looking again must not grow with them. */
const MOST_KNOWN = 4_000;
const known = new Map<string, Named | null>();

/** A host by a name of the DNS, or a machine by a name of its own network; an address in brackets is an `ip`. */
export function hostTrace(written: string | undefined): Named | null {
  if (written === undefined || written.length > 255) return null;
  const found = known.get(written);
  if (found !== undefined) return found;
  const read = readHost(written);
  // A copy: V8 would keep the whole header alive behind a slice of it.
  if (known.size < MOST_KNOWN) known.set(Buffer.from(written).toString(), read);
  return read;
}

function readHost(written: string): Named | null {
  const name = Buffer.from(written).toString().toLowerCase().replace(/\.$/, '');
  const literal = /^\[(?:ipv6:)?([\da-f.:]{3,45})\]?$/.exec(name)?.[1] ?? name;
  if (/^[\d.]{7,15}$/.test(literal) || literal.includes(':')) return ipTrace(literal);
  if (!/^[\w.-]{2,253}$/.test(name) || !/[a-z]/.test(name) || NOBODY.has(name)) return null;
  const isMachine = !name.includes('.') || LOCAL_NAME.test(name);
  return { kind: isMachine ? 'machine' : 'host', value: name };
}

/** An IPv4 or IPv6 address; null for the machine's own, which says nothing, and for what is none. */
export function ipTrace(written: string | undefined): Named | null {
  const value = (written ?? '').slice(0, 46).toLowerCase();
  const isAddress = value.includes(':') ? isIpv6(value) : isIpv4(value);
  return isAddress && !/^(?:127\.|0\.0\.0\.0$|::1?$)/.test(value) ? { kind: 'ip', value } : null;
}

/** By characters: every hop of every message has one, and parts and patterns took five times as long. */
function isIpv4(value: string): boolean {
  let dots = 0;
  let digits = 0;
  let number = 0;
  for (let at = 0; at < value.length; at++) {
    const digit = value.charCodeAt(at) - 0x30;
    if (digit === DOT) {
      if (digits === 0) return false;
      dots++;
      digits = 0;
      number = 0;
    } else if (digit < 0 || digit > 9) return false;
    else {
      number = number * 10 + digit;
      if (++digits > 3 || number > 255) return false;
    }
  }
  return dots === 3 && digits > 0;
}

const DOT = 0x2e - 0x30;

function isIpv6(value: string): boolean {
  const groups = value.split(':');
  const isWhole = groups.length === 8 || value.includes('::');
  return isWhole && groups.length <= 9 && groups.every((group) => /^[\da-f]{0,4}$/.test(group));
}
