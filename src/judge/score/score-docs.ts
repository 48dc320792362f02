import { LIKELIHOOD_RATIOS, type LikelihoodRatio } from './likelihood-ratios.ts';
import { BANDS } from './score.ts';

const SCORE_START = '<!-- score: made by scripts/generate-score-docs.ts, do not edit between the marks -->';
const SCORE_END = '<!-- end of score -->';

/** docs/verdicts.md with the tables behind the score in their place. A test holds the two together. */
export function withScoreTables(page: string): string {
  const start = page.indexOf(SCORE_START);
  const end = page.indexOf(SCORE_END);
  if (start === -1 || end < start)
    throw new RangeError('docs/verdicts.md has lost the marks of its score tables');
  return `${page.slice(0, start)}${SCORE_START}\n\n${tables()}\n${page.slice(end)}`;
}

function tables(): string {
  const bands = Object.entries(BANDS).map(
    ([word, { low, usual, high }]) => `| ${word} | ${low} | ${usual} | ${high} |`,
  );
  return `| word | score at least | without figures | at most |
| --- | --: | --: | --: |
${bands.join('\n')}

| group | reason | says | ratio | believed between | source |
| --- | --- | --- | --: | --- | --- |
${LIKELIHOOD_RATIOS.map(row).join('\n')}
`;
}

function row({ group, code, polarity, ratio, low, high, source }: LikelihoodRatio): string {
  return `| ${group} | \`${code}\` | ${polarity} | ${shown(ratio)} | ${shown(low)} to ${shown(high)} | ${source} |`;
}

function shown(ratio: number): string {
  return ratio < 0.1 ? `1/${Math.round(1 / ratio)}` : String(Number(ratio.toPrecision(2)));
}
