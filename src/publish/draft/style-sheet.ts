import postcss, { type AtRule, type Rule } from 'postcss';
import { type Compound, matches, pathOf, type StyledElement, weightOf } from './css-selector.ts';
import { attributeOf, SHOWN, UNSEEN } from './html-tag.ts';

/** Attack: style sheets of megabytes, of which each rule is held against each element. */
const MOST_CHARS = 500_000;
const MOST_RULES = 2000;

/** What the style sheets of a page say of whether an element is shown. */
export interface StyleSheet {
  /** Whether the rules hide `element`, which lies within `around`, the outermost first; its own `style` is not asked. */
  hides(element: StyledElement, around: readonly StyledElement[]): boolean;
}

/**
 * Reads the `<style>` elements of a page. Rules count by weight as in CSS Cascading 4: importance, specificity, order. Sheets
 * for print alone, selectors of a state (`:hover`) and of siblings are passed over; `>` is read as any depth. Sheets that a
 * page only links to are not there.
 */
export function styleSheetOf(html: string): StyleSheet {
  const kept = sheetsIn(html).flatMap(rulesOf).slice(0, MOST_RULES);
  return {
    hides(element, around) {
      let heaviest: VisibilityRule | null = null;
      for (const rule of kept)
        if ((heaviest === null || rule.weight >= heaviest.weight) && matches(rule.path, element, around))
          heaviest = rule;
      return heaviest?.hides === true;
    },
  };
}

/** The text of each sheet for the screen. A sheet that is not ended ends the search: each would be looked through to the end. */
function sheetsIn(html: string): readonly string[] {
  const sheets: string[] = [];
  const opening = /<style(?=[\s>])([^>]{0,1000})>/giu;
  const closing = /<\/style/giu;
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(html);
    if (close === null) break;
    if (!onPaper(attributeOf(open[1] ?? '', 'media')))
      sheets.push(html.slice(opening.lastIndex, close.index));
    opening.lastIndex = closing.lastIndex;
  }
  return sheets;
}

/** One selector of a rule that shows or hides. */
interface VisibilityRule {
  readonly hides: boolean;
  readonly weight: number;
  /** The outermost first; the last is the element itself. */
  readonly path: readonly Compound[];
}

function rulesOf(css: string): VisibilityRule[] {
  if (css.length > MOST_CHARS) return [];
  const found: VisibilityRule[] = [];
  try {
    postcss.parse(css.replace(/^\s*<!--|-->\s*$/gu, '')).walkRules((rule) => {
      if (!appliesOnScreen(rule)) return;
      const said = saidBy(rule);
      if (said === null) return;
      for (const selector of rule.selectors) {
        const path = pathOf(selector);
        if (path !== null) found.push({ hides: said.hides, path, weight: said.important + weightOf(path) });
      }
    });
  } catch {
    // A sheet that is no CSS: a browser would read on; what it hides then stays in sight here.
  }
  return found;
}

function appliesOnScreen(rule: Rule): boolean {
  for (
    let parent = rule.parent;
    parent !== undefined && parent.type !== 'root';
    parent = parent.parent as never
  ) {
    if (parent.type !== 'atrule') return false;
    const { name, params } = parent as AtRule;
    if (name === 'media' ? onPaper(params) : !/^(?:supports|layer|container|scope)$/u.test(name))
      return false;
  }
  return true;
}

function onPaper(media: string): boolean {
  return /^\s*(?:only\s+)?(?:print|speech)\b/iu.test(media);
}

/** Whether a rule hides or shows; null where it says nothing of either. */
function saidBy(rule: Rule): { readonly hides: boolean; readonly important: number } | null {
  const own = rule.nodes.flatMap((node) => (node.type === 'decl' ? [node] : []));
  const text = own.map(({ prop, value }) => `${prop}:${value}`).join(';');
  const hides = UNSEEN.test(text);
  if (!hides && !SHOWN.test(text)) return null;
  return { hides, important: own.some(({ important }) => important === true) ? IMPORTANT : 0 };
}

/** Heavier than the specificity of any selector that is read. */
const IMPORTANT = 1e9;
