/** Logistic regression whose weights never fall below nought: every reason can only raise a score. */
export interface Example {
  readonly isBait: boolean;
  /** Level of each code that was found. */
  readonly levels: ReadonlyMap<string, number>;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

const ROUNDS = 4000;
const STEP = 0.05;
/** Penalty on the squares: keeps a reason that was seen twice from deciding by itself. */
const PENALTY = 0.6;

/** Full-batch gradient with Adam (Kingma and Ba 2015), projected; deterministic. */
export function fit(examples: readonly Example[]): Fitted {
  const codes = [...new Set(examples.flatMap(({ levels }) => [...levels.keys()]))].sort();
  const place = new Map(codes.map((code, at) => [code, at]));
  const rows = examples.map(({ levels }) =>
    [...levels].map(([code, level]) => [place.get(code) ?? 0, level] as const),
  );
  const size = codes.length + 1;
  const [at, first, second] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  at[codes.length] = -3;
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = gradientAt(at, rows, examples);
    for (let i = 0; i < size; i++) {
      const slope = gradient[i] ?? 0;
      first[i] = 0.9 * (first[i] ?? 0) + 0.1 * slope;
      second[i] = 0.999 * (second[i] ?? 0) + 0.001 * slope * slope;
      const step =
        (first[i] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[i] ?? 0) / (1 - 0.999 ** round)) + 1e-8);
      const next = (at[i] ?? 0) - STEP * step;
      at[i] = i < codes.length ? Math.max(0, next) : next;
    }
  }
  return { bias: at[codes.length] ?? 0, weights: new Map(codes.map((code, i) => [code, at[i] ?? 0])) };
}

function gradientAt(
  at: Float64Array,
  rows: readonly (readonly (readonly [number, number])[])[],
  examples: readonly Example[],
): Float64Array {
  const gradient = new Float64Array(at.length);
  const last = at.length - 1;
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] ?? [];
    const odds = row.reduce((sum, [i, level]) => sum + (at[i] ?? 0) * level, at[last] ?? 0);
    const off = 1 / (1 + Math.exp(-odds)) - (examples[n]?.isBait === true ? 1 : 0);
    for (const [i, level] of row) gradient[i] = (gradient[i] ?? 0) + off * level;
    gradient[last] = (gradient[last] ?? 0) + off;
  }
  for (let i = 0; i < last; i++) gradient[i] = (gradient[i] ?? 0) + PENALTY * (at[i] ?? 0);
  return gradient;
}

/** Sum of a model's weights for what was found. */
export function oddsOf({ bias, weights }: Fitted, levels: ReadonlyMap<string, number>): number {
  let sum = bias;
  for (const [code, level] of levels) sum += (weights.get(code) ?? 0) * level;
  return sum;
}
