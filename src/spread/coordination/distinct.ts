let scratch = new Uint32Array(64);

/** How many distinct values of(0), of(1) ... of(count - 1) has. */
export function distinctCount(count: number, of: (i: number) => number): number {
  if (count > scratch.length) scratch = new Uint32Array(count * 2);
  const values = scratch;
  if (count > 16) {
    for (let i = 0; i < count; i++) values[i] = of(i);
    const sorted = values.subarray(0, count).sort();
    let distinct = 1;
    for (let i = 1; i < count; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
    return distinct;
  }
  let distinct = 0;
  for (let i = 0; i < count; i++) {
    const value = of(i);
    let seen = 0;
    while (seen < distinct && values[seen] !== value) seen++;
    if (seen === distinct) values[distinct++] = value;
  }
  return distinct;
}
