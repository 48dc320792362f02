/** How many distinct values there are among the first `count`, which are put into another order. */
export function distinctCount(values: Uint32Array, count: number): number {
  if (count > 16) {
    values.subarray(0, count).sort();
    let distinct = 1;
    for (let i = 1; i < count; i++) if (values[i] !== values[i - 1]) distinct++;
    return distinct;
  }
  // The distinct ones are gathered at the front.
  let distinct = 0;
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? 0;
    let seen = 0;
    while (seen < distinct && values[seen] !== value) seen++;
    if (seen === distinct) values[distinct++] = value;
  }
  return distinct;
}
