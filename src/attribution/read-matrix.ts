import type { Text } from '../model/text.ts';
import { isGrade } from './admiralty.ts';
import { isDay } from './day.ts';
import { TERMS } from './estimative/terms.ts';
import {
  type Assessment,
  type Evidence,
  type EvidenceLink,
  type Hypothesis,
  type HypothesisGroup,
  LEVELS,
  type Level,
  type Matrix,
  type Milestone,
  RATINGS,
  type Rating,
} from './matrix.ts';
import type { MatrixProblem } from './matrix-problem.ts';

export type { MatrixProblem } from './matrix-problem.ts';

export type ReadMatrix =
  | { readonly type: 'matrix'; readonly matrix: Matrix }
  | { readonly type: 'bad'; readonly problems: readonly MatrixProblem[] };

/** A matrix made to keep the machine busy is refused: an analyst rates tens of rows, not thousands. */
const MOST_HYPOTHESES = 50;
const MOST_ROWS = 1000;

/**
 * Reads a matrix (docs/schema/attribution.json). Texts may be in one language or in both, levels `low` or `L`,
 * hypotheses a list or an object of names. Never throws; what is wrong is told with its place.
 */
export function readMatrix(value: unknown): ReadMatrix {
  const reading = new Reading();
  const matrix = reading.matrix(value);
  return reading.problems.length > 0
    ? { type: 'bad', problems: reading.problems }
    : { type: 'matrix', matrix };
}

type Fields = Readonly<Record<string, unknown>>;

class Reading {
  readonly problems: MatrixProblem[] = [];
  #hypotheses = new Set<string>();

  matrix(value: unknown): Matrix {
    const fields = this.#object(value, '');
    const groups = this.#list(fields.groups, 'groups', MOST_HYPOTHESES).map((one, i) =>
      this.#group(one, `groups.${i}`),
    );
    const hypotheses = this.#hypothesisList(fields.hypotheses, new Set(groups.map(({ id }) => id)));
    this.#hypotheses = new Set(hypotheses.map(({ id }) => id));
    if (hypotheses.length < 2) this.#problem('hypotheses', 'too-few');
    const evidence = this.#list(fields.evidence, 'evidence', MOST_ROWS).map((one, i) =>
      this.#evidence(one, `evidence.${i}`),
    );
    const milestones = this.#list(fields.milestones, 'milestones', MOST_ROWS).map((one, i) =>
      this.#row(this.#object(one, `milestones.${i}`), `milestones.${i}`),
    );
    const assessments = this.#list(fields.assessments, 'assessments', MOST_HYPOTHESES).map((one, i) =>
      this.#assessment(one, `assessments.${i}`),
    );
    for (const [at, all] of Object.entries({ groups, hypotheses, evidence, milestones }))
      this.#unique(all, at);
    // What is said twice of one hypothesis is two answers, and nobody can tell which holds.
    this.#unique(
      assessments.map(({ hypothesis: id }) => ({ id })),
      'assessments',
      'hypothesis',
    );
    const question = this.#text(fields.question, 'question');
    const analyst = typeof fields.analyst === 'string' ? fields.analyst : null;
    return { question, analyst, hypotheses, groups, evidence, milestones, assessments };
  }

  #hypothesisList(value: unknown, groups: ReadonlySet<string>): Hypothesis[] {
    const named = Array.isArray(value)
      ? value
      : Object.entries(this.#object(value, 'hypotheses')).map(([id, name]) => ({ id, name }));
    if (named.length > MOST_HYPOTHESES) {
      this.#problem('hypotheses', 'too-many');
      return [];
    }
    return named.map((one: unknown, i) => {
      const at = `hypotheses.${i}`;
      const fields = this.#object(one, at);
      const group = fields.group === undefined || fields.group === null ? null : String(fields.group);
      if (group !== null && !groups.has(group)) this.#problem(`${at}.group`, 'unknown-group');
      return {
        id: this.#id(fields.id, `${at}.id`),
        name: this.#text(fields.name, `${at}.name`),
        group,
        deception: fields.deception === true,
      };
    });
  }

  #group(value: unknown, at: string): HypothesisGroup {
    const fields = this.#object(value, at);
    return { id: this.#id(fields.id, `${at}.id`), name: this.#text(fields.name, `${at}.name`) };
  }

  #evidence(value: unknown, at: string): Evidence {
    const fields = this.#object(value, at);
    const { date, grade } = fields;
    if (typeof date !== 'string' || !isDay(date)) this.#problem(`${at}.date`, 'not-a-date');
    if (typeof grade !== 'string' || !isGrade(grade)) this.#problem(`${at}.grade`, 'not-a-grade');
    return {
      ...this.#row(fields, at),
      date: String(date),
      grade: String(grade),
      judgement: fields.judgement === true,
      absence: fields.absence === true,
      links: this.#list(fields.links, `${at}.links`, MOST_ROWS).flatMap((one, i) =>
        this.#link(one, `${at}.links.${i}`),
      ),
    };
  }

  #row(fields: Fields, at: string): Milestone {
    return {
      id: this.#id(fields.id, `${at}.id`),
      text: this.#text(fields.text, `${at}.text`),
      credibility: this.#level(fields.credibility ?? fields.cred, `${at}.credibility`),
      relevance: this.#level(fields.relevance ?? fields.rel, `${at}.relevance`),
      ratings: this.#ratings(fields.ratings, `${at}.ratings`),
    };
  }

  #ratings(value: unknown, at: string): Record<string, Rating> {
    const fields = this.#object(value, at);
    const ratings: [string, Rating][] = [];
    for (const [id, given] of Object.entries(fields)) {
      const rating = RATINGS.find((one) => one === given);
      if (!this.#hypotheses.has(id)) this.#problem(`${at}.${id}`, 'unknown-hypothesis');
      else if (rating === undefined) this.#problem(`${at}.${id}`, 'not-a-rating');
      else ratings.push([id, rating]);
    }
    for (const id of this.#hypotheses)
      if (!Object.hasOwn(fields, id)) this.#problem(`${at}.${id}`, 'missing-rating');
    return Object.fromEntries(ratings);
  }

  #assessment(value: unknown, at: string): Assessment {
    const fields = this.#object(value, at);
    const hypothesis = String(fields.hypothesis);
    const likelihood = String(fields.likelihood);
    if (!this.#hypotheses.has(hypothesis)) this.#problem(`${at}.hypothesis`, 'unknown-hypothesis');
    if (!TERMS.some(({ id }) => id === likelihood)) this.#problem(`${at}.likelihood`, 'not-a-term');
    const confidence = (['low', 'moderate', 'high'] as const).find((one) => one === fields.confidence);
    if (confidence === undefined) this.#problem(`${at}.confidence`, 'not-a-level');
    return {
      hypothesis,
      likelihood,
      confidence: confidence ?? 'low',
      because: this.#text(fields.because, `${at}.because`),
    };
  }

  #link(value: unknown, at: string): EvidenceLink[] {
    const fields = this.#object(value, at);
    const kind = (['item', 'trace', 'domain', 'post', 'source'] as const).find((one) => one === fields.kind);
    if (kind === undefined || typeof fields.ref !== 'string') {
      this.#problem(at, 'not-a-link');
      return [];
    }
    const url = typeof fields.url === 'string' ? fields.url : null;
    if (url !== null && !isWebAddress(url)) this.#problem(`${at}.url`, 'not-a-link');
    return [{ kind, ref: fields.ref, url }];
  }

  #level(value: unknown, at: string): Level {
    const level = LEVELS.find((one) => one === value || one.charAt(0).toUpperCase() === value);
    if (level === undefined) this.#problem(at, 'not-a-level');
    return level ?? 'low';
  }

  #text(value: unknown, at: string): Text {
    if (typeof value === 'string' && value.trim() !== '') return { en: value, fr: value };
    if (isFields(value)) {
      const { en, fr } = value;
      if (typeof en === 'string' && typeof fr === 'string' && en !== '' && fr !== '') return { en, fr };
    }
    this.#problem(at, 'not-a-text');
    return { en: '', fr: '' };
  }

  #id(value: unknown, at: string): string {
    // Ids become keys, columns and words of the command line.
    if (typeof value === 'string' && /^[\w.-]{1,40}$/u.test(value) && value !== '__proto__') return value;
    this.#problem(at, 'not-a-text');
    return '';
  }

  #unique(all: readonly { readonly id: string }[], at: string, name = 'id'): void {
    const seen = new Set<string>();
    all.forEach(({ id }, i) => {
      if (seen.has(id)) this.#problem(`${at}.${i}.${name}`, 'id-twice');
      seen.add(id);
    });
  }

  #object(value: unknown, at: string): Fields {
    if (isFields(value)) return value;
    this.#problem(at, 'not-an-object');
    return {};
  }

  #list(value: unknown, at: string, most: number): readonly unknown[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) this.#problem(at, 'not-a-list');
    else if (value.length > most) this.#problem(at, 'too-many');
    else return value;
    return [];
  }

  #problem(at: string, reason: MatrixProblem['reason']): void {
    this.problems.push({ at, reason });
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Attack: an address of `javascript:`, in what is exported and opened elsewhere. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) && URL.canParse(url);
}
