import type { CaseStore, MessageHead } from '../case/store.ts';
import type { Anchor } from '../examine/corroborate/graph.ts';
import { type DuplicateFinding, findDuplicates } from '../examine/duplicates/duplicates.ts';
import { findThreads } from '../examine/threads/threads.ts';
import type { JudgedMessage } from './carried.ts';
import { FromOthers } from './corroboration.ts';
import type { Background, FromLeak } from './evidence-maker.ts';
import { lastDate } from './last-date.ts';
import { Learnt } from './learnt.ts';
import { MessageVerdicts } from './message-verdicts.ts';
import { chunksOf } from './parts/chunks.ts';
import type { AskedQuotes } from './parts/compare-quotes.ts';
import type { PieceToJudge } from './parts/judge-piece.ts';
import type { PartRunner } from './parts/part-runner.ts';
import type { Piece } from './parts/piece-reader.ts';
import { packRelations } from './parts/relations.ts';
import type { OnPhaseEnd } from './phase.ts';
import { ProtectedDomains } from './protected-domains.ts';
import { Siblings } from './siblings.ts';
import { namesWithTwoKeys, TwoKeyGroups } from './two-keys.ts';

export interface JudgedLeak {
  /** By path: what attachments need to know of the messages that carry them. */
  readonly messages: ReadonlyMap<string, JudgedMessage>;
  /** The date of the last message (ISO 8601); null where none has one. */
  readonly lastDate: string | null;
}

/** Pieces of the archive and of the leak, each in path order. */
export interface LeakPieces {
  readonly reference: readonly Piece[];
  readonly leak: readonly Piece[];
}

/**
 * Threads, duplicates and verdicts of the messages of the leak. All messages are held meanwhile, without texts and
 * signatures: a kilobyte each, and let go in the end.
 */
export function concludeMessages(
  store: CaseStore,
  parts: PartRunner,
  pieces: LeakPieces,
  onPhaseEnd: OnPhaseEnd,
): JudgedLeak {
  // 1. One reading of all messages: what each is held against is learnt on the way.
  const { background, leak, learnt } = surveyAll(store, parts, pieces);
  const messages = leak.flatMap(({ heads }) => heads);
  // 2. What belongs together.
  const duplicates = relate(store, messages);
  // 3. Each message by itself.
  const verdicts = new MessageVerdicts(store, messages, duplicates);
  const anchors = new Map<number, Anchor>();
  const toJudge = leak.map(
    ({ piece, heads }): PieceToJudge => ({
      ...piece,
      relations: packRelations(heads, duplicates),
      fromLeak: null,
    }),
  );
  for (const judged of parts.run('judgePiece', background, toJudge)) {
    for (const [row, anchor] of judged.anchors) anchors.set(row, anchor);
    verdicts.take(judged);
  }
  for (const row of anchors.keys()) learnt.habits.trust(row);
  for (const row of duplicates.duplicateOf.keys()) learnt.habits.passOver(row);
  onPhaseEnd('judging');
  // 4. Who is verified by itself stands now, and may speak of others: those are judged once more.
  const fromLeak = whatOthersSay(store, parts, {
    ...{ messages, duplicates, anchors, learnt },
    ownDomains: background.protectedDomains,
  });
  const again = toJudge.flatMap((piece, at): readonly PieceToJudge[] => {
    const said = leak[at]?.heads.flatMap(({ row }) => {
      const found = fromLeak.get(row);
      return found === undefined ? [] : [[row, found] as const];
    });
    return said === undefined || said.length === 0 ? [] : [{ ...piece, fromLeak: said }];
  });
  for (const judged of parts.run('judgePiece', background, again)) verdicts.take(judged);
  return { messages: verdicts.finish(), lastDate: lastDate(messages) };
}

interface SurveyedPiece {
  readonly piece: Piece;
  readonly heads: readonly MessageHead[];
}

interface SurveyedLeak {
  readonly background: Background;
  readonly leak: readonly SurveyedPiece[];
  readonly learnt: Learnt;
}

/** The archive comes first: what is learnt from it is learnt before the leak. */
function surveyAll(store: CaseStore, parts: PartRunner, { reference, leak }: LeakPieces): SurveyedLeak {
  const all = [...reference, ...leak];
  const twoKeyNames = namesWithTwoKeys(store);
  const learnt = new Learnt();
  const twoKeys = new TwoKeyGroups(twoKeyNames);
  const found = parts.run('survey', { twoKeyNames }, all);
  for (const each of found) {
    learnt.take(each.learnt);
    twoKeys.take(each.twoKeys);
  }
  const surveyed = all.map((piece, at) => ({ piece, heads: found[at]?.heads ?? [] }));
  const archive = surveyed.slice(0, reference.length).flatMap(({ heads }) => heads);
  const ofLeak = surveyed.slice(reference.length);
  const background = {
    archive: archive.map(({ row, id, sha256, canonical, messageId }) => ({
      ...{ row, id, sha256, canonical, messageId },
    })),
    boilerplate: learnt.boilerplate.summary(),
    keysInUse: learnt.keysInUse.summary(),
    knownSigners: learnt.knownSigners.summary(),
    twoKeys: twoKeys.summary(),
    protectedDomains: ProtectedDomains.of(
      archive,
      ofLeak.flatMap(({ heads }) => heads),
    ).targets,
  };
  return { background, leak: ofLeak, learnt };
}

function relate(store: CaseStore, messages: readonly MessageHead[]): DuplicateFinding {
  const threads = findThreads(messages);
  const duplicates = findDuplicates(messages);
  store.transaction(() => {
    store.setThreads(threads);
    store.setDuplicates(messages.map(({ row }) => [row, duplicates.duplicateOf.get(row) ?? null] as const));
  });
  return duplicates;
}

interface JudgedAlone {
  readonly messages: readonly MessageHead[];
  readonly duplicates: DuplicateFinding;
  readonly anchors: ReadonlyMap<number, Anchor>;
  readonly learnt: Learnt;
  readonly ownDomains: readonly string[];
}

/** Messages whose texts are compared by one party, one after the other. */
const ASKED_EACH = 100;

/** By row, for messages of which others say something. */
function whatOthersSay(
  store: CaseStore,
  parts: PartRunner,
  { messages, duplicates, anchors, learnt, ownDomains }: JudgedAlone,
): ReadonlyMap<number, FromLeak> {
  const compare = (asked: readonly AskedQuotes[]) =>
    parts
      .run(
        'compareQuotes',
        null,
        chunksOf(asked, ASKED_EACH, () => 1),
      )
      .flat();
  const others = new FromOthers(store, messages, duplicates.duplicateOf, anchors, ownDomains, compare);
  const siblings = new Siblings(store, messages, duplicates, anchors);
  const said = new Map<number, FromLeak>();
  for (const message of messages) {
    const corroboration = others.about(message);
    const sibling = siblings.about(message);
    const habits = anchors.has(message.row) ? null : learnt.habits.about(message);
    if (corroboration === null && habits === null && sibling === null) continue;
    said.set(message.row, { corroboration, habits, sibling });
  }
  return said;
}
