import { asBuffer } from '../binary/as-buffer.ts';

/** Seconds since 1970 as ISO 8601 UTC; undefined when no calendar holds them. */
export function unixTime(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** 100 ns since 1601 (Windows FILETIME) as ISO 8601 UTC with all seven digits; undefined for 0 = not set. */
export function fileTime(bytes: Uint8Array, at: number): string | undefined {
  const ticks = asBuffer(bytes).readBigUInt64LE(at);
  if (ticks === 0n) return undefined;
  const iso = unixTime(Number(ticks / 10_000_000n) - 11_644_473_600);
  return iso?.replace('.000Z', `.${(ticks % 10_000_000n).toString().padStart(7, '0')}Z`);
}

/**
 * An MS-DOS date and time. Its zone is that of the machine that packed, which nothing records: the
 * result has no `Z`, and two-second steps. Undefined when all zero or no such day exists.
 */
export function dosTime(date: number, time: number): string | undefined {
  if (date === 0) return undefined;
  const two = (value: number): string => value.toString().padStart(2, '0');
  const day = `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}`;
  const clock = `${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`;
  return Number.isNaN(Date.parse(`${day}T${clock}Z`)) ? undefined : `${day}T${clock}`;
}
