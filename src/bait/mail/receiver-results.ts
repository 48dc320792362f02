import type { Limits } from '../../model/index.ts';
import { decodeHeader, findAll, parseMessage } from '../../parse/mime/message.ts';
import { example, type Signal } from './signal.ts';

/**
 * What a receiver that is trusted wrote about SPF, DKIM and DMARC (Authentication-Results, RFC 8601). Anybody can write
 * such a field; only the topmost ones of the named host count, and only when no other host's Received stands above them
 * is that host the last to have had the mail. Null when the host wrote none.
 */
export function receiverResults(bytes: Uint8Array, host: string, limits: Limits): ReceiverResults | null {
  const { root } = parseMessage(bytes, limits);
  const wanted = host.toLowerCase();
  for (const field of findAll(root, 'authentication-results').slice(0, MOST_FIELDS)) {
    const value = decodeHeader(bytes, field).slice(0, MOST_CHARS);
    const [id = '', ...results] = value.split(';');
    // RFC 8601, 2.2: the first word is the host; Exchange Online leaves it out (`spf=pass …`).
    const named = id.trim().split(/\s+/u)[0]?.toLowerCase() ?? '';
    if (named !== wanted && !named.endsWith(`.${wanted}`)) continue;
    const found = results.flatMap(
      (result) => /^\s*(spf|dkim|dmarc)\s*=\s*(\w+)/iu.exec(result)?.slice(1, 3) ?? [],
    );
    return {
      host: named,
      spf: resultOf(found, 'spf'),
      dkim: resultOf(found, 'dkim'),
      dmarc: resultOf(found, 'dmarc'),
    };
  }
  return null;
}

/** Attack: thousands of Authentication-Results fields, each decoded and taken apart. */
const MOST_FIELDS = 50;
const MOST_CHARS = 8000;

/** SPF, DKIM and DMARC (RFC 8601) as one named host found them. */
export interface ReceiverResults {
  readonly host: string;
  /** `pass`, `fail`, `none`…; null when not told. */
  readonly spf: string | null;
  readonly dkim: string | null;
  readonly dmarc: string | null;
}

function resultOf(found: readonly string[], method: string): string | null {
  const at = found.findIndex((word, index) => index % 2 === 0 && word.toLowerCase() === method);
  return at < 0 ? null : (found[at + 1]?.toLowerCase() ?? null);
}

const BAD = new Set(['fail', 'softfail', 'permerror']);

/** A failure of DMARC, or of SPF where DKIM does not make up for it. `none` is not a failure. */
export function receiverSignal(results: ReceiverResults | null): Signal | null {
  if (results === null) return null;
  const { host, spf, dkim, dmarc } = results;
  const failed = dmarc === null ? BAD.has(spf ?? '') && dkim !== 'pass' : BAD.has(dmarc);
  if (!failed) return null;
  const told = Object.entries({ spf, dkim, dmarc }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${value}`],
  );
  return {
    code: 'bait-auth-failed',
    level: dmarc === null ? 1 : 2,
    detail: { host: example(host), results: told },
  };
}
