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

/**
 * How senders spell field names, for relays that write them in a case of their own (all small, or as Go and Java do,
 * `Message-Id`). Only simple canonicalisation notices, and names say nothing to a reader.
 */
const SPELLINGS: readonly ((name: string) => string)[] = [
  (name) =>
    capitals(name)
      .replace(/-Id$/, '-ID')
      .replace(/^Mime-/, 'MIME-'),
  (name) => capitals(name).replace(/^Mime-/, 'MIME-'),
  (name) => capitals(name).replace(/-Id$/, '-ID'),
  capitals,
  (name) =>
    capitals(name)
      .replace(/-Id$/, '-id')
      .replace(/^Mime-/, 'MIME-'),
  (name) => name.toLowerCase(),
];

/** Searches made in turn, each with the field of the signature itself rewritten alike and left alone. */
export const REFOLDING_STYLES = 2 * (STYLES.length + SPELLINGS.length);

/** The alternatives with all fields folded and spaced in one style, for each style. */
export function* refoldings(
  alternatives: readonly (readonly Alternative[])[],
  own: Buffer,
): Generator<{
  readonly change: 'header-folding' | 'header-case';
  readonly fields: readonly (readonly Alternative[])[];
  readonly last: Buffer;
}> {
  const folded = STYLES.map((style) => ['header-folding', style] as const);
  const spelled = SPELLINGS.map((spelling) => ['header-case', named(spelling)] as const);
  for (const [change, style] of [...folded, ...spelled]) {
    const rewrite = (bytes: Buffer) => Buffer.from(style(bytes.toString('latin1')), 'latin1');
    const fields = alternatives.map((forms) =>
      forms.map((form) => ({ ...form, bytes: rewrite(form.bytes) })),
    );
    yield { change, fields, last: own };
    yield { change, fields, last: rewrite(own) };
  }
}

/** A field with its name spelled so, but that of a signature, which all spell alike. */
function named(spelling: (name: string) => string): (field: string) => string {
  return (field) =>
    field.replace(/^[^:\s]{1,80}(?=:)/, (name) =>
      name.toLowerCase() === 'dkim-signature' ? 'DKIM-Signature' : spelling(name),
    );
}

function capitals(name: string): string {
  return name.toLowerCase().replace(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function unfolded(field: string): string {
  return field.replace(/\r\n[ \t]+/g, ' ');
}
