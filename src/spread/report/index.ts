/** The report of spread: numbers first, then words and pictures of them. */
export { type ReportOptions, type SpreadReport, spreadReport } from './build.ts';
export { type Counting, countingHere } from './counting.ts';
export {
  type AskPieces,
  countingByPieces,
  edgesByPieces,
  type SpreadPart,
  type SpreadPiece,
  SpreadPieces,
} from './pieces.ts';
export { seededRandom } from './random.ts';
export { charts } from './render/charts.ts';
export { csvFiles } from './render/csv-files.ts';
export { gexf, graphml } from './render/graph-files.ts';
export { reportHtml } from './render/html.ts';
export { pngCharts } from './render/png.ts';
export { reportText } from './render/report-text.ts';
