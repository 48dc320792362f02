/**
 * PostgreSQL's text holds any character but U+0000, and names in a leak hold that one too. It is written as two
 * characters of the private use area, and the first of them, should a text hold it, as two others.
 */
const ESCAPE = '\ue000';
const NUL = '\ue000\ue001';
const ITSELF = '\ue000\ue002';

/** Text as PostgreSQL can hold it: it has no NUL. */
export function withoutNul(text: string): string {
  if (!text.includes('\0') && !text.includes(ESCAPE)) return text;
  return text.replaceAll(ESCAPE, ITSELF).replaceAll('\0', NUL);
}

/** The text as it was before `withoutNul`. */
export function withNul(text: string): string {
  if (!text.includes(ESCAPE)) return text;
  return text.replaceAll(NUL, '\0').replaceAll(ITSELF, ESCAPE);
}
