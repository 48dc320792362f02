/** What may be published: a draft through the gates, and material without personal data. */
export { DRAFT_FORMATS, type Draft, type DraftFormat } from './draft/draft.ts';
export { draftOfText, readDraft } from './draft/read-draft.ts';
export { checkDraft, checkText, type GateReport } from './gates/check.ts';
export { FINDING_TEXTS, type FindingCode } from './gates/finding-codes.ts';
export {
  type Finding,
  GATES,
  type GateContext,
  type GateId,
  type GateResult,
  type Override,
  type Severity,
  type SilenceContext,
} from './gates/gate.ts';
export { logOverride, OVERRIDE_ACTION } from './gates/override.ts';
export { NOTE_FIELDS, type NoteField, noteOf, type PublishNote } from './note/note.ts';
export { findingText, findingTodo } from './show/finding-text.ts';
export { gateJson } from './show/json.ts';
export { gateText } from './show/text.ts';
export { GATE_NAMES, OUTCOME_WORDS } from './show/words.ts';
