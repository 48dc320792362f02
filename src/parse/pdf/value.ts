/** A name object (ISO 32000-2, 7.3.5), its #xx escapes undone. */
export interface PdfName {
  readonly name: string;
}

/** An indirect reference, 7.3.10. */
export interface PdfReference {
  readonly number: number;
  readonly generation: number;
}

/** A dictionary object (7.3.7), its keys without the slash. */
export type PdfDictionary = Map<string, PdfValue>;

/** Any object of PDF but streams, which are a dictionary and a range of the file. Strings are bytes. */
export type PdfValue = null | boolean | number | PdfName | PdfReference | Buffer | PdfValue[] | PdfDictionary;

/** Whether a value is a dictionary. */
export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

/** Whether a value stands for an object that lies elsewhere. */
export function isReference(value: PdfValue | undefined): value is PdfReference {
  return value !== null && typeof value === 'object' && 'generation' in value;
}

/** The name, or '' for anything else. */
export function nameOf(value: PdfValue | undefined): string {
  return value !== null && typeof value === 'object' && 'name' in value && typeof value.name === 'string'
    ? value.name
    : '';
}

/** A value as an integer, or null for what is none that a double holds. */
export function integerOf(value: PdfValue | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
