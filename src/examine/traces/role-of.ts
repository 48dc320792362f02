/** The place without what differs from item to item: numbers of hops and objects, bytes. */
export function roleOf(where: string): string {
  if (where.startsWith('Received')) return 'Received';
  const known = roles.get(where);
  if (known !== undefined) return known;
  const role = where
    .replace(/(?:, | )(?:object|earlier object) \d.*? (?=\/|\w+$)/, ' ')
    .replaceAll(/\d{1,12}/g, '')
    .slice(0, 60);
  if (roles.size < MOST_KNOWN) roles.set(where, role);
  return role;
}

/** Places come from documents too: the memory that spares looking again must not grow with them. */
const MOST_KNOWN = 1_000;
const roles = new Map<string, string>();
