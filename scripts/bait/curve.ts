import type { CurvePoint } from './measures.ts';

const [WIDTH, HEIGHT, LEFT, TOP] = [560, 300, 60, 20];
const [INNER_WIDTH, INNER_HEIGHT] = [WIDTH - LEFT - 20, HEIGHT - TOP - 50];
/** Ends of the axes: beyond them nobody would run it. */
const MOST_FALSE = 0.1;
const LEAST_FOUND = 0.5;

/** Found against false, as a small picture. */
export function curveSvg(curve: readonly CurvePoint[]): string {
  const x = (falseShare: number) => round(LEFT + (falseShare / MOST_FALSE) * INNER_WIDTH);
  const y = (found: number) =>
    round(TOP + (1 - (Math.max(LEAST_FOUND, found) - LEAST_FOUND) / (1 - LEAST_FOUND)) * INNER_HEIGHT);
  const line = curve.map(({ falseShare, found }) => `${x(falseShare)},${y(found)}`).join(' ');
  const grid = [0.5, 0.6, 0.7, 0.8, 0.9, 1].map(
    (found) =>
      `<line x1="${LEFT}" x2="${WIDTH - 20}" y1="${y(found)}" y2="${y(found)}" stroke="#ddd"/><text x="${LEFT - 8}" y="${y(found) + 4}" text-anchor="end">${Math.round(found * 100)} %</text>`,
  );
  const ticks = [0, 0.01, 0.02, 0.05, 0.1].map(
    (share) =>
      `<text x="${x(share)}" y="${HEIGHT - 30}" text-anchor="middle">${Math.round(share * 100)} %</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="Phishing found against ordinary mail wrongly told">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${grid.join('\n')}
${ticks.join('\n')}
<line x1="${x(0.01)}" x2="${x(0.01)}" y1="${TOP}" y2="${TOP + INNER_HEIGHT}" stroke="#c33" stroke-dasharray="4 3"/>
<polyline points="${line}" fill="none" stroke="#246" stroke-width="2"/>
<text x="${LEFT + INNER_WIDTH / 2}" y="${HEIGHT - 8}" text-anchor="middle">ordinary mail wrongly told</text>
</svg>
`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
