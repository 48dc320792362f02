/** Attribution by competing hypotheses, and the words for what it shows. */
export { INFORMATION_GRADES, isGrade, SOURCE_GRADES } from './admiralty.ts';
export { assessmentText } from './assessment-text.ts';
export { type AssessmentFault, assessmentFaults } from './check-assessments.ts';
export { type Analyst, type Comparison, compareMatrices, type Disagreement } from './compare.ts';
export { type Cut, type CutMatrix, cutMatrix } from './cut.ts';
export { isDay } from './day.ts';
export { type Diagnosticity, diagnosticity } from './diagnosticity.ts';
export { guessLanguage } from './estimative/guess-language.ts';
export {
  LINT_RULES,
  type LintFinding,
  type LintOptions,
  type LintRule,
  lintText,
} from './estimative/lint.ts';
export { LINT_TEXTS } from './estimative/lint-texts.ts';
export { type EstimativeTerm, TERMS, termById } from './estimative/terms.ts';
export { MACRONLEAKS } from './examples/index.ts';
export type {
  Assessment,
  Evidence,
  EvidenceLink,
  Hypothesis,
  HypothesisGroup,
  Level,
  Matrix,
  Milestone,
  Rating,
} from './matrix.ts';
export { type MatrixProblem, type ReadMatrix, readMatrix } from './read-matrix.ts';
export { type HypothesisScore, type Scores, scoreMatrix } from './score.ts';
export { plant, type Sensitivity, sensitivity, type WhatIf } from './sensitivity.ts';
export { type Rests, type Standing, standingOf } from './standing.ts';
