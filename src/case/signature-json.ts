import type { CoveredHeader, SignatureResult } from '../model/index.ts';

/**
 * Signatures as a case keeps them: JSON in which a list of header fields is one flat list of name, start and
 * end, three values a field. Written as objects these lists are four fifths of a signature and a tenth of a case.
 */
export function signaturesToJson(signatures: readonly SignatureResult[]): string {
  return JSON.stringify(
    signatures.map((signature) => ({
      ...signature,
      covered: flat(signature.covered),
      uncovered: flat(signature.uncovered),
    })),
  );
}

/** Reads what `signaturesToJson` wrote, and the lists of objects that cases made before it hold. */
export function signaturesFromJson(json: string): readonly SignatureResult[] {
  const stored = JSON.parse(json) as readonly Stored[];
  return stored.map((signature) => {
    signature.covered = fieldsOf(signature.covered);
    signature.uncovered = fieldsOf(signature.uncovered);
    return signature as SignatureResult;
  });
}

type FlatFields = readonly (string | number)[];

/** Freshly parsed, so that the lists may be exchanged in place: a copy costs as much as the parsing. */
type Stored = Omit<SignatureResult, 'covered' | 'uncovered'> & {
  covered: FlatFields | readonly CoveredHeader[];
  uncovered: FlatFields | readonly CoveredHeader[];
};

/** Stands for both ends of a field that is signed as absent. */
const ABSENT = -1;

function flat(fields: readonly CoveredHeader[]): FlatFields {
  const values: (string | number)[] = [];
  for (const { name, at } of fields) values.push(name, at?.start ?? ABSENT, at?.end ?? ABSENT);
  return values;
}

function fieldsOf(values: FlatFields | readonly CoveredHeader[]): readonly CoveredHeader[] {
  const fields: CoveredHeader[] = [];
  for (let i = 0; i < values.length; i += 3) {
    const [name, start, end] = [values[i], values[i + 1], values[i + 2]];
    if (typeof name === 'object') return values as readonly CoveredHeader[];
    const isThere = typeof start === 'number' && typeof end === 'number' && start !== ABSENT;
    fields.push({ name: String(name), at: isThere ? { start, end } : null });
  }
  return fields;
}
