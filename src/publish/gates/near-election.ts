import { type Election, electionFrom } from '../../silence/index.ts';

/** Further off, an election silences nobody yet. */
const KNOWN_AHEAD_MS = 30 * 86_400_000;

/** The election whose silence counts where none is named: the next one known within 30 days of `at`. */
export function nearElection(at: number): Election | null {
  const next = electionFrom(new Date(at).toISOString().slice(0, 10));
  return next !== null && Date.parse(next.date) - at <= KNOWN_AHEAD_MS ? next : null;
}
