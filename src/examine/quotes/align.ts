/** A run of words that stands in both texts. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Words that must agree on end before two places are taken for the same. */
const GRAM = 3;

/**
 * Runs of words of `quoted` that stand in `own` in the same order. Anchored on groups of three words that
 * occur once in `own` (as patience diff anchors on lines, Bram Cohen 2010), then the longest rising chain of
 * them; so every run has at least three words, and time is that of sorting whatever the texts are.
 */
export function alignWords(own: readonly string[], quoted: readonly string[]): readonly Run[] {
  // The rule, in reading order: quoted whole.
  if (beginsWith(quoted, own)) return [{ from: 0, to: 0, length: own.length }];
  const places = uniqueGrams(own);
  const runs: Run[] = [];
  for (let to = 0; to + GRAM <= quoted.length; ) {
    const from = places.get(gramAt(quoted, to)) ?? -1;
    if (from < 0) {
      to++;
      continue;
    }
    const last = runs.at(-1);
    const floor = last === undefined ? 0 : last.to + last.length;
    let back = 0;
    while (to - back > floor && from - back > 0 && own[from - back - 1] === quoted[to - back - 1]) back++;
    let length = GRAM;
    while (from + length < own.length && own[from + length] === quoted[to + length]) length++;
    runs.push({ from: from - back, to: to - back, length: length + back });
    to += length;
  }
  return withEnds(risingChain(runs), own, quoted);
}

/** The beginning and the end of a text are places too: words that agree there need not be three. */
function withEnds(runs: readonly Run[], own: readonly string[], quoted: readonly string[]): readonly Run[] {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return runs;
  let head = 0;
  while (head < Math.min(first.from, first.to) && own[head] === quoted[head]) head++;
  const [ownEnd, quotedEnd] = [last.from + last.length, last.to + last.length];
  const room = Math.min(own.length - ownEnd, quoted.length - quotedEnd);
  let tail = 0;
  while (tail < room && own[own.length - 1 - tail] === quoted[quoted.length - 1 - tail]) tail++;
  return [
    ...(head > 0 ? [{ from: 0, to: 0, length: head }] : []),
    ...runs,
    ...(tail > 0 ? [{ from: own.length - tail, to: quoted.length - tail, length: tail }] : []),
  ];
}

function beginsWith(words: readonly string[], beginning: readonly string[]): boolean {
  return beginning.length <= words.length && beginning.every((word, at) => word === words[at]);
}

function gramAt(words: readonly string[], at: number): string {
  return `${words[at]} ${words[at + 1]} ${words[at + 2]}`;
}

/** Where each group of three words begins; -1 for those that occur more than once. */
function uniqueGrams(words: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + GRAM <= words.length; at++) {
    const gram = gramAt(words, at);
    places.set(gram, places.has(gram) ? -1 : at);
  }
  return places;
}

// Attack: texts made of shuffled pieces, so that there are thousands of runs and the chain is quadratic.
const MOST_RUNS = 300;

/** The chain of runs, rising in both texts and not overlapping, that has most words. */
function risingChain(all: readonly Run[]): readonly Run[] {
  const runs = all.slice(0, MOST_RUNS);
  const best: number[] = [];
  const before: number[] = [];
  let top = -1;
  for (const [i, run] of runs.entries()) {
    best[i] = run.length;
    before[i] = -1;
    for (let j = 0; j < i; j++) {
      const earlier = runs[j];
      if (earlier === undefined || earlier.from + earlier.length > run.from) continue;
      const total = (best[j] ?? 0) + run.length;
      if (total > (best[i] ?? 0)) {
        best[i] = total;
        before[i] = j;
      }
    }
    if (top < 0 || (best[i] ?? 0) > (best[top] ?? 0)) top = i;
  }
  const chain: Run[] = [];
  for (let at = top; at >= 0; at = before[at] ?? -1) {
    const run = runs[at];
    if (run !== undefined) chain.push(run);
  }
  return chain.reverse();
}
