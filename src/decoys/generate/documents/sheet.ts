/** What a document says and who is in its properties, apart from its format. */
export interface DocumentContent {
  readonly title: string;
  readonly author: string;
  readonly company: string;
  /** Milliseconds UTC. */
  readonly created: number;
  readonly modified: number;
  readonly paragraphs: readonly string[];
  /** First row: headings. Empty for a text without a table. */
  readonly table: readonly (readonly (string | number)[])[];
}

/** XML with the five reserved characters written as entities; control characters are left out. */
export function xml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** ISO 8601 UTC to the second, as Office writes it. @param at milliseconds UTC */
export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
