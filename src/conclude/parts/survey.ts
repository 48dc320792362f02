import type { MessageHead, MessageRow } from '../../case/store.ts';
import { Learnt, type LearntSummary } from '../learnt.ts';
import { TwoKeyGroups, type TwoKeySummary } from '../two-keys.ts';
import type { Part } from './part.ts';
import type { Piece } from './piece-reader.ts';

export interface SurveyCommon {
  /** Selectors of domains that have several keys. */
  readonly twoKeyNames: readonly string[];
}

export interface Survey {
  /** In path order. */
  readonly heads: readonly MessageHead[];
  readonly learnt: LearntSummary;
  readonly twoKeys: TwoKeySummary;
}

/** The first reading of messages: what relates them to others, and what they show of routes, keys and habits. */
export const survey: Part<SurveyCommon, Piece, Survey> = {
  prepare(reader, { twoKeyNames }) {
    return (piece) => {
      const learnt = new Learnt();
      // Two keys under one name are a question about the leak.
      const twoKeys = new TwoKeyGroups(piece.role === 'leak' ? twoKeyNames : []);
      const heads = reader.messagesOf(piece).map((message) => {
        learnt.add(message);
        twoKeys.add(message);
        return headOf(message);
      });
      return { heads, learnt: learnt.summary(), twoKeys: twoKeys.summary() };
    };
  },
};

/** Without what is read at each access. */
function headOf(message: MessageRow): MessageHead {
  const { row, id, path, role, sha256, canonical, messageId, inReplyTo, references } = message;
  const { subject, date, rebuilt, attachments, list, clockGap, fromAddress } = message;
  return {
    ...{ row, id, path, role, sha256, canonical, messageId, inReplyTo, references },
    ...{ subject, date, rebuilt, attachments, list, clockGap, fromAddress },
  };
}
