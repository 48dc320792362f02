/** Pixels a label needs, so that neighbours never overlap. */
const LABEL = 44;

/** More pixels per tenfold gap: a day is some 25 more than a second, a year some 65. */
const PER_DECADE = 9;

const TOP = 18;

/** Where each moment stands on a line that runs down; moments in milliseconds, earliest first. */
export function placeClocks(moments: readonly number[]): {
  readonly places: readonly number[];
  readonly height: number;
} {
  const places: number[] = [];
  let y = TOP;
  moments.forEach((moment, index) => {
    const before = moments[index - 1];
    if (before !== undefined) y += LABEL + PER_DECADE * Math.log10(1 + Math.max(0, moment - before) / 1000);
    places.push(Math.round(y));
  });
  return { places, height: Math.round(y) + TOP + 4 };
}
