import type { Defect, Failure, Limits } from '../../model/index.ts';

/** What a message holds behind a limit, or in its other pieces, is not opened: parts may be missing in the case. */
export function unreadRest(defects: readonly Defect[], limits: Limits): Failure | null {
  for (const { code } of defects) {
    const failure = LIMITED[code]?.(limits);
    if (failure !== undefined) return failure;
  }
  return null;
}

/** What is said of a piece until all of them are there (src/pipeline/join-plan.ts). */
export const PIECE_ALONE =
  'A piece of a message that was sent in several; the pieces are read each for itself';

const LIMITED: Readonly<Record<string, (limits: Limits) => Failure>> = {
  'too-many-parts': ({ parts }) => ({
    code: 'too-many',
    detail: `More than ${parts} parts in one message; those behind are not opened.`,
  }),
  'too-deep': ({ depth }) => ({
    code: 'too-deep',
    detail: `Parts inside parts beyond ${depth} levels; those within are not opened.`,
  }),
  'message-partial': () => ({
    code: 'unsupported',
    detail: `${PIECE_ALONE}.`,
  }),
  'header-too-large': ({ headerBytes }) => ({
    code: 'too-large',
    detail: `A header of more than ${headerBytes} bytes; what follows is not read as header.`,
  }),
};
