/** Width of every chart, in the units of its view box. */
export const CHART_WIDTH = 860;

/**
 * A chart as SVG by itself: title and description for screen readers, the title also to be seen, no script, no
 * network, dark on light so that it prints. Pages may recolour it by the classes `paper`, `grid`, `words`, `bars`.
 */
export function svgFrame(title: string, description: string, height: number, inside: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_WIDTH}" height="${height}" viewBox="0 0 ${CHART_WIDTH} ${height}" role="img" aria-label="${escaped(`${title}. ${description}`)}">` +
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>` +
    `<rect class="paper" width="${CHART_WIDTH}" height="${height}" fill="#fff"/>` +
    `<g class="words" fill="#333" font-family="Noto Sans, sans-serif" font-size="12"><text x="8" y="18" font-size="14" font-weight="600">${escaped(title)}</text></g>` +
    `${inside}</svg>`
  );
}

/** Lines of a chart as one group. */
export function gridOf(lines: readonly string[]): string {
  return `<g class="grid" stroke="#ccc" stroke-width="1">${lines.join('')}</g>`;
}

/** Words of a chart as one group. */
export function wordsOf(texts: readonly string[]): string {
  return `<g class="words" fill="#333" font-family="Noto Sans, sans-serif" font-size="12">${texts.join('')}</g>`;
}

/** Bars of a chart as one group. */
export function barsOf(bars: readonly string[]): string {
  return `<g class="bars" fill="#1f4e79">${bars.join('')}</g>`;
}

/** Text made safe inside XML and HTML; characters XML forbids are left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replaceAll(/\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A coordinate, to a tenth of a pixel. */
export function fixed(value: number): string {
  return value.toFixed(1);
}
