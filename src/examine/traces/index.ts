/** Traces: who and what had an item in hand, and when (docs/traces.md). */
export { clockConflicts } from './clock-conflicts.ts';
export { type DerivationMarks, derivationMarks } from './derivation-marks.ts';
export { Derivations } from './derived.ts';
export { documentTimes, isOwnPlace } from './document-times.ts';
export { TraceGroups } from './groups.ts';
export { itemTraces } from './item-traces.ts';
export { type DatedMessages, type LastMessage, lastMessageOf, lateSave } from './late-saves.ts';
export { messageTraces } from './message-traces.ts';
export { isOfProgram } from './program-templates.ts';
export { SaveMoments } from './save-moments.ts';
export { type FoundWindow, saveWindows } from './save-windows.ts';
export type { TraceCounts } from './trace-counts.ts';
export type { Carrier, TracedDocument } from './traced-document.ts';
