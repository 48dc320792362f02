import type { MessageRow } from '../../case/store.ts';
import type { Anchor } from '../../examine/corroborate/graph.ts';
import { judgeMessage } from '../../judge/judge.ts';
import { anchorOf, WORDS_ONLY } from '../../judge/rules/corroboration.ts';
import type { Judgement } from '../../model/index.ts';
import type { JudgedMessage } from '../carried.ts';
import { type Background, EvidenceMaker, type FromLeak } from '../evidence-maker.ts';
import type { Part } from './part.ts';
import type { Piece } from './piece-reader.ts';
import { type PackedRelations, PieceRelations } from './relations.ts';

export interface PieceToJudge extends Piece {
  readonly relations: PackedRelations;
  /** What others say, by row: only these messages are judged. Null: all are, each by itself. */
  readonly fromLeak: readonly (readonly [row: number, fromLeak: FromLeak])[] | null;
}

export interface JudgedPiece {
  /** Who is verified and may speak of others. */
  readonly anchors: readonly (readonly [row: number, anchor: Anchor])[];
  /** What attachments need to know of each message. */
  readonly outcomes: readonly (readonly [row: number, outcome: Omit<JudgedMessage, 'id'>])[];
  /** The judgements, and what belongs together, to be written. */
  readonly settled: readonly (readonly [row: number, judgement: Judgement])[];
  readonly belonging: PackedRelations['belonging'];
}

/** Verdicts of the messages of a piece; written with what the messages belong to, which was found before. */
export const judgePiece: Part<Background, PieceToJudge, JudgedPiece> = {
  prepare(reader, background) {
    const evidence = new EvidenceMaker(reader.store, background);
    return (piece) => {
      const relations = new PieceRelations(piece.relations);
      const fromLeak = piece.fromLeak === null ? null : new Map(piece.fromLeak);
      const judged = new Judged(piece.relations.belonging);
      if (fromLeak?.size === 0) return judged;
      for (const message of reader.messagesOf(piece)) {
        const said = fromLeak?.get(message.row);
        if (fromLeak !== null && said === undefined) continue;
        judged.add(message, judgeMessage(evidence.evidenceOf(message, relations.about(message), said)));
      }
      return judged;
    };
  },
  settle(store, found) {
    const { settled, belonging } = found;
    if (belonging.length > 0) {
      store.setThreads(belonging.map(([row, thread]) => [row, thread]));
      store.setDuplicates(belonging.map(([row, , copyOf]) => [row, copyOf]));
    }
    store.setJudgements(settled);
    return { ...found, settled: [], belonging: [] };
  },
};

class Judged implements JudgedPiece {
  readonly anchors: [number, Anchor][] = [];
  readonly outcomes: [number, Omit<JudgedMessage, 'id'>][] = [];
  readonly settled: [number, Judgement][] = [];
  readonly belonging: PackedRelations['belonging'];

  constructor(belonging: PackedRelations['belonging']) {
    this.belonging = belonging;
  }

  add({ row }: MessageRow, judgement: Judgement): void {
    const anchor = anchorOf(judgement);
    if (anchor !== null) this.anchors.push([row, anchor]);
    this.settled.push([row, judgement]);
    this.outcomes.push([row, outcomeOf(judgement)]);
  }
}

/** What attachments need to know of a message with this judgement. */
export function outcomeOf(judgement: Judgement): Omit<JudgedMessage, 'id'> {
  const { verdict } = judgement;
  const wordsOnly = isWordsOnly(judgement);
  return { verdict, wordsOnly, original: originalOf(judgement), setAside: setAsideOf(judgement) };
}

/** Parts that the heaviest support of the message does not cover. */
function setAsideOf({ reasons }: Judgement): readonly string[] {
  const parts = reasons.find(({ polarity }) => polarity === 'for')?.detail.setAside;
  return Array.isArray(parts) ? parts.filter((part) => typeof part === 'string') : [];
}

/** What an altered message was held against, in the archive or in the leak. */
function originalOf({ reasons }: Judgement): string | null {
  for (const { code, detail } of reasons) {
    const name = ORIGINALS.get(code);
    const id = name === undefined ? null : detail[name];
    if (typeof id === 'string') return id;
  }
  return null;
}

/** Where the reasons that tell of an original name it. */
const ORIGINALS: ReadonlyMap<string, string> = new Map([
  ['reference-differs', 'reference'],
  ['authentic-copy-differs', 'other'],
]);

/** Support that another message gives to the words alone leaves what this one carries without any. */
function isWordsOnly({ verdict, reasons }: Judgement): boolean {
  if (verdict !== 'corroborated') return false;
  return reasons.every(({ polarity, code }) => polarity !== 'for' || WORDS_ONLY.has(code));
}
