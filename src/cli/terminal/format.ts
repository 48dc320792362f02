/** Numbers, sizes, times and durations as a reader of each language expects them. */
import type { Language } from '../../model/text.ts';
import { formatNumber } from '../../show/number-text.ts';

export { formatBytes, formatNumber } from '../../show/number-text.ts';

/** `0.4 s`, `12 s`, `3 min 05 s`, `2 h 07 min`. */
export function formatDuration(seconds: number, lang: Language): string {
  if (seconds < 9.95) return `${formatNumber(Math.max(0, seconds), lang, 1)}\u00a0s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}\u00a0s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}\u00a0min\u00a0${pad(whole % 60)}\u00a0s`;
  const minutes = Math.round(whole / 60);
  return `${formatNumber(Math.floor(minutes / 60), lang)}\u00a0h\u00a0${pad(minutes % 60)}\u00a0min`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * An ISO 8601 time as `2017-04-24 18:03 UTC`: the one form that sorts, and that nobody reads with day and
 * month exchanged. Unreadable ones come back as they are.
 */
export function formatTime(iso: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/u.exec(iso);
  return match === null ? iso : `${match[1]}\u00a0${match[2]}\u00a0UTC`;
}
