import { clusterTexts } from './cluster-texts.ts';
import { compareQuotes } from './compare-quotes.ts';
import { countTraces } from './count-traces.ts';
import { judgeFiles } from './judge-files.ts';
import { judgePiece } from './judge-piece.ts';
import type { Part } from './part.ts';
import { survey } from './survey.ts';

/** The parts of the passes over the whole leak, in the order in which they come. */
export const PARTS = { survey, judgePiece, compareQuotes, judgeFiles, clusterTexts, countTraces } as const;

export type PartName = keyof typeof PARTS;

type TypesOf<N extends PartName> =
  (typeof PARTS)[N] extends Part<infer Common, infer Piece, infer Found>
    ? { readonly common: Common; readonly piece: Piece; readonly found: Found }
    : never;

export type CommonOf<N extends PartName> = TypesOf<N>['common'];
export type PieceOf<N extends PartName> = TypesOf<N>['piece'];
export type FoundOf<N extends PartName> = TypesOf<N>['found'];
