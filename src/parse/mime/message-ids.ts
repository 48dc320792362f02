/** Message-ID, In-Reply-To, References: identifiers without their angle brackets. */

/** Attack: a References field of megabytes. A real thread's field ends far below this. */
const MOST_IDS = 5000;

/** The identifiers in brackets; for `Message-ID: abc@x`, without brackets, the words as they are. */
export function parseMessageIds(value: string): string[] {
  const ids: string[] = [];
  for (const match of value.matchAll(/<([^<>]+)>/g)) {
    const id = (match[1] ?? '').replace(/\s+/g, ''); // an id folded in the middle
    if (id !== '') ids.push(id);
    if (ids.length >= MOST_IDS) return ids;
  }
  if (ids.length > 0) return ids;
  return value
    .split(/[\s,<>]+/)
    .filter((word) => word.includes('@'))
    .slice(0, MOST_IDS);
}

/** A Message-ID as found, without brackets; null when the value is empty. */
export function parseMessageId(value: string): string | null {
  return parseMessageIds(value)[0] ?? (value.replace(/[<>]/g, '').trim() || null);
}
