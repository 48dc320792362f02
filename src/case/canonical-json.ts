/**
 * JSON by RFC 8785 (JCS): the members of every object in the order of their names' code units, no white
 * space, so that equal values give equal bytes in any language. What JSON leaves out (`undefined`,
 * functions) is left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  return write(JSON.parse(JSON.stringify(value) ?? 'null'));
}

/** Of a value JSON.parse gave. Not JSON.stringify alone: that puts names like "10" first, as numbers. */
function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`).join(',')}}`;
}
