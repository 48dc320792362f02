import type { Alternative } from './header-alternatives.ts';

/** How a relay may have written header fields anew; only simple canonicalisation notices. */
const STYLES: readonly ((field: string) => string)[] = [
  (field) => field.replace(/^([^:]*:)[ \t]*/, '$1 '),
  (field) => unfolded(field),
  (field) => unfolded(field).replace(/^([^:]*:)[ \t]*/, '$1 '),
  (field) => field.replace(/^([^:]*:)[ \t]*/, '$1 ').replace(/\r\n[ \t]+/g, '\r\n\t'),
  (field) => field.replace(/^([^:]*:)[ \t]*/, '$1 ').replace(/\r\n[ \t]+/g, '\r\n '),
  (field) => field.replace(/\r\n[ \t]+/g, '\r\n\t'),
  (field) => field.replace(/\r\n[ \t]+/g, '\r\n '),
];

/** Searches made in turn, each with the field of the signature itself rewritten alike and left alone. */
export const REFOLDING_STYLES = 2 * STYLES.length;

/** The alternatives with all fields folded and spaced in one style, for each style. */
export function* refoldings(
  alternatives: readonly (readonly Alternative[])[],
  own: Buffer,
): Generator<{ readonly fields: readonly (readonly Alternative[])[]; readonly last: Buffer }> {
  for (const style of STYLES) {
    const rewrite = (bytes: Buffer) => Buffer.from(style(bytes.toString('latin1')), 'latin1');
    const fields = alternatives.map((forms) =>
      forms.map((form) => ({ ...form, bytes: rewrite(form.bytes) })),
    );
    yield { fields, last: own };
    yield { fields, last: rewrite(own) };
  }
}

function unfolded(field: string): string {
  return field.replace(/\r\n[ \t]+/g, ' ');
}
