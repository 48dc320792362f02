import { type LintFinding, lintText } from '../../attribution/index.ts';
import type { Verdict } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';
import type { SilenceEntry, SilenceReport } from '../../silence/index.ts';
import type { Claim } from './claims.ts';

/** A draft for a person to decide on, and how it stands to the words of estimation and the silence clock. */
export interface Statement {
  readonly claims: readonly Claim[];
  readonly text: string;
  readonly faults: readonly LintFinding[];
  /** Rules that bind a campaign now, and the next ones to begin; null where no election was named. */
  readonly silence: { readonly inForce: readonly SilenceEntry[]; readonly next: SilenceEntry | null } | null;
}

/** The claims as one text, read by the linter for words of likelihood, with the silence that binds it. */
export function statementOf(
  claims: readonly Claim[],
  shown: Readonly<Record<Verdict, number>>,
  silence: SilenceReport | null,
  lang: Language,
): Statement {
  const text = claims.map((claim) => claim.text).join('\n\n');
  return { claims, text, faults: lintText(text, { lang, shown }), silence: silence && clockOf(silence) };
}

function clockOf({ entries, at }: SilenceReport): Statement['silence'] {
  const coming = entries
    .filter(({ state, from }) => state === 'before' && from !== null && from > at)
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  return {
    inForce: entries.filter(({ state }) => state === 'in-force' || state === 'open-start'),
    next: coming[0] ?? null,
  };
}

/** The draft as Markdown whose citations `tamis publish check` reads: `[tamis:ID, label]`. */
export function statementMarkdown({ claims }: Statement): string {
  const paragraphs = claims.map(({ text, items, labels }) =>
    [text, ...items.map((id, at) => `[tamis:${id}, ${labels[at] ?? ''}]`)].join(' '),
  );
  return `${paragraphs.join('\n\n')}\n`;
}
