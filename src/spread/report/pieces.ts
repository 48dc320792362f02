import {
  type AccountPiece,
  type AskEdges,
  edgesOfAccounts,
  edgesOfPiece,
  mergeEdges,
  type PackedEdges,
  packPairs,
  pairPieces,
  pairQuery,
} from '../coordination/index.ts';
import type { Counting } from './counting.ts';
import { type Deal, type DealtLayer, type DetectSettings, levelsOfDeal } from './nulls.ts';
import { packLayer, unpackLayer } from './packed-layer.ts';

/** What a piece is of: pairs of some objects, repetitions of a null model, or whole edges of some accounts. */
export type SpreadPart = 'pairs' | 'chances' | 'accounts';

/** A piece, and what all pieces asked for at once have in common; both plain JSON. */
export interface SpreadPiece {
  readonly part: SpreadPart;
  readonly common: string;
  readonly piece: string;
}

/** Gives the results of pieces in their order, whoever did them. */
export type AskPieces = (pieces: readonly SpreadPiece[]) => Promise<readonly string[]>;

/** Pairs and shares of a piece: some seconds of one core. */
const PAIRS_EACH = 5e6;
/** Repetitions of a piece: two null models of fifty are twenty pieces a layer. */
const DEALS_EACH = 5;

/**
 * Counts piece by piece, wherever that is done: pairs by partitions of their objects, whose edges are put together here,
 * and null models by their repetitions. What is linear in the number of shares is done here.
 */
export function countingByPieces(ask: AskPieces, pairsEach = PAIRS_EACH): Counting {
  return {
    edges: async (shares, settings, visit) => {
      const ranks = Uint32Array.from({ length: shares.accounts }, (_, id) => id);
      const query = pairQuery(shares, ranks, settings);
      const common = JSON.stringify({
        accounts: shares.accounts,
        memory: settings.memory,
      } satisfies PairsCommon);
      const pieces = Array.from(
        pairPieces(query, pairsEach),
        (piece): SpreadPiece => ({ part: 'pairs', common, piece: packPairs(piece) }),
      );
      const found = (await ask(pieces)).map((json) => JSON.parse(json) as PackedEdges);
      mergeEdges(
        found.map(({ edges }) => edges),
        visit,
      );
      return found.reduce((sum, { pairs }) => sum + pairs, 0);
    },
    chances: async (layer, settings, deals) => {
      const { window, minParticipation, memory, maxPairs } = settings;
      const common = JSON.stringify({
        layer: packLayer(layer),
        settings: { window, minParticipation, memory, maxPairs },
      } satisfies ChancesCommon);
      const pieces: SpreadPiece[] = [];
      for (let at = 0; at < deals.length; at += DEALS_EACH)
        pieces.push({ part: 'chances', common, piece: JSON.stringify(deals.slice(at, at + DEALS_EACH)) });
      return (await ask(pieces)).flatMap((json) => JSON.parse(json) as number[][]);
    },
  };
}

/** Edges of accounts, wherever they are put together. */
export function edgesByPieces(ask: AskPieces): AskEdges {
  return (pieces) =>
    ask(pieces.map((piece): SpreadPiece => ({ part: 'accounts', common: '', piece: JSON.stringify(piece) })));
}

interface PairsCommon {
  readonly accounts: number;
  readonly memory: number;
}

interface ChancesCommon {
  readonly layer: string;
  readonly settings: DetectSettings;
}

/** Does pieces, one after the other. What pieces have in common is unpacked once for those that follow each other. */
export class SpreadPieces {
  #known: { readonly common: string; readonly layer: DealtLayer; readonly settings: DetectSettings } | null =
    null;

  /** The result of a piece, as text. Errors: as detectCoordination. */
  do({ part, common, piece }: SpreadPiece): string {
    switch (part) {
      case 'pairs':
        return JSON.stringify(this.#pairs(common, piece));
      case 'chances':
        return JSON.stringify(this.#chances(common, piece));
      case 'accounts':
        return edgesOfAccounts(JSON.parse(piece) as AccountPiece);
    }
  }

  #pairs(common: string, piece: string): PackedEdges {
    const { accounts, memory } = JSON.parse(common) as PairsCommon;
    return edgesOfPiece(piece, accounts, memory);
  }

  #chances(common: string, piece: string): readonly (readonly number[])[] {
    if (this.#known?.common !== common) {
      const { layer, settings } = JSON.parse(common) as ChancesCommon;
      this.#known = { common, layer: unpackLayer(layer), settings };
    }
    const { layer, settings } = this.#known;
    return (JSON.parse(piece) as readonly Deal[]).map((deal) => levelsOfDeal(layer, settings, deal));
  }
}
