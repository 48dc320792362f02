import type { ItemLink } from './item.ts';

/**
 * GET /api/operation?published=&statement=&election=&zone=&matrix=0|1&lang=: as `tamis timeline --json`
 * (docs/schema/timeline.json), with the titles of its codes and the names of the first items. Times are as
 * 2017-05-05T20:30, in `zone`, or with an offset; `matrix=1` takes attribution.json of the case.
 */
export interface OperationJson {
  readonly events: readonly OperationEventJson[];
  readonly diamond: readonly {
    readonly corner: 'adversary' | 'capability' | 'infrastructure' | 'victim';
    readonly title: string;
    readonly facts: readonly DiamondFactJson[];
  }[];
  /** What was there to look at, so that what is missing can be said. */
  readonly looked: { readonly posts: boolean; readonly bait: boolean; readonly matrix: boolean };
}

export interface OperationEventJson {
  readonly stage: string;
  readonly stageTitle: string;
  readonly code: string;
  /** ISO 8601; null: not known on that side. */
  readonly from: string | null;
  readonly to: string | null;
  /** `local`: a wall clock that does not tell its zone. */
  readonly zone: 'UTC' | 'local';
  readonly ground: string;
  readonly groundText: string;
  readonly text: string;
  /** All there are; `items` has the first few. */
  readonly count: number;
  readonly items: readonly ItemLink[];
}

export interface DiamondFactJson {
  readonly code: string;
  readonly strength: 'shown' | 'trace' | 'judged' | 'none';
  readonly strengthText: string;
  readonly text: string;
  readonly count: number;
  readonly items: readonly ItemLink[];
  readonly techniques: readonly TechniqueJson[];
}

/** Of ATT&CK or DISARM. */
export interface TechniqueJson {
  readonly id: string;
  readonly name: string;
}
