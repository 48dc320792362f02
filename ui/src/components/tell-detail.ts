/** Fields of a log entry in one line, `items.total 86 · jobs 2`; nested fields by their path. */
export function tellDetail(detail: Readonly<Record<string, unknown>>): string {
  return fieldsOf(detail, '')
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ');
}

function fieldsOf(value: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const full = path === '' ? name : `${path}.${name}`;
    if (Array.isArray(inner)) return [[full, inner.map(String).join(', ')] as const];
    if (typeof inner === 'object' && inner !== null) return fieldsOf(inner, full);
    return [[full, String(inner)] as const];
  });
}
