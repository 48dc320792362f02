/**
 * The passes over the whole leak, by what they look at: each message by itself; what the messages say of each other;
 * likeness of texts; traces.
 */
export type ConcludePhase = 'judging' | 'across' | 'texts' | 'traces';

/** Told at the end of each. */
export type OnPhaseEnd = (phase: ConcludePhase) => void;
