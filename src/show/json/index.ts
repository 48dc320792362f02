/** The JSON other programs rely on; docs/schema holds its schemas. */
export { type ClockJson, clocksJson } from './clocks-json.ts';
export { type ItemJson, itemJson } from './item-json.ts';
export type { HeaderJson, PartJson } from './message-structure.ts';
export { itemLine, type SearchLine, searchLine } from './search-line.ts';
