import type { MessageHabits } from '../model/index.ts';

/** Habits as a list: the names of the fields would be most of what is stored. */
export type PackedHabits = readonly (string | number | null)[];

/** The values in an order that no later version may change; new ones go to the end. */
export function packHabits(habits: MessageHabits): PackedHabits {
  const { program, order, id, boundary, coding, zone, name, block, route, signer, lag, hops } = habits;
  return [program, order, id, boundary, coding, zone, name, block, route, signer, lag, hops];
}

/** The habits of such a list; what an older version did not write yet is empty. */
export function unpackHabits(packed: PackedHabits): MessageHabits {
  const word = (at: number) => String(packed[at] ?? '');
  const lag = packed[10];
  return {
    program: word(0),
    order: word(1),
    id: word(2),
    boundary: word(3),
    coding: word(4),
    zone: word(5),
    name: word(6),
    block: word(7),
    route: word(8),
    signer: word(9),
    lag: typeof lag === 'number' ? lag : null,
    // Of a case made before hops were read: none.
    hops: word(11),
  };
}
