import { hostTrace, ipTrace, type Named } from './names.ts';

/** Attack: a field of megabytes under a pattern. A hop of real mail is below 800 characters. */
const MOST_CHARS = 1_000;

/**
 * Who handed a message to whom, by one Received field (RFC 5321, 4.4): what the sender called itself, its name
 * by the DNS, its address, the receiver, and who logged in to send. Only the part before the date is looked at.
 */
export function hopTraces(field: string): readonly (Named & { readonly part: string })[] {
  const text = field.slice(0, MOST_CHARS);
  const by = /(?:^|\s)by\s/i.exec(text)?.index ?? text.length;
  const from = text.slice(0, by);
  const found: (Named & { part: string })[] = [];
  const add = (part: string, named: Named | null) => {
    if (named !== null) found.push({ part, ...named });
  };
  if (/^\s*from\s/i.test(from)) {
    add('from', hostTrace(/^\s*from\s+(\S{1,255})/i.exec(from)?.[1]));
    // `(rdns [1.2.3.4])`; a word and nothing else in brackets may be anything.
    add('from', hostTrace(/\(([\w.-]{1,253})\s+\[/.exec(from)?.[1]));
    add('from', hostTrace(/\((?:HELO|EHLO|helo=)\s?\[?([\w.-]{1,253})/i.exec(from)?.[1]));
    for (const [, address] of from.matchAll(ADDRESS)) add('from', ipTrace(address));
  }
  add('by', hostTrace(/^\s*by\s+([^\s;()]{1,255})/i.exec(text.slice(by))?.[1]));
  const user = /\(Authenticated sender:\s{0,4}([^)\s]{1,200})\)/i.exec(text)?.[1];
  if (user !== undefined) found.push({ part: 'authenticated sender', kind: 'user-name', value: user });
  return found;
}

/** In square or round brackets or after `from`; versions of programs stand elsewhere. */
const ADDRESS = /[[(\s](?:IPv6:)?((?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})(?=[\])\s:])/gi;
