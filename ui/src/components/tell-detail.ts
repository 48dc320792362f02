/** Fields of a log entry in one line, `items.total 86 · jobs 2`; nested fields by their path. */
export function tellDetail(detail: Readonly<Record<string, unknown>>): string {
  return fieldsOf(detail, '')
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ');
}

function fieldsOf(value: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const full = path === '' ? name : `${path}.${name}`;
    if (inner === null || (Array.isArray(inner) && inner.length === 0)) return [];
    if (Array.isArray(inner)) return [[full, inner.map(tellEntry).join(', ')] as const];
    if (typeof inner === 'object') return fieldsOf(inner, full);
    return [[full, String(inner)] as const];
  });
}

function tellEntry(entry: unknown): string {
  return typeof entry === 'object' ? JSON.stringify(entry) : String(entry);
}
