import type { Evidence, Hypothesis, Matrix } from '../../attribution/index.ts';
import type { Text } from '../../model/text.ts';
import type { Operation } from './build.ts';
import type { DiamondFact, FactCode } from './diamond-fact.ts';
import { factText } from './texts.ts';

export interface FirstMatrixQuestion {
  readonly question: Text | null;
  /** `H1=a state service`; empty: those one meets in every such case. */
  readonly hypotheses: readonly { readonly id: string; readonly name: string }[];
  readonly analyst: string | null;
  /** The day from which the case has shown its rows, YYYY-MM-DD. */
  readonly day: string;
}

/**
 * A matrix to start from: what the case shows of the operation as rows of evidence, each linked to what shows it. Nothing
 * is rated, for that is the analyst's: every cell is neutral, so that nothing leads. Null: no operation, no rows.
 */
export function firstMatrix(made: Operation | null, asked: FirstMatrixQuestion): Matrix {
  const hypotheses = asked.hypotheses.length > 0 ? asked.hypotheses.map(named) : USUAL;
  const facts = made === null ? [] : Object.values(made.diamond).flat();
  const evidence = facts
    .filter(({ code }) => ROWS.has(code))
    .slice(0, MOST_ROWS)
    .map((fact, index) => rowOf(fact, `E${String(index + 1).padStart(2, '0')}`, hypotheses, asked.day));
  return {
    question: asked.question ?? QUESTION,
    analyst: asked.analyst,
    hypotheses,
    groups: [],
    evidence,
    milestones: [],
    assessments: [],
  };
}

/** What people can rate in one sitting. */
const MOST_ROWS = 40;

/** What may tell hypotheses apart; that files came out, and whose they are, is the same whoever did it. */
const ROWS: ReadonlySet<FactCode> = new Set([
  'foreign-value',
  'altered-items',
  'batch-saves',
  'phishing-mail',
  'posted',
  'lookalike-domain',
  'link-site',
]);

function rowOf(fact: DiamondFact, id: string, hypotheses: readonly Hypothesis[], day: string): Evidence {
  const count = fact.count > 0 ? ` (${fact.count})` : '';
  return {
    id,
    date: day,
    text: { en: `${factText(fact, 'en')}${count}`, fr: `${factText(fact, 'fr')}${count}` },
    // A signature or a count is there for anybody to check again; a trace can be planted. Nobody graded either yet.
    grade: fact.strength === 'shown' ? 'A2' : 'F6',
    credibility: fact.strength === 'shown' ? 'high' : 'low',
    relevance: 'medium',
    judgement: false,
    absence: false,
    ratings: Object.fromEntries(hypotheses.map((one) => [one.id, 'N'] as const)),
    links: linksOf(fact),
  };
}

function linksOf({ items, detail, code }: DiamondFact): Evidence['links'] {
  const seen = items.slice(0, MOST_LINKS).map((ref) => ({ kind: 'item', ref, url: null }) as const);
  const domain = detail.domain ?? detail.site;
  if (domain !== undefined) return [...seen, { kind: 'domain', ref: String(domain), url: null }];
  if (code === 'foreign-value')
    return [...seen, { kind: 'trace', ref: String(detail.value ?? ''), url: null }];
  return seen;
}

/** Items named with a row, to be looked at before it is rated. */
const MOST_LINKS = 5;

function named({ id, name }: { readonly id: string; readonly name: string }): Hypothesis {
  return { id, name: { en: name, fr: name }, group: null, deception: false };
}

const QUESTION: Text = {
  en: 'Who took the files and brought them out?',
  fr: 'Qui a pris les fichiers et les a fait paraître\u202f?',
};

/** The hypotheses that every hack-and-leak raises; the last is there so that planted traces are asked about. */
const USUAL: readonly Hypothesis[] = [
  { id: 'H1', name: { en: 'a state service', fr: 'un service d’État' }, group: null, deception: false },
  { id: 'H2', name: { en: 'hacktivists', fr: 'des hacktivistes' }, group: null, deception: false },
  {
    id: 'H3',
    name: { en: 'somebody inside', fr: 'une personne de l’intérieur' },
    group: null,
    deception: false,
  },
  {
    id: 'H4',
    name: { en: 'criminals for gain', fr: 'des criminels intéressés' },
    group: null,
    deception: false,
  },
  { id: 'H5', name: { en: 'a false flag', fr: 'un faux drapeau' }, group: null, deception: true },
];
