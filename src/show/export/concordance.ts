/**
 * The Concordance load file, which review platforms import: fields between U+00FE, parted by U+0014, lines
 * inside a field parted by U+00AE. Here in UTF-8 with a byte order mark, by which importers tell it from the
 * older single-byte form.
 */
export const DAT_BOM = '\ufeff';

/** A line of a Concordance load file: fields in thorns, parted by a device control, ended by CR LF. */
export function datLine(fields: readonly string[]): string {
  return `${fields.map(datField).join('\u0014')}\r\n`;
}

/** The format has no escape: a small thorn becomes a capital one, a device control a space. */
function datField(value: string): string {
  const text = value
    .toWellFormed()
    .replaceAll('\u00fe', '\u00de')
    .replaceAll('\u0014', ' ')
    .replace(/\r\n|\r|\n/g, '\u00ae');
  return `\u00fe${text}\u00fe`;
}
