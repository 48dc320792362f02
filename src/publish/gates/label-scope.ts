import { type Citation, type Draft, placeOf } from '../draft/draft.ts';
import { type FoundLabel, labelsIn, methodIn } from './label-words.ts';

export interface CitedLabel {
  readonly label: FoundLabel | null;
  /** The words that tell how; null where none do. */
  readonly method: string | null;
}

/**
 * What a draft says of an item where it cites it. A label in the citation's own brackets or footnote counts first; then one
 * in its sentence, the nearest behind it before the nearest before it; then one in the sentences that follow, up to the
 * next citation. Offsets are those of the draft.
 */
export function citedLabel(draft: Draft, citation: Citation, all: readonly Citation[]): CitedLabel {
  const own = labelsIn(citation.remark)[0];
  const scope = scopeOf(draft, citation, all);
  const method = (label: FoundLabel | null): string | null => {
    if (label === null) return null;
    // The label's own words name no method: "vérifié" is none.
    return methodIn(citation.remark) ?? methodIn(draft.text.slice(scope.at, scope.end).replace(CITED, ' '));
  };
  if (own !== undefined)
    return { label: { ...own, at: citation.at, end: citation.end }, method: method(own) };
  const label = nearest(labelsOf(draft, scope.at, scope.end), citation, scope);
  return { label, method: method(label) };
}

/** Of another item's brackets: its label and method are that item's. */
const CITED = /\[tamis:[^\]\n]{0,240}\]/gu;

interface Scope {
  readonly at: number;
  readonly end: number;
  /** The sentence of the citation, within. */
  readonly sentence: { readonly at: number; readonly end: number };
  readonly before: number;
  readonly after: number;
}

function scopeOf(draft: Draft, citation: Citation, all: readonly Citation[]): Scope {
  const place = placeOf(draft, citation.at);
  const paragraph = draft.paragraphs[place.paragraph - 1] ?? { at: 0, end: draft.text.length };
  const sentences = sentencesIn(draft.text, paragraph.at, paragraph.end);
  const index = Math.max(
    0,
    sentences.findIndex(({ end }) => citation.at < end),
  );
  const sentence = sentences[index] ?? paragraph;
  const others = all.filter((one) => one.ref !== citation.ref);
  const next = others.find((one) => one.at >= sentence.end && one.at < paragraph.end);
  const stop = sentences.find(({ end }) => next !== undefined && next.at < end)?.at ?? paragraph.end;
  const alone = !others.some((one) => one.at >= paragraph.at && one.at < paragraph.end);
  return {
    at: alone ? paragraph.at : sentence.at,
    end: Math.max(sentence.end, stop),
    sentence,
    before: Math.max(sentence.at, ...others.filter((one) => one.end <= citation.at).map(({ end }) => end)),
    after: Math.min(sentence.end, ...others.filter((one) => one.at >= citation.end).map(({ at }) => at)),
  };
}

function sentencesIn(text: string, from: number, to: number): { at: number; end: number }[] {
  // A line end within a paragraph ends no sentence.
  const segments = new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(
    text.slice(from, to).replaceAll('\n', ' '),
  );
  return [...segments].map(({ segment, index }) => ({
    at: from + index,
    end: from + index + segment.length,
  }));
}

function labelsOf(draft: Draft, from: number, to: number): FoundLabel[] {
  const text = draft.text.slice(from, to).replace(CITED, (found) => ' '.repeat(found.length));
  return labelsIn(text).map((one) => ({ ...one, at: one.at + from, end: one.end + from }));
}

function nearest(labels: readonly FoundLabel[], citation: Citation, scope: Scope): FoundLabel | null {
  const within = (from: number, to: number): FoundLabel[] =>
    labels.filter(({ at, end }) => at >= from && end <= to);
  return (
    within(citation.end, scope.after)[0] ??
    within(scope.before, citation.at).at(-1) ??
    within(scope.sentence.at, scope.sentence.end)[0] ??
    within(scope.sentence.end, scope.end)[0] ??
    within(scope.at, scope.sentence.at).at(-1) ??
    null
  );
}
