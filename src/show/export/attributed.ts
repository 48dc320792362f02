import {
  type Assessment,
  type EstimativeTerm,
  type Hypothesis,
  type Matrix,
  scoreMatrix,
  termById,
} from '../../attribution/index.ts';
import { ATTACK_GROUPS, type CataloguedTechnique, technique } from '../techniques/index.ts';

/** A hypothesis that an analyst assessed, as far as exports may tell it. */
export interface Attributed {
  readonly hypothesis: Hypothesis;
  readonly term: EstimativeTerm;
  readonly confidence: Assessment['confidence'];
  readonly because: string;
  /** Likely or more: only then may an export connect the operation with a name. */
  readonly held: boolean;
  /** The group of ATT&CK that the hypothesis names, and names alone. */
  readonly group: CataloguedTechnique | null;
}

/** Below even chances a name is not passed on at all: readers of a graph see the name and not the word beside it. */
const LEAST_CHANCE = 45;
const HELD_CHANCE = 55;

/** The assessments of a matrix at even chances or more; an analyst's words, never our score. */
export function attributed(matrix: Matrix): readonly Attributed[] {
  return matrix.assessments.flatMap(({ hypothesis: id, likelihood, confidence, because }) => {
    const hypothesis = matrix.hypotheses.find((one) => one.id === id);
    const term = termById(likelihood);
    if (hypothesis === undefined || term === null || term.min < LEAST_CHANCE) return [];
    const held = term.min >= HELD_CHANCE;
    return [{ hypothesis, term, confidence, because: because.en, held, group: groupNamed(hypothesis) }];
  });
}

/** `APT28 (Unit 26165)` names a group; `somebody posing as APT28`, or a false flag, does not. */
function groupNamed({ name, deception }: Hypothesis): CataloguedTechnique | null {
  const plain = (text: string) =>
    text
      .replace(/\s*\([^()]*\)\s*$/u, '')
      .replace(/ team$/iu, '')
      .trim()
      .toLowerCase();
  const found = deception ? undefined : ATTACK_GROUPS.find((group) => plain(group.name) === plain(name.en));
  return found === undefined ? null : technique('attack-group', found.id);
}

/**
 * `likely (55–80 %)` and `moderate`, each in its own sentence (ICD 203), with the reason.
 */
export function assessmentText({ term, confidence, because }: Attributed): string {
  const reason = because === '' ? '' : ` ${because}`;
  return `Likelihood, as an analyst sees it: ${term.first.en} (${term.min}–${term.max} %). Confidence in that: ${confidence}.${reason}`;
}

/** Every hypothesis with what speaks against it: one that is left out of a report seems never to have been asked. */
export function scoresText(matrix: Matrix): string {
  const { hypotheses } = scoreMatrix(matrix);
  const lines = hypotheses.map(({ id, score }) => {
    const name = matrix.hypotheses.find((one) => one.id === id)?.name.en ?? id;
    return `${name}: ${score.toFixed(2)}`;
  });
  const rows = matrix.evidence.length;
  return `${matrix.question.en} Weighted inconsistency of each hypothesis over ${rows} rows (Heuer: the least survives; it is no probability): ${lines.join('; ')}.`;
}
