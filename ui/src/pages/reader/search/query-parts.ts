/** Whether a query holds this very part, as a facet adds it. */
export function hasPart(query: string, part: string): boolean {
  return ` ${query} `.includes(` ${part} `);
}

/** Adds a part that must also hold. A query with OR is bracketed, because AND binds closer. */
export function withPart(query: string, part: string): string {
  const before = query.trim();
  if (before === '') return part;
  return `${/ OR /u.test(before) && !/^\([^()]*\)$/u.test(before) ? `(${before})` : before} ${part}`;
}

/** The query without a part that stands in it between blanks. */
function withoutPart(query: string, part: string): string {
  return ` ${query} `.replace(` ${part} `, ' ').trim();
}

/** Keeps the part when it is missing, drops it when it is there; drops its opposite either way. */
export function togglePart(query: string, part: string): string {
  const opposite = part.startsWith('-') ? part.slice(1) : `-${part}`;
  const rest = withoutPart(query, opposite);
  return hasPart(rest, part) ? withoutPart(rest, part) : withPart(rest, part);
}
