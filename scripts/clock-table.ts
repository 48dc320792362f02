/**
 * Measures the clock decoders on real mail: `node scripts/clock-table.ts NAME=FILE.mbox|NAME=FILE.tar.gz ...`
 * prints the table of docs/clocks.md, and the time the decoders take.
 */
import { readFileSync } from 'node:fs';
import { type Clock, clockGapOf, clocksOf } from '../src/examine/clocks/index.ts';
import { DEFAULT_LIMITS } from '../src/model/index.ts';
import { type ParsedMessage, parseMessage } from '../src/parse/mime/message.ts';
import { readTarGz } from '../test/mail/tar-files.ts';

const MINUTE = 60_000;
/** A stamp this far from every date shown is no reading of this message's time: a false decode, or a forgery. */
const FALSE_AFTER = 366 * 24 * 60 * MINUTE;
const ROUNDS = 12;

interface Row {
  count: number;
  minute: number;
  halfHour: number;
  false: number;
}

function measure(messages: readonly ParsedMessage[]): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const message of messages) {
    const clocks = clocksOf(message);
    for (const clock of clocks) {
      if (clock.shown || clock.event === 'expires' || clock.event === 'thread-began') continue;
      const row = rows.get(clock.source) ?? { count: 0, minute: 0, halfHour: 0, false: 0 };
      const gap = distance(clock, clocks);
      row.count++;
      if (gap <= MINUTE + clock.error) row.minute++;
      if (gap <= 30 * MINUTE) row.halfHour++;
      if (gap > FALSE_AFTER) row.false++;
      rows.set(clock.source, row);
    }
  }
  return rows;
}

/** To the nearest Date or Received; local readings count as right at a whole quarter of an hour up to 14 h. */
function distance(clock: Clock, clocks: readonly Clock[]): number {
  const shown =
    clock.beside === null ? clocks.filter((each) => each.shown).map((each) => each.time) : [clock.beside];
  const gaps = shown.map((time) => Math.abs(clock.time - time));
  const nearest = Math.min(...gaps);
  if (clock.zone === 'utc' || nearest > 14 * 60 * MINUTE + MINUTE) return nearest;
  return Math.min(...gaps.map((gap) => Math.min(gap % (15 * MINUTE), 15 * MINUTE - (gap % (15 * MINUTE)))));
}

function read(path: string): readonly ParsedMessage[] {
  const parts = path.endsWith('.tar.gz')
    ? readTarGz(path).map(({ bytes }) => bytes)
    : splitMbox(readFileSync(path));
  return parts.map((bytes) => parseMessage(bytes, DEFAULT_LIMITS));
}

function splitMbox(mbox: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  for (let start = 0; start < mbox.length; ) {
    const next = mbox.indexOf('\n\nFrom ', start);
    const end = next < 0 ? mbox.length : next + 1;
    messages.push(mbox.subarray(mbox.indexOf('\n', start) + 1, end));
    start = next < 0 ? mbox.length : next + 2;
  }
  return messages;
}

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

const groups = new Map<string, ParsedMessage[]>();
for (const argument of process.argv.slice(2)) {
  const [name = '', path = ''] = argument.split('=');
  groups.set(name, [...(groups.get(name) ?? []), ...read(path)]);
}
for (const [name, messages] of groups) {
  console.log(`\n### ${name}: ${messages.length} messages\n`);
  console.log('| source | found | within 60 s | within 30 min | off by more than a year |');
  console.log('| --- | --- | --- | --- | --- |');
  const rows = [...measure(messages)].sort((a, b) => b[1].count - a[1].count);
  for (const [source, row] of rows) {
    const { count, minute, halfHour } = row;
    console.log(
      `| ${source} | ${count} | ${share(minute, count)} | ${share(halfHour, count)} | ${row.false} |`,
    );
  }
  console.log(
    `\nWhat the sift asks of every message (clockGapOf): ${microseconds(messages).toFixed(1)} µs of processor time.`,
  );
}

/** Of the fastest round: the machine may be busy with other things, and the first ones warm up. */
function microseconds(messages: readonly ParsedMessage[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    for (const message of messages) clockGapOf(message);
    best = Math.min(best, process.cpuUsage(before).user);
  }
  return best / messages.length;
}
