/** Traces: who and what had an item in hand (docs/traces.md). */
export { type DocumentAbout, documentTimes } from './document-times.ts';
export { documentTraces } from './document-traces.ts';
export { itemTraces } from './item-traces.ts';
export { messageTraces } from './message-traces.ts';
