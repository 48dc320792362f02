export interface Bar {
  readonly label: string;
  readonly value: number;
}

const WIDTH = 860;
const HEIGHT = 260;
const LEFT = 60;
const BOTTOM = 40;
const TOP = 14;

/**
 * A chart of columns as SVG by itself: title and description for screen readers, no script, no network, dark on
 * light so that it prints. `labels` names at most eight of the columns.
 */
export function columnChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const step = (WIDTH - LEFT - 10) / Math.max(1, bars.length);
  const height = (value: number): number => ((HEIGHT - TOP - BOTTOM) * value) / most;
  const columns = bars.map((bar, i) => {
    const h = height(bar.value);
    return `<rect x="${fixed(LEFT + i * step)}" y="${fixed(HEIGHT - BOTTOM - h)}" width="${fixed(Math.max(0.5, step * 0.85))}" height="${fixed(h)}"><title>${escaped(bar.label)}: ${bar.value}</title></rect>`;
  });
  const every = Math.max(1, Math.ceil(bars.length / 8));
  const labels = bars.map((bar, i) =>
    i % every === 0
      ? `<text x="${fixed(LEFT + i * step)}" y="${HEIGHT - BOTTOM + 16}">${escaped(bar.label)}</text>`
      : '',
  );
  const lines = [0, 0.5, 1].map((part) => {
    const y = fixed(HEIGHT - BOTTOM - height(most * part));
    return `<line x1="${LEFT}" x2="${WIDTH - 10}" y1="${y}" y2="${y}"/><text x="${LEFT - 6}" y="${y}" text-anchor="end" dy="4">${Math.round(most * part)}</text>`;
  });
  const peak = bars.reduce((a, b) => (b.value > a.value ? b : a), { label: '', value: 0 });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">` +
    `<title>${escaped(title)}</title><desc>${escaped(`${bars.length} columns; largest ${peak.value} at ${peak.label}`)}</desc>` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>` +
    `<g stroke="#ccc" fill="#333" font-family="sans-serif" font-size="11" stroke-width="1"><g>${lines.join('').replaceAll('<text', '<text stroke="none"')}</g></g>` +
    `<g fill="#1f4e79">${columns.join('')}</g>` +
    `<g fill="#333" font-family="sans-serif" font-size="11">${labels.join('')}</g></svg>`
  );
}

/** Text made safe inside XML and HTML; characters XML forbids are left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff].)/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function fixed(value: number): string {
  return value.toFixed(1);
}
