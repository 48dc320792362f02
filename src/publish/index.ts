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
export { nearElection } from './gates/near-election.ts';
export { logOverride, OVERRIDE_ACTION } from './gates/override.ts';
export { NOTE_FIELDS, type NoteField, noteOf, type PublishNote } from './note/note.ts';
export { KIND_WORDS, PERSONAL_KINDS } from './personal/kinds.ts';
export { listedNames } from './personal/names.ts';
export { openPseudonyms, type Pseudonyms } from './redact/pseudonyms.ts';
export { type RedactGiven, redactFile } from './redact/redact.ts';
export { REDACT_NOTES, type RedactNote } from './redact/redact-notes.ts';
export type { Redacted } from './redact/redacted.ts';
export { type RedactOptions, RedactSession, type Removal } from './redact/session.ts';
export { findingText, findingTodo } from './show/finding-text.ts';
export { gateJson } from './show/json.ts';
export { gateText } from './show/text.ts';
export { GATE_NAMES, OUTCOME_WORDS } from './show/words.ts';
