import type { CaseStore, MessageHead, MessageRow } from '../../case/store.ts';
import { Learnt, type LearntSummary } from '../learnt.ts';
import { NamingOfPiece, type PieceNames } from '../piece-names.ts';
import { TwoKeyGroups, type TwoKeySummary } from '../two-keys.ts';
import type { Part } from './part.ts';
import type { Piece } from './piece-reader.ts';

export interface SurveyCommon {
  /** Selectors of domains that have several keys. */
  readonly twoKeyNames: readonly string[];
}

/** What is held of each message, or counted at once. */
export type SurveyedHead = Pick<
  MessageHead,
  'row' | 'id' | 'path' | 'date' | 'rebuilt' | 'list' | 'clockGap' | 'fromAddress'
>;

export interface Survey {
  /** In path order. */
  readonly heads: readonly SurveyedHead[];
  readonly names: PieceNames;
  readonly learnt: LearntSummary;
  readonly twoKeys: TwoKeySummary;
  /** Of each item that takes its verdict from messages, in path order: the place of the nearest around it, or -1. */
  readonly carriers: readonly number[];
}

/** The first reading of messages: what relates them to others, and what they show of routes, keys and habits. */
export const survey: Part<SurveyCommon, Piece, Survey> = {
  prepare(reader, { twoKeyNames }) {
    return (piece) => {
      const learnt = new Learnt();
      // Two keys under one name are a question about the leak.
      const twoKeys = new TwoKeyGroups(piece.role === 'leak' ? twoKeyNames : []);
      const names = new NamingOfPiece();
      const heads: SurveyedHead[] = [];
      for (const message of reader.messagesOf(piece)) {
        learnt.add(message, heads.length);
        twoKeys.add(message);
        names.add(message, heads.length);
        heads.push(headOf(message));
      }
      const carriers = carriersIn(reader.store, piece, heads);
      return {
        ...{ heads, names: names.packed(), carriers },
        ...{ learnt: learnt.summary(), twoKeys: twoKeys.summary() },
      };
    };
  },
};

/** No message is parted from what it carries, through any archives between them. */
function carriersIn(
  store: CaseStore,
  { role, range }: Piece,
  heads: readonly SurveyedHead[],
): readonly number[] {
  if (role !== 'leak') return [];
  const carried = [...store.carried(role, range)];
  if (carried.length === 0) return [];
  const places = new Map(heads.map(({ path }, place) => [path, place]));
  return carried.map(({ path, parent }) => {
    if (parent === null) return -1;
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const place = places.get(path.slice(0, at));
      if (place !== undefined) return place;
    }
    return -1;
  });
}

/** Without what is read at each access, and what the names of the piece tell. */
function headOf({ row, id, path, date, rebuilt, list, clockGap, fromAddress }: MessageRow): SurveyedHead {
  return { row, id, path, date, rebuilt, list, clockGap, fromAddress };
}
