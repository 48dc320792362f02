import { type Election, electionWithin } from '../../silence/index.ts';

/** Further off, an election silences nobody yet. */
const KNOWN_AHEAD_MS = 30 * 86_400_000;

/** The election whose silence counts where none is named: the next one on record within 30 days of `at`. */
export function nearElection(at: number): Election | null {
  return electionWithin(at, KNOWN_AHEAD_MS);
}
