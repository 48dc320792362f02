import type { CaseStore } from '../case/store.ts';
import { DuplicateFinder } from '../examine/duplicates/duplicates.ts';
import { ThreadFinder } from '../examine/threads/threads.ts';
import { Column } from '../spill/column.ts';
import type { Scratch } from '../spill/scratch.ts';
import { ArchiveMatches } from './archive-matches.ts';
import { DistinctCounts } from './distinct-counts.ts';
import type { Background } from './evidence-maker.ts';
import { ForwardedTexts } from './forwarded-texts.ts';
import { LearntOfAll } from './learnt.ts';
import { MessageTable } from './message-table.ts';
import type { PartRunner } from './parts/part-runner.ts';
import type { Piece } from './parts/piece-reader.ts';
import type { Survey } from './parts/survey.ts';
import { ProtectedDomains, SenderHosts } from './protected-domains.ts';
import { QuotedNames } from './quoted-names.ts';
import type { HabitsOfAll } from './sender-habits.ts';
import { namesWithTwoKeys, TwoKeyGroups } from './two-keys.ts';
import type { WrittenTo } from './written-to.ts';

/** Pieces of the archive and of the leak, each in path order. */
export interface LeakPieces {
  readonly reference: readonly Piece[];
  readonly leak: readonly Piece[];
}

/** A piece, and which messages are in it: from a number on, up to before another. */
export interface SurveyedPiece {
  readonly piece: Piece;
  readonly from: number;
  readonly before: number;
}

/** What one reading of all messages shows, ready to be asked. */
export interface SurveyedLeak {
  readonly messages: MessageTable;
  readonly leak: readonly SurveyedPiece[];
  /** By place of an item among those that are carried: the number of the nearest message around it, or -1. */
  readonly carriers: Column<Int32Array>;
  readonly background: Background;
  readonly habits: HabitsOfAll;
  readonly writtenTo: WrittenTo;
  readonly archive: ArchiveMatches;
  readonly threads: ThreadFinder;
  readonly duplicates: DuplicateFinder;
  readonly names: QuotedNames;
  readonly forwarded: ForwardedTexts;
}

/** Reads all messages once. The archive comes first: what is learnt from it is learnt before the leak. */
export function surveyAll(
  store: CaseStore,
  parts: PartRunner,
  scratch: Scratch,
  { reference, leak }: LeakPieces,
): SurveyedLeak {
  const twoKeyNames = namesWithTwoKeys(store);
  const surveying = new Surveying(scratch, twoKeyNames);
  const all = [...reference, ...leak];
  const asked = all.values();
  for (const survey of parts.run('survey', { twoKeyNames }, all)) {
    const piece = asked.next().value;
    if (piece !== undefined) surveying.take(piece, survey);
  }
  return surveying.surveyed();
}

/** Adds up what is found of one piece after the other. */
class Surveying {
  readonly #messages: MessageTable;
  readonly #leak: SurveyedPiece[] = [];
  readonly #carriers = new Column((length) => new Int32Array(length));
  readonly #learnt: LearntOfAll;
  readonly #twoKeys: TwoKeyGroups;
  readonly #hosts: Readonly<Record<'reference' | 'leak', SenderHosts>>;
  readonly #archive: ArchiveMatches;
  readonly #threads: ThreadFinder;
  readonly #duplicates: DuplicateFinder;
  readonly #names: QuotedNames;
  readonly #forwarded: ForwardedTexts;

  constructor(scratch: Scratch, twoKeyNames: readonly string[]) {
    const counts = new DistinctCounts(scratch);
    this.#messages = new MessageTable(scratch);
    this.#hosts = { reference: new SenderHosts(scratch), leak: new SenderHosts(scratch) };
    this.#learnt = new LearntOfAll(scratch, counts);
    this.#twoKeys = new TwoKeyGroups(twoKeyNames, () => counts.group());
    this.#archive = new ArchiveMatches(scratch);
    this.#threads = new ThreadFinder(scratch);
    this.#duplicates = new DuplicateFinder(scratch);
    this.#names = new QuotedNames(scratch);
    this.#forwarded = new ForwardedTexts(scratch);
  }

  take(piece: Piece, { heads, names, learnt, twoKeys, carriers }: Survey): void {
    const from = this.#messages.length;
    this.#learnt.take(learnt, from);
    this.#twoKeys.take(twoKeys);
    for (const { fromAddress } of heads) this.#hosts[piece.role].add(fromAddress);
    if (piece.role === 'reference') {
      this.#archive.takeOfArchive(heads, names.digests);
      return;
    }
    for (const head of heads) this.#messages.add(head);
    this.#threads.take(names.threads, heads.length);
    this.#duplicates.take(names.digests);
    this.#names.take(names.named, from);
    this.#forwarded.take(names.subjects, from);
    this.#archive.takeOfLeak(names.digests, from);
    for (const place of carriers) this.#carriers.push(place === -1 ? -1 : from + place);
    this.#leak.push({ piece, from, before: this.#messages.length });
  }

  surveyed(): SurveyedLeak {
    const { boilerplate, keysInUse, knownSigners, habits, writtenTo } = this.#learnt;
    const background = {
      hasArchive: !this.#archive.isEmpty,
      boilerplate: boilerplate.summary(),
      keysInUse: keysInUse.summary(),
      knownSigners: knownSigners.summary(),
      twoKeys: this.#twoKeys.summary(),
      writtenTo: writtenTo.domains(),
      protectedDomains: ProtectedDomains.ofHosts(this.#hosts.reference, this.#hosts.leak).targets,
    };
    return {
      ...{
        background,
        habits,
        writtenTo,
        messages: this.#messages,
        leak: this.#leak,
        carriers: this.#carriers,
      },
      ...{ archive: this.#archive, threads: this.#threads, duplicates: this.#duplicates },
      ...{ names: this.#names, forwarded: this.#forwarded },
    };
  }
}
