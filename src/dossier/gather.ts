import type { CaseStore, ContentTotals, SearchHit } from '../case/index.ts';
import type { TraceFindings } from '../model/index.ts';
import type { Language } from '../model/text.ts';
import { checkText, type GateReport } from '../publish/index.ts';
import { type SilenceReport, silenceReport } from '../silence/index.ts';
import type { SpreadReport } from '../spread/report/index.ts';
import { type DossierAudience, PROFILES } from './audience.ts';
import { type Example, examples } from './contents/examples.ts';
import { type Unchecked, unchecked } from './contents/unchecked.ts';
import type { BaitLook } from './operation/bait-look.ts';
import { type Operation, operation, type Told } from './operation/build.ts';
import type { PostFacts } from './operation/posts.ts';
import { claims } from './statement/claims.ts';
import { type Statement, statementMarkdown, statementOf } from './statement/statement.ts';

export interface DossierQuestion {
  readonly audience: DossierAudience;
  readonly lang: Language;
  readonly told: Told;
  readonly posts: PostFacts | null;
  readonly bait: BaitLook | null;
  readonly spread: SpreadReport | null;
  /** When the dossier is made. */
  readonly now: Date;
  /** The moment the silence clock is asked about (default: `now`). */
  readonly at?: Date;
  readonly version: string;
}

/** All figures of a dossier, each from the case; what is rendered is only a choice of these. */
export interface Dossier extends DossierQuestion {
  readonly caseName: string;
  readonly totals: ReturnType<CaseStore['totals']>;
  readonly operation: Operation;
  readonly examples: readonly Example[];
  readonly traces: TraceFindings | null;
  readonly content: ContentTotals;
  /** Items that match a decoy of the owner's ledger. */
  readonly planted: number;
  readonly unchecked: readonly Unchecked[];
  readonly silence: SilenceReport | null;
  readonly statement: Statement;
  /** The statement through the gates of publication, as a newsroom would see it. */
  readonly gates: GateReport;
  /** Altered items with bytes, by which copies can be recognised. */
  readonly altered: readonly SearchHit[];
  readonly keys: Readonly<Record<string, number>>;
  readonly inputs: readonly { readonly role: string; readonly name: string }[];
  readonly custody: { readonly entries: number; readonly lastHash: string | null };
  readonly sifts: readonly Readonly<Record<string, unknown>>[];
}

/** Hashes listed on a page; the evidence package holds all. */
const MOST_HASHES = 500;

/** All that a dossier says, from the case and what was told beside it. Throws `too-many-pairs`. */
export async function gatherDossier(store: CaseStore, question: DossierQuestion): Promise<Dossier> {
  const { told, lang, now, posts, audience, at = now } = question;
  const made = operation(store, { posts, bait: question.bait }, told);
  const content = store.contentTotals('leak');
  const traces = store.traceFindings();
  const silence =
    told.election === null
      ? null
      : // A page is read after it was made: "now" would be another moment then.
        silenceReport({ election: told.election, at: at.getTime(), told: true, audience: 'campaigns' });
  const said = claims(
    {
      store,
      facts: made.facts,
      windows: traces?.windows ?? [],
      content,
      matrix: told.matrix,
      published: told.published,
    },
    lang,
  );
  const statement = statementOf(said, made.facts.verdicts, silence, lang);
  const gates = await checkText(statementMarkdown(statement), {
    lang,
    store,
    silence:
      told.election === null ? null : { election: told.election, at: at.getTime(), audience: 'campaigns' },
  });
  const given = {
    bait: made.baitLooked,
    posts: posts !== null,
    matrix: told.matrix !== null,
    election: told.election !== null,
  };
  return {
    ...question,
    caseName: store.directory.split(/[/\\]/).at(-1) ?? '',
    totals: store.totals(),
    operation: made,
    examples: examples(store, PROFILES[audience].examples),
    traces,
    content,
    planted: store.count('is:decoy', { role: 'leak' }),
    unchecked: unchecked(store, made.facts, given, lang),
    silence,
    statement,
    gates,
    altered: [...store.search('verdict:altered', { role: 'leak', limit: MOST_HASHES })],
    keys: counted(store.keys().map(({ trust }) => trust)),
    inputs: store.inputs().map(({ role, name }) => ({ role, name })),
    ...logOf(store),
  };
}

function logOf(store: CaseStore): Pick<Dossier, 'custody' | 'sifts'> {
  let entries = 0;
  let lastHash: string | null = null;
  const sifts: Readonly<Record<string, unknown>>[] = [];
  for (const entry of store.custody()) {
    entries++;
    lastHash = entry.hash;
    if (entry.action === 'sift-started') sifts.push(entry.detail);
  }
  return { custody: { entries, lastHash }, sifts: sifts.slice(-1) };
}

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
