import type { CaseStore } from '../case/store.ts';
import type { Column } from '../spill/column.ts';
import type { Scratch } from '../spill/scratch.ts';
import { Anchors } from './anchors.ts';
import type { Background, FromLeak } from './evidence-maker.ts';
import { lastDate } from './last-date.ts';
import type { MessageTable } from './message-table.ts';
import { MessageVerdicts } from './message-verdicts.ts';
import { Parties } from './parties.ts';
import type { PieceToJudge } from './parts/judge-piece.ts';
import type { PartRunner } from './parts/part-runner.ts';
import type { OnPhaseEnd } from './phase.ts';
import { PieceRelating } from './piece-relating.ts';
import { relate } from './relate.ts';
import { type LeakPieces, type SurveyedLeak, type SurveyedPiece, surveyAll } from './survey-all.ts';
import { whatOthersSay } from './what-others-say.ts';

export interface JudgedLeak {
  readonly messages: MessageTable;
  /** What attachments need to know of the messages that carry them. */
  readonly verdicts: MessageVerdicts;
  readonly parties: Parties;
  /** By place of an item among those that are carried: the number of the nearest message around it, or -1. */
  readonly carriers: Column<Int32Array>;
  /** The date of the last message (ISO 8601); null where none has one. */
  readonly lastDate: string | null;
}

/**
 * Threads, duplicates and verdicts of the messages of the leak. Some hundred bytes of each message are held meanwhile, in
 * typed arrays; what else relates it to others is sorted, in files where it is much (docs/decisions/0300).
 */
export function concludeMessages(
  store: CaseStore,
  parts: PartRunner,
  scratch: Scratch,
  pieces: LeakPieces,
  onPhaseEnd: OnPhaseEnd,
): JudgedLeak {
  // 1. One reading of all messages: what each is held against is learnt on the way.
  const surveyed = surveyAll(store, parts, scratch, pieces);
  const { background, carriers, leak, messages } = surveyed;
  // 2. What belongs together.
  const related = relate(surveyed);
  const { duplicates } = related;
  // 3. Each message by itself.
  const verdicts = new MessageVerdicts(messages);
  const anchors = new Anchors(messages.length, scratch);
  const asked = leak.values();
  for (const judged of parts.run(
    'judgePiece',
    background,
    allPieces(surveyed, new PieceRelating(surveyed, related)),
  )) {
    const numbers = numbersOf(surveyed, asked.next().value);
    verdicts.take(judged, numbers);
    for (const [row, anchor] of judged.anchors) anchors.set(numbers.get(row) ?? -1, anchor);
  }
  onPhaseEnd('judging');
  // 4. Who is verified by itself stands now, and may speak of others: those are judged once more.
  const parties = new Parties(store, ownDomains(background), surveyed.writtenTo);
  const said = whatOthersSay({ store, parts, scratch, surveyed, duplicates, anchors, parties });
  const again: SurveyedPiece[] = [];
  const relating = new PieceRelating(surveyed, related);
  for (const judged of parts.run('judgePiece', background, piecesSpokenOf(surveyed, relating, said, again)))
    verdicts.take(judged, numbersOf(surveyed, again.shift()));
  // 5. Copies vouch for each other.
  verdicts.vouch(store, duplicates);
  return { messages, verdicts, parties, carriers, lastDate: lastDate(messages.dates) };
}

/**
 * The victim's own houses. Attack: a leak with so much of the forger's own mail in it that his seems to be one; so without an
 * archive the largest counts, and of the others those to which people write.
 */
function ownDomains({ hasArchive, protectedDomains, writtenTo }: Background): readonly string[] {
  if (hasArchive) return protectedDomains;
  const written = new Set(writtenTo.map(([domain]) => domain));
  return protectedDomains.filter((domain, place) => place === 0 || written.has(domain));
}

function numbersOf(
  { messages }: SurveyedLeak,
  piece: SurveyedPiece | undefined,
): ReadonlyMap<number, number> {
  return piece === undefined ? new Map() : messages.numbersOf(piece.from, piece.before);
}

function* allPieces({ leak }: SurveyedLeak, relating: PieceRelating): IterableIterator<PieceToJudge> {
  for (const each of leak) yield { ...each.piece, relations: relating.of(each, null), fromLeak: null };
}

/**
 * Pieces with messages of which others say something.
 *
 * @param said of messages, in order
 * @param asked is added each piece as it is given out
 */
function* piecesSpokenOf(
  { leak, messages }: SurveyedLeak,
  relating: PieceRelating,
  said: IterableIterator<readonly [message: number, said: FromLeak]>,
  asked: SurveyedPiece[],
): IterableIterator<PieceToJudge> {
  let next = said.next();
  for (const each of leak) {
    const fromLeak = new Map<number, FromLeak>();
    for (; !next.done && next.value[0] < each.before; next = said.next())
      fromLeak.set(next.value[0], next.value[1]);
    if (fromLeak.size === 0) continue;
    asked.push(each);
    const rows = [...fromLeak].map(([message, found]) => [messages.row(message), found] as const);
    yield { ...each.piece, relations: relating.of(each, fromLeak), fromLeak: rows };
  }
}
