import { readDate } from '../clocks/written-date.ts';
import { domainOfHost } from './shape.ts';

/** What a message took from one server to the next. */
export interface Hop {
  /** Domains of the two servers, as each names itself: `a.example>b.example`. */
  readonly pair: string;
  /** From the date of the one to that of the other; negative where clocks disagree. */
  readonly seconds: number;
}

/** Attack: a thousand Received fields. Real routes have ten at most. */
const MOST_HOPS = 12;
/** Characters of a server's name that are kept. */
const LONGEST_DOMAIN = 60;

/** The hops of a message as a short text, from its Received fields as they stand, the last first: `a>b 3;b>c -1`. */
export function hopsOf(received: readonly string[]): string {
  const hops: string[] = [];
  let before: { readonly host: string; readonly time: number } | null = null;
  for (const value of received.slice(-MOST_HOPS).reverse()) {
    const at = stationOf(value);
    if (at === null) continue;
    if (before !== null) hops.push(`${before.host}>${at.host} ${Math.round((at.time - before.time) / 1000)}`);
    before = at;
  }
  return hops.join(';');
}

/** Reads `hopsOf` again; what is no hop is left out. */
export function readHops(text: string): readonly Hop[] {
  if (text === '') return [];
  return text.split(';', MOST_HOPS).flatMap((each) => {
    const space = each.indexOf(' ');
    const seconds = Number(each.slice(space + 1));
    return space > 0 && Number.isFinite(seconds) ? [{ pair: each.slice(0, space), seconds }] : [];
  });
}

function stationOf(value: string): { readonly host: string; readonly time: number } | null {
  const semicolon = value.lastIndexOf(';');
  const time = semicolon < 0 ? null : (readDate(value, semicolon + 1)?.time ?? null);
  if (time === null) return null;
  const by = receiverIn(value);
  if (by === null) return null;
  const host = nameInHops(domainOfHost(by));
  return host === '' ? null : { host, time };
}

/** The name behind the first `by` between white space, up to white space, a bracket or a semicolon; null without one. */
export function receiverIn(value: string): string | null {
  for (let at = value.indexOf('by'); at >= 0; at = value.indexOf('by', at + 1)) {
    if (at > 0 && !isSpace(value.charCodeAt(at - 1))) continue;
    let start = at + 2;
    while (isSpace(value.charCodeAt(start))) start++;
    if (start === at + 2) continue;
    let end = start;
    while (end < value.length && !isSpace(value.charCodeAt(end)) && !isEnd(value.charCodeAt(end))) end++;
    if (end > start) return value.slice(start, end);
  }
  return null;
}

/** White space of latin1, as `\s` has it. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

/** `;`, `(`, `)`. */
function isEnd(code: number): boolean {
  return code === 0x3b || code === 0x28 || code === 0x29;
}

/** Without what parts hops and their figures. */
function nameInHops(domain: string): string {
  return PARTING.test(domain) || domain.length > LONGEST_DOMAIN
    ? domain.replace(/[;>\s]/gu, '').slice(0, LONGEST_DOMAIN)
    : domain;
}

const PARTING = /[;>\s]/u;
