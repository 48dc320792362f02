import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { TamisError } from '../../model/index.ts';
import { writeWhole } from '../ledger/index.ts';
import type { Decoy } from '../model/index.ts';
import { isMail, type Target } from './target.ts';

/** It is read and written whole, so that it is the old one or the new one and nothing between. */
const MOST_BYTES = 2 ** 30;
const LINE = Buffer.from('\n\nFrom ');

/** One mbox (mboxrd quoting), whose decoys come to lie where their time puts them. Throws `target-too-large`. */
export function mboxTarget(path: string): Target {
  const decoys: Decoy[] = [];
  return {
    takes: isMail,
    place: ({ id }) => `${path}#${id}`,
    put: async (decoy) => {
      decoys.push(decoy);
      return 'planted';
    },
    finish: async () => {
      if (decoys.length > 0) rewrite(path, decoys);
    },
  };
}

function rewrite(path: string, decoys: readonly Decoy[]): void {
  const old = existsSync(path) ? statSync(path) : null;
  if (old !== null && old.size > MOST_BYTES) {
    throw new TamisError('target-too-large', {
      en: `${path} is too large to be written anew: plant into a copy in parts.`,
      fr: `${path} est trop grand pour être réécrit\u00a0: placez dans une copie, en plusieurs parties.`,
    });
  }
  const messages = old === null ? [] : split(readFileSync(path));
  // A crash before the journal was written must not plant twice.
  const known = new Set(messages.map(({ bytes }) => bytes.toString('latin1')));
  const added = decoys
    .map((decoy) => ({ at: decoy.placement.at, bytes: written(decoy) }))
    .filter(({ bytes }) => !known.has(bytes.toString('latin1')))
    .sort((a, b) => a.at - b.at);
  const all: Uint8Array[] = [];
  let next = 0;
  for (const { at, bytes } of messages) {
    for (let each = added[next]; each !== undefined && each.at < at; each = added[++next])
      all.push(each.bytes);
    all.push(bytes);
  }
  all.push(...added.slice(next).map(({ bytes }) => bytes));
  writeWhole(path, Buffer.concat(all), old === null ? 0o600 : old.mode & 0o777);
  const latest = Math.max(old?.mtimeMs ?? 0, added.at(-1)?.at ?? 0) / 1000;
  utimesSync(path, latest, latest);
}

/** Messages with their From lines and the empty line after them; the time of the From line, or that of the one before. */
function split(bytes: Buffer): { readonly at: number; readonly bytes: Buffer }[] {
  const messages: { at: number; bytes: Buffer }[] = [];
  let at = 0;
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE, start);
    const end = found < 0 ? bytes.length : found + 2;
    const line = bytes.toString('latin1', start, Math.min(end, start + 200)).split('\n', 1)[0] ?? '';
    const time = Date.parse(`${/ (\w{3} \w{3} .{13,16})$/.exec(line.trimEnd())?.[1] ?? ''} UTC`);
    if (!Number.isNaN(time)) at = time;
    const piece = bytes.subarray(start, end);
    const isEnded = piece.subarray(-2).equals(Buffer.from('\n\n'));
    messages.push({
      at,
      bytes: isEnded ? piece : Buffer.concat([piece, Buffer.from(piece.at(-1) === 0x0a ? '\n' : '\n\n')]),
    });
    start = end;
  }
  return messages;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `From - Tue Feb  7 09:02:06 2017`, as Thunderbird writes it; RFC 4155 says asctime, in UTC. */
function written({ bytes, placement }: Decoy): Buffer {
  const time = new Date(placement.at);
  const two = (number: number) => String(number).padStart(2, '0');
  const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(two).join(':');
  const day = String(time.getUTCDate()).padStart(2, ' ');
  const date = `${DAYS[time.getUTCDay()]} ${MONTHS[time.getUTCMonth()]} ${day} ${clock} ${time.getUTCFullYear()}`;
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll('\r\n', '\n')
    .replace(/^(>*From )/gm, '>$1');
  return Buffer.from(`From - ${date}\n${lines.replace(/\n*$/, '\n')}\n`, 'latin1');
}
