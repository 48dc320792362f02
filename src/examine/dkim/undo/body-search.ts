import type { MessageView } from '../message-view.ts';
import { type BodyCandidate, bodyCandidates, footerCandidates } from './body-candidates.ts';
import type { BodyFound, BodyTarget, UndoBudget } from './body-target.ts';
import { findBase64Cut, findCut } from './cut-search.ts';
import { usualBody } from './usual-body.ts';

/**
 * The first candidate body that has the stated hash, or null when none has or the budget is spent. Where footers usually
 * begin is tried before all else: seven of eight bodies that lists changed are restored there, by two hashes in
 * place of ninety.
 */
export function searchBody(
  view: MessageView,
  target: BodyTarget,
  budget: UndoBudget,
  footersOnly: boolean,
): BodyFound | null {
  const usual = usualBody(view, target, budget);
  return usual === null
    ? searchInOrder(view, target, budget, footersOnly)
    : foundAt(usual.candidate, usual.cut);
}

/** The same without that look. */
export function searchInOrder(
  view: MessageView,
  target: BodyTarget,
  budget: UndoBudget,
  footersOnly: boolean,
): BodyFound | null {
  const affords = (bytes: number): boolean => budget.affords(bytes);
  for (const candidate of footersOnly ? footerCandidates(view, affords) : bodyCandidates(view, affords)) {
    const cut = tryCandidate(candidate, target, budget);
    if (cut !== null) return foundAt(candidate, cut);
  }
  return null;
}

function foundAt(candidate: BodyCandidate, cut: number): BodyFound {
  const isCut = cut < candidate.body.text.length;
  return {
    changes: [...new Set(isCut ? [...candidate.changes, 'list-footer'] : candidate.changes)],
    regions: candidate.regions(cut).filter(({ start, end }) => end > start),
    added: candidate.added(cut).filter(({ text, whole }) => text !== '' || !whole),
    parts: candidate.parts ?? [],
    fields: candidate.fields,
  };
}

function tryCandidate(candidate: BodyCandidate, target: BodyTarget, budget: UndoBudget): number | null {
  const { body, inBase64, mayCut } = candidate;
  budget.begin();
  return inBase64 ? findBase64Cut(body, target, budget) : findCut(body, mayCut, target, budget);
}
