/** Rows of the keyboards the fingers of Europe slip on, as the keys lie: French, American and British, German. */
const LAYOUTS: readonly (readonly string[])[] = [
  ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['1234567890', 'azertyuiop', 'qsdfghjklm', 'wxcvbn'],
  ['1234567890', 'qwertzuiop', 'asdfghjkl', 'yxcvbnm'],
];

const NEIGHBOURS: ReadonlyMap<string, string> = neighbours();

/**
 * The keys that touch a key on any of the layouts, without repeats; empty for a key of none. Each row is set off
 * by half a key, so a key touches two above it and two below it.
 */
export function keysBeside(key: string): string {
  return NEIGHBOURS.get(key) ?? '';
}

function neighbours(): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const rows of LAYOUTS) {
    rows.forEach((row, y) => {
      [...row].forEach((key, x) => {
        const touching = [
          row[x - 1],
          row[x + 1],
          rows[y - 1]?.[x],
          rows[y - 1]?.[x + 1],
          rows[y + 1]?.[x],
          rows[y + 1]?.[x - 1],
        ];
        const all = found.get(key) ?? new Set<string>();
        for (const other of touching) if (other !== undefined) all.add(other);
        found.set(key, all);
      });
    });
  }
  return new Map([...found].map(([key, others]) => [key, [...others].join('')]));
}
