import { type Clock, clock, isPlausible } from './clock.ts';
import type { ClockFields } from './fields.ts';

/** A program that writes seconds since 1970 into the Message-ID or boundary, in what base, and how to know it. */
interface Program {
  readonly source: string;
  readonly pattern: RegExp;
  readonly base: number;
}

const MESSAGE_IDS: readonly Program[] = [
  // Netscape, Mozilla, and Thunderbird until it took random UUIDs; both halves in capitals.
  { source: 'mozilla-message-id', pattern: /^([0-9A-F]{8})\.[0-9A-F]{4,8}@/, base: 16 },
  // heirloom mailx.
  { source: 'mailx-message-id', pattern: /^([0-9a-f]{8})\.[0-9A-Za-z+/]{16}%/, base: 16 },
  // Evolution, before it took hashes.
  { source: 'evolution-message-id', pattern: /^(\d{9,10})\.\d{1,7}\.\d{1,5}\.camel@/, base: 10 },
  // git format-patch, for a whole series at once: made when the patches were, which may be days before.
  { source: 'git-message-id', pattern: /^(?:cover|[0-9a-f]{40})\.(\d{9,10})\.git\./, base: 10 },
];

const BOUNDARIES: readonly Program[] = [
  { source: 'swiftmailer-boundary', pattern: /^_=_swift_(\d{9,10})_[0-9a-f]{32}_=_$/, base: 10 },
  { source: 'ruby-mail-boundary', pattern: /^--==_mimepart_([0-9a-f]{8})[0-9a-f]{5}_/, base: 16 },
];

/** Amazon SES: a region, then milliseconds in twelve hexadecimal digits. */
const SES =
  /^01[0-9a-f]{2}([0-9a-f]{12})-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-\d{6}@/;

/** Programs that write a bare count of seconds, or milliseconds, into Message-ID or boundary. */
export function decodeUnixSeconds(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  const field = fields.messageId;
  if (field !== null) {
    for (const { source, pattern, base } of MESSAGE_IDS) {
      const basis = pattern.exec(field.value)?.[1];
      if (basis === undefined) continue;
      const time = Number.parseInt(basis, base) * 1000;
      const family = source === 'git-message-id' ? 'git-id' : MADE.family;
      if (isPlausible(time)) clocks.push(clock(field, { ...MADE, source, family, time, basis }));
    }
    const basis = SES.exec(field.value)?.[1];
    const time = Number.parseInt(basis ?? '', 16);
    if (basis !== undefined && isPlausible(time)) {
      clocks.push(clock(field, { ...MADE, source: 'amazon-ses-message-id', event: 'passed', time, basis }));
    }
  }
  for (const boundary of fields.boundaries) {
    for (const { source, pattern, base } of BOUNDARIES) {
      const basis = pattern.exec(boundary.value)?.[1];
      if (basis === undefined) continue;
      const time = Number.parseInt(basis, base) * 1000;
      if (isPlausible(time)) clocks.push(clock(boundary, { source, ...MADE, time, basis }));
    }
  }
  return clocks;
}

const MADE = { family: 'unix-seconds', event: 'written', error: 1000 } as const;
