export interface Series {
  readonly name: string;
  readonly colour: string;
  /** Posts and seconds. */
  readonly points: readonly (readonly [number, number])[];
}

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 70;
const BOTTOM = 50;

/** Seconds over posts, both on logarithmic axes, as SVG. */
export function growthPlot(title: string, series: readonly Series[]): string {
  const x = scale(4e3, 1.3e7, LEFT, WIDTH - 20);
  const y = scale(0.1, 2000, HEIGHT - BOTTOM, 40);
  const grid = [
    ...[1e4, 1e5, 1e6, 1e7].map(
      (n) =>
        line(x(n), 40, x(n), HEIGHT - BOTTOM) +
        text(x(n), HEIGHT - BOTTOM + 18, n.toLocaleString('en-GB'), 'middle'),
    ),
    ...[0.1, 1, 10, 100, 1000].map(
      (s) => line(LEFT, y(s), WIDTH - 20, y(s)) + text(LEFT - 6, y(s) + 4, `${s} s`, 'end'),
    ),
  ];
  const drawn = series.map(({ name, colour, points }, i) => {
    const path = points
      .map(([posts, seconds]) => `${x(posts).toFixed(1)},${y(seconds).toFixed(1)}`)
      .join(' ');
    const dots = points.map(
      ([posts, seconds]) =>
        `<circle cx="${x(posts).toFixed(1)}" cy="${y(seconds).toFixed(1)}" r="4" fill="${colour}"><title>${name}: ${posts} posts, ${seconds} s</title></circle>`,
    );
    const key = `<rect x="${LEFT + 14}" y="${54 + i * 18}" width="12" height="12" fill="${colour}"/>${text(LEFT + 32, 64 + i * 18, name, 'start')}`;
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${key}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="12"><title>${title}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${text(LEFT, 24, title, 'start')}${grid.join('')}${drawn.join('')}</svg>\n`;
}

function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  return (value) => from + ((to - from) * Math.log(value / low)) / Math.log(high / low);
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#ddd"/>`;
}

function text(x: number, y: number, content: string, anchor: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#333">${content}</text>`;
}
