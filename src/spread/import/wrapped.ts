import { asRecord, type PostRecord } from './record.ts';

/**
 * The records that an unknown one may be a wrapping of, the likeliest first: the longest list in it (`{"posts": [...]}`), what is
 * kept by id (`{"1": {...}, "2": {...}}`), the one thing in it (`{"tweet": {...}}`). Whether they are posts is for the formats
 * to say.
 */
export function wrappedRecords(record: PostRecord): readonly (readonly PostRecord[])[] {
  const values = Object.values(record);
  const lists = values
    .filter((value) => Array.isArray(value))
    .map((list) => list.map(asRecord).filter((one) => one !== null))
    .filter((list) => list.length > 0)
    .sort((a, b) => b.length - a.length);
  const inner = values.map(asRecord);
  const isKeyed = inner.length > 0 && inner.every((one) => one !== null);
  return isKeyed ? [...lists, keyed(record)] : lists;
}

/** Each with its key as `id`, where there are several and it says no other. */
function keyed(record: PostRecord): readonly PostRecord[] {
  const entries = Object.entries(record).flatMap(([key, value]) => {
    const inner = asRecord(value);
    return inner === null ? [] : [[key, inner] as const];
  });
  return entries.length === 1 ? entries.map(([, one]) => one) : entries.map(([id, one]) => ({ id, ...one }));
}
