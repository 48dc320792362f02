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
const LONGEST_DOMAIN = 60;

const BY = /(?:^|\s)by\s+([^\s;()]+)/u;

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
  const by = BY.exec(value)?.[1];
  if (time === null || by === undefined) return null;
  const host = domainOfHost(by)
    .replace(/[;>\s]/gu, '')
    .slice(0, LONGEST_DOMAIN);
  return host === '' ? null : { host, time };
}
