import type { Fitted } from './fit.ts';

/** src/bait/mail/weights.ts, from a model. */
export function weightsSource({ bias, weights }: Fitted): string {
  const lines = [...weights]
    .filter(([, weight]) => weight > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, weight]) => `  '${code}': ${weight},`);
  return `import type { MailReasonCode } from '../../judge/reasons/bait.ts';

/**
 * What each reason adds to the log-odds, once per level. Written by \`node scripts/evaluate-bait.ts --fit\` from the
 * development half of the collection (docs/evaluation-bait.md) and set-weights.ts; do not edit.
 */
export const WEIGHTS: Readonly<Partial<Record<MailReasonCode, number>>> = {
${lines.join('\n')}
};

/** Puts one ordinary mail in a hundred of that half above nought. */
export const BIAS = ${Math.round(bias * 1000) / 1000};
`;
}
