import postcss, { type AtRule, type ChildNode, type Container } from 'postcss';

/** Attack: a style sheet of megabytes, of rules inside rules. */
const MOST_CHARS = 200_000;
const MOST_DEPTH = 8;

/**
 * Anything in a value that could ask for something from elsewhere, or hide that it does: functions that take an
 * address, and escapes, which spell `url` as `\75 rl`. A name is looked for anywhere in the value; no well-meant
 * value is lost by that but the odd font name.
 */
const ASKS_OUTSIDE =
  /url|image|src\s{0,9}\(|\\|expression|javascript|behavior|-moz-binding|@|<|attr\s{0,9}\(|element\s{0,9}\(|paint\s{0,9}\(|cross-fade/i;

/** What could cover the frame's own marks, or run for ever. */
const UNWANTED_PROPERTIES =
  /^(?:position|z-index|behavior|-moz-binding|animation.*|transition.*|cursor|content|filter|src|pointer-events)$/i;

const KEPT_AT_RULES = new Set(['media']);

export interface SafeCss {
  readonly css: string;
  /** Addresses that were asked for: `url(...)` and `@import`. */
  readonly blocked: readonly string[];
}

/** A style sheet out of a leak without anything that asks for something: `url()`, `@import`, `@font-face`. */
export function safeStyleSheet(css: string): SafeCss {
  const blocked = addressesIn(css);
  if (css.length > MOST_CHARS) return { css: '', blocked };
  try {
    const root = postcss.parse(css);
    clean(root, 0);
    const text = root.toString();
    // Said twice: whatever the parser made of it, no end of the element and no address may stand in the text.
    return { css: /<|\\|url\s{0,9}\(|@import/i.test(text) ? '' : text, blocked };
  } catch {
    return { css: '', blocked };
  }
}

/** The same of a `style` attribute. */
export function safeDeclarations(style: string): SafeCss {
  const { css, blocked } = safeStyleSheet(`a{${style.replace(/[{}]/g, ' ')}}`);
  const inside = /^a\{([\s\S]*)\}\s*$/.exec(css)?.[1] ?? '';
  return { css: inside.trim(), blocked };
}

function clean(node: Container<ChildNode>, depth: number): void {
  for (const child of [...(node.nodes ?? [])]) {
    if (child.type === 'comment') child.remove();
    else if (child.type === 'decl') {
      if (
        UNWANTED_PROPERTIES.test(child.prop) ||
        ASKS_OUTSIDE.test(child.value) ||
        ASKS_OUTSIDE.test(child.prop)
      )
        child.remove();
    } else if (child.type === 'rule') {
      if (/[<\\]/.test(child.selector) || depth >= MOST_DEPTH) child.remove();
      else clean(child, depth + 1);
    } else if (isKept(child) && depth < MOST_DEPTH)
      clean(child as unknown as Container<ChildNode>, depth + 1);
    else child.remove();
  }
}

function isKept(rule: AtRule): boolean {
  return KEPT_AT_RULES.has(rule.name.toLowerCase()) && rule.nodes !== undefined && !/[<\\]/.test(rule.params);
}

const ADDRESS = /(?:url\s{0,9}\(\s{0,9}["']?|@import\s{1,9}["'])([^"')\s]{1,2000})/gi;
/** Attack: a sheet of nothing but addresses, each shown as one that would have been fetched. */
const MOST_ADDRESSES = 200;

function addressesIn(css: string): string[] {
  const found: string[] = [];
  for (const [, address = ''] of css.slice(0, MOST_CHARS).matchAll(ADDRESS)) {
    if (!address.startsWith('data:')) found.push(address);
    if (found.length === MOST_ADDRESSES) break;
  }
  return found;
}
