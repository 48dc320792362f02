/**
 * French typography from plainly typed text (Imprimerie nationale): narrow no-break space before ; ! ?,
 * no-break space before : and inside « », typographic apostrophe. Sources stay readable because of it.
 */
export function frenchSpaces(text: string): string {
  return text
    .replaceAll("'", '’')
    .replace(/ ([;!?])/gu, '\u202f$1')
    .replace(/ ([:»%])/gu, '\u00a0$1')
    .replaceAll('« ', '«\u00a0');
}
