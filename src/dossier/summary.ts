import type { Dossier } from './gather.ts';

/** What a dossier says in few words, for programs: verdicts, claims and what was found at fault with them. */
export function dossierSummary({ audience, lang, statement, gates, operation }: Dossier) {
  return {
    for: audience,
    lang,
    verdicts: operation.facts.verdicts,
    judged: operation.facts.judged,
    claims: statement.claims,
    faults: statement.faults,
    gates: gates.results.map(({ gate, outcome }) => ({ gate, outcome })),
    silenceInForce:
      statement.silence?.inForce.map(({ rule, territory }) => `${rule.id} ${territory.id}`) ?? null,
  };
}

export type DossierSummary = ReturnType<typeof dossierSummary>;
