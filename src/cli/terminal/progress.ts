import type { Language, Text } from '../../model/text.ts';
import type { Output } from '../host.ts';
import { cut } from './cells.ts';
import { formatBytes, formatDuration, formatNumber } from './format.ts';

export interface ProgressState {
  /** What is being done, e.g. `{ en: 'reading', fr: 'lecture' }`. */
  readonly phase: Text;
  readonly items: number;
  /** Items in all, where they are known beforehand. */
  readonly totalItems?: number;
  /** Bytes of the input done so far. */
  readonly bytes: number;
  /** Bytes of the input in all; null while not known. */
  readonly totalBytes: number | null;
  readonly failures: number;
}

/** One line that rewrites itself on a terminal; elsewhere a plain line every few seconds. */
export interface Progress {
  /** Cheap: call as often as you like. */
  update(state: ProgressState): void;
  /** Removes the line of a terminal; call before writing anything else and at the end. */
  clear(): void;
}

/** Often enough to look alive, seldom enough to cost nothing. */
const TERMINAL_MS = 100;
/** A log of a night's run stays short enough to read. */
const PLAIN_MS = 5000;

/** `now` in milliseconds; `output` is stderr, so that stdout carries results alone. */
export function progressOn(output: Output, lang: Language, now: () => number): Progress {
  const started = now();
  let last = output.isTTY ? Number.NEGATIVE_INFINITY : started;
  let shown = false;
  return {
    update(state) {
      const time = now();
      if (time - last < (output.isTTY ? TERMINAL_MS : PLAIN_MS)) return;
      last = time;
      const line = progressLine(state, (time - started) / 1000, lang);
      if (output.isTTY) output.write(`\r${cut(line, output.columns - 1)}\u001b[K`);
      else output.write(`${line}\n`);
      shown = true;
    },
    clear() {
      if (output.isTTY && shown) output.write('\r\u001b[K');
      shown = false;
    },
  };
}

const WORDS = {
  items: { en: 'items', fr: 'éléments' },
  failed: { en: 'not read', fr: 'non lus' },
  left: { en: 'left', fr: 'restantes' },
} as const satisfies Record<string, Text>;

/** Phase, share, items, bytes, rate, time left, failures: the parts that are known. */
export function progressLine(state: ProgressState, seconds: number, lang: Language): string {
  const { bytes, totalBytes } = state;
  const rate = seconds > 0 ? bytes / seconds : 0;
  const parts = [state.phase[lang]];
  if (totalBytes !== null && totalBytes > 0) {
    parts.push(`${Math.min(100, Math.floor((100 * bytes) / totalBytes))}${lang === 'fr' ? '\u00a0' : ''}%`);
  }
  const count = formatNumber(state.items, lang);
  const all = state.totalItems === undefined ? '' : ` / ${formatNumber(state.totalItems, lang)}`;
  parts.push(`${count}${all}\u00a0${WORDS.items[lang]}`);
  if (bytes > 0) parts.push(formatBytes(bytes, lang));
  if (rate > 0) parts.push(`${formatBytes(rate, lang)}/s`);
  // The first moments say nothing about the rest.
  if (totalBytes !== null && rate > 0 && seconds > 2 && totalBytes > bytes) {
    parts.push(`${formatDuration((totalBytes - bytes) / rate, lang)}\u00a0${WORDS.left[lang]}`);
  }
  if (state.failures > 0) parts.push(`${formatNumber(state.failures, lang)}\u00a0${WORDS.failed[lang]}`);
  return parts.join(' · ');
}
