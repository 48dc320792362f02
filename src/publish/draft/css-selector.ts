import { attributeOf, attributesOf } from './html-tag.ts';

/** An element as far as selectors ask about it. */
export interface StyledElement {
  readonly name: string;
  readonly id: string;
  readonly classes: ReadonlySet<string>;
  /** As written between the name and the `>`. */
  readonly attributes: string;
}

/** An element by its tag, read once: every rule of a sheet asks about it. */
export function styledElement(name: string, attributes: string): StyledElement {
  const classes = attributeOf(attributes, 'class')
    .split(/\s+/u)
    .filter((one) => one !== '');
  return { name, id: attributeOf(attributes, 'id'), classes: new Set(classes), attributes };
}

/** The conditions on one element. */
export interface Compound {
  /** In small letters; `*` for any. */
  readonly name: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly (readonly [name: string, operator: string, value: string])[];
}

/** Attack: selectors of megabytes. Longer ones are passed over. */
const LONGEST_SELECTOR = 300;

/** A selector of elements within elements; null for what depends on a state or on siblings. */
export function pathOf(selector: string): readonly Compound[] | null {
  const flat = selector.replace(/\s*>\s*/gu, ' ').trim();
  if (flat === '' || flat.length > LONGEST_SELECTOR || /[+~:\\](?![^[]*\])/u.test(flat)) return null;
  const path = flat.split(/\s+(?![^[]*\])/u).map(compoundOf);
  return path.every((one) => one !== null) ? path : null;
}

const SIMPLE =
  /^(\*|[a-z][\w-]*)?((?:[.#][\w\-\u0080-\uffff]+|\[\s*[\w-]+\s*(?:[~|^$*]?=\s*(?:"[^"]*"|'[^']*'|[^\]\s]+))?\s*(?:[is]\s*)?\])*)$/iu;
const PIECE =
  /([.#])([\w\-\u0080-\uffff]+)|\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+)))?[^\]]*\]/gu;

function compoundOf(text: string): Compound | null {
  const [, name = '*', rest = ''] = SIMPLE.exec(text) ?? [];
  if (text === '' || !SIMPLE.test(text)) return null;
  const pieces = [...rest.matchAll(PIECE)];
  const marked = (sign: string) => pieces.flatMap((piece) => (piece[1] === sign ? [piece[2] ?? ''] : []));
  return {
    name: name.toLowerCase(),
    ids: marked('#'),
    classes: marked('.'),
    attributes: pieces.flatMap((piece) =>
      piece[3] === undefined
        ? []
        : [[piece[3].toLowerCase(), piece[4] ?? '', piece[5] ?? piece[6] ?? piece[7] ?? ''] as const],
    ),
  };
}

/** Specificity as one number (Selectors 4, section 17): ids, then classes and attributes, then names. */
export function weightOf(path: readonly Compound[]): number {
  const sum = (count: (one: Compound) => number) => path.reduce((total, one) => total + count(one), 0);
  const classes = sum((one) => one.classes.length + one.attributes.length);
  return sum((one) => one.ids.length) * 1e6 + classes * 1e3 + sum((one) => (one.name === '*' ? 0 : 1));
}

/** Whether `path` says `element`, which lies within `around`, the outermost first. */
export function matches(
  path: readonly Compound[],
  element: StyledElement,
  around: readonly StyledElement[],
): boolean {
  const last = path.at(-1);
  if (last === undefined || !meets(element, last)) return false;
  let open = around.length - 1;
  for (let at = path.length - 2; at >= 0; at -= 1) {
    const wanted = path[at];
    while (open >= 0 && wanted !== undefined && !meets(around[open], wanted)) open -= 1;
    if (open < 0) return false;
    open -= 1;
  }
  return true;
}

function meets(element: StyledElement | undefined, wanted: Compound): boolean {
  return (
    element !== undefined &&
    (wanted.name === '*' || wanted.name === element.name) &&
    wanted.ids.every((id) => element.id === id) &&
    wanted.classes.every((one) => element.classes.has(one)) &&
    wanted.attributes.every(([key, operator, value]) => holds(element.attributes, key, operator, value))
  );
}

function holds(attributes: string, key: string, operator: string, value: string): boolean {
  const given = new Map(attributesOf(attributes)).get(key);
  // An attribute without a value is a word of its own.
  if (operator === '')
    return (
      given !== undefined ||
      attributes
        .toLowerCase()
        .split(/[\s/]+/u)
        .includes(key)
    );
  if (given === undefined) return false;
  if (operator === '=') return given === value;
  if (operator === '~=') return given.split(/\s+/u).includes(value);
  if (operator === '|=') return given === value || given.startsWith(`${value}-`);
  if (operator === '^=') return given.startsWith(value);
  return operator === '$=' ? given.endsWith(value) : given.includes(value);
}
