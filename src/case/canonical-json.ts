/**
 * JSON with the keys of every object in code-unit order and no white space, so that equal values give equal
 * bytes: RFC 8785 (JCS) for the values JSON.parse can give. Members that JSON leaves out (`undefined`,
 * functions) are left out here too.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries);
}
