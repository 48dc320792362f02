/** Markup that is whole and safe to put into a page; everything else is escaped on its way in. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = Html | string | number | null | readonly (Html | string | null)[];

/**
 * A template whose values are escaped unless they are `Html` themselves. Attack: a subject with a script in it, and
 * marks that turn the direction of writing, which would let a name read as another.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const parts = strings.map(
    (text, index) => text + (index < values.length ? partOf(values[index] ?? null) : ''),
  );
  return new Html(parts.join(''));
}

function partOf(value: Part): string {
  if (value === null) return '';
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map(partOf).join('');
  return escaped(String(value));
}

/** Text of the leak: set apart, so that its direction of writing ends with it. */
export function foreign(text: string): Html {
  return new Html(`<bdi>${escaped(text)}</bdi>`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text from the leak between tags or in an attribute: no tag, no entity, no change of direction. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, ' ')
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
