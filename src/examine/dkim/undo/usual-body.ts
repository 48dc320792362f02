import { splitMultipart } from '../../../parse/mime/multipart.ts';
import { parseParameters } from '../../../parse/mime/parameters.ts';
import type { MessageView } from '../message-view.ts';
import { asItLies, type BodyCandidate, fieldOf } from './body-candidates.ts';
import type { BodyTarget, UndoBudget } from './body-target.ts';
import { BodyTrial } from './body-trial.ts';
import { cutPoints, isBlank } from './cut-search.ts';
import { wrappedMessage } from './wrapped-message.ts';

/** Larger bodies are searched in order at once: a look at their end would cost a pass over all of it. */
const MOST_BYTES = 256 * 1024;
/** Marks looked at, the last ones: a text that went through two lists has two footers. */
const MOST_MARKS = 4;
/** As many as the search looks at. */
const MAX_PARTS = 40;

/**
 * The body cut where footers usually begin, or that of a message wrapped by a list: the same candidate and the same cut
 * that the search in order would come to, or null. That nothing earlier in that order fits too is shown without a hash:
 * a body as it lies is the first of all, and a wrapped text that has not the first words of the multipart around it is no
 * cut, and no rewriting, of that.
 */
export function usualBody(
  view: MessageView,
  target: BodyTarget,
  budget: UndoBudget,
): { readonly candidate: BodyCandidate; readonly cut: number } | null {
  const { bytes, bodyStart } = view;
  // l= names the length: then any cut behind it has the hash, and the search in order tells them apart.
  if (target.length !== null || bytes.length - bodyStart > MOST_BYTES) return null;
  budget.begin();
  const whole = asItLies(view);
  const cut = usualCut(whole.body.text, null, target, budget);
  if (cut !== null) return { candidate: whole, cut };
  const wrapped = wrappedText(view);
  if (wrapped === null) return null;
  const inside = usualCut(wrapped.candidate.body.text, wrapped.least, target, budget);
  return inside === null ? null : { candidate: wrapped.candidate, cut: inside };
}

/** With what must be left of it for it not to be a part of the body around it; null where it could be one. */
function wrappedText(
  view: MessageView,
): { readonly candidate: BodyCandidate; readonly least: number } | null {
  const { bytes, bodyStart } = view;
  const type = parseParameters(fieldOf(view, 'content-type') ?? 'text/plain');
  if (!type.value.startsWith('multipart/')) return null;
  const range = { start: bodyStart, end: bytes.length };
  const parts = splitMultipart(bytes, range, type.params.boundary, MAX_PARTS, []);
  const [first] = parts;
  if (first === undefined) return null;
  const { candidate, inner } = wrappedMessage(view, parts, first);
  const least = unlikeFrom(bytes.subarray(bodyStart), inner);
  return least === null ? null : { candidate, least };
}

/** Words of a preamble and a delimiter, with room. */
const MOST_WORDS = 16;
/** No line that begins so is changed by undoing, or repeating, what is done to `From `, to dots, and to `-- `. */
const KEPT_BY_REWRITING = /^(?!From$|--$)[\w-]/;

/**
 * Behind the first word that tells the wrapped text from the body around it, and from all that this may be rewritten to;
 * null without one.
 */
function unlikeFrom(outer: Buffer, inner: Buffer): number | null {
  let [outerAt, innerAt] = [0, 0];
  for (let count = 0; count < MOST_WORDS; count++) {
    const [around, within] = [wordAt(outer, outerAt), wordAt(inner, innerAt)];
    if (around.word === '' || within.word === '' || !KEPT_BY_REWRITING.test(around.word)) return null;
    if (around.word !== within.word) return within.end;
    [outerAt, innerAt] = [around.end, within.end];
  }
  return null;
}

/** Longer than a delimiter may be (RFC 2046 section 5.1.1). */
const LONGEST_WORD = 80;

/** Characters that are not white space, which canonicalisation leaves as they are. */
function wordAt(text: Buffer, from: number): { readonly word: string; readonly end: number } {
  let start = from;
  while (start < text.length && isWhite(text, start, start + 1)) start++;
  let end = start;
  while (end < text.length && end < start + LONGEST_WORD && !isWhite(text, end, end + 1)) end++;
  return { word: text.toString('latin1', start, end), end };
}

/**
 * The offset that `findCut` gives, if it is one where footers begin; otherwise null. `least` is what a wrapped text must
 * keep, and only such a text may be uncut.
 */
function usualCut(
  text: Uint8Array,
  least: number | null,
  target: BodyTarget,
  budget: UndoBudget,
): number | null {
  const points = cutPoints(text, false);
  const marks = points.flatMap((point, i) => (opensFooter(text, point) ? [i] : [])).slice(-MOST_MARKS);
  if (least !== null) marks.push(points.length - 1);
  if (marks.length === 0 || !budget.take(text.length + 64 * marks.length)) return null;
  const trial = new BodyTrial(target);
  let position = 0;
  for (const mark of marks) {
    // Empty lines at the end of a body do not count, and the search tries the first place of those that come to the same.
    let at = mark;
    while (at > 0 && isBlank(text, points[at - 1] ?? 0, points[at] ?? 0)) at--;
    const cut = points[at] ?? 0;
    if (cut <= position || cut < (least ?? 0)) continue;
    trial.write(text, position, cut);
    position = cut;
    if (!trial.matches()) continue;
    // Under relaxed canonicalisation a line of spaces is empty, too: the search in order sees to that.
    if (at > 0 && isWhite(text, points[at - 1] ?? 0, cut)) return null;
    return isBlank(text, cut, text.length) ? text.length : cut;
  }
  return null;
}

const DASH = 0x2d;
const UNDERSCORE = 0x5f;
/** Mailman draws 47, others 20 or 40. */
const SHORTEST_RULE = 5;

/** A rule of underscores, or the signature separator (RFC 3676 section 4.3) that Google Groups puts above its own. */
function opensFooter(text: Uint8Array, at: number): boolean {
  if (text[at] === UNDERSCORE) {
    for (let i = 1; i < SHORTEST_RULE; i++) if (text[at + i] !== UNDERSCORE) return false;
    return true;
  }
  if (text[at] !== DASH || text[at + 1] !== DASH) return false;
  const next = text[at + 2] === 0x20 ? at + 3 : at + 2;
  return text[next] === 0x0a || (text[next] === 0x0d && text[next + 1] === 0x0a);
}

function isWhite(text: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = text[i];
    if (byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09) return false;
  }
  return true;
}
