import macronleaks from './macronleaks.json' with { type: 'json' };

/** The reference case, #MacronLeaks: 16 pieces of evidence against five hypotheses. A matrix to start from. */
export const MACRONLEAKS: unknown = macronleaks;
