/** One `name=value` of a tag list; offsets count from the start of the list. */
export interface Tag {
  readonly name: string;
  /** White space around it removed, inside it kept. */
  readonly value: string;
  /** The value with the white space around it: what "b= treated as empty" removes. */
  readonly start: number;
  readonly end: number;
}

/** A tag list (RFC 6376 3.2) as it was read, with what is wrong with it. */
export interface TagList {
  readonly tags: ReadonlyMap<string, Tag>;
  /** Names that occur twice: RFC 6376 section 3.2 makes such a list void as a whole. */
  readonly duplicates: readonly string[];
  /** Pieces without a valid `name=`, and empty ones before the last. */
  readonly malformed: number;
}

/** Attack: a header of a million semicolons. Real signatures have 8 to 14 tags. */
const MAX_TAGS = 256;

/** Reads a tag list (RFC 6376 section 3.2) out of a string of one character per byte. Never throws. */
export function parseTagList(list: string): TagList {
  const tags = new Map<string, Tag>();
  const duplicates: string[] = [];
  let malformed = 0;
  let start = 0;
  // One semicolon may end the list; nothing but white space may come after it.
  const content = list.trimEnd().length - 1;
  for (let count = 0; start < list.length && count < MAX_TAGS; count++) {
    const semicolon = list.indexOf(';', start);
    const end = semicolon < 0 ? list.length : semicolon;
    const equals = list.indexOf('=', start);
    if (equals >= 0 && equals < end) {
      const name = list.slice(start, equals).trim();
      if (/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) {
        if (tags.has(name)) duplicates.push(name);
        else tags.set(name, { name, value: list.slice(equals + 1, end).trim(), start: equals + 1, end });
      } else malformed++;
    } else if (list.slice(start, end).trim() !== '' || end < content) malformed++;
    start = end + 1;
  }
  return { tags, duplicates, malformed };
}
