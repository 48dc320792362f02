import type { RedactSession } from './session.ts';

/** Each round takes something away; columns of figures need two or three. */
const MOST_ROUNDS = 8;

/**
 * A text with marks in the place of what had to go. Looked through again until nothing is found: with one number gone, what
 * stood beside it may read as another.
 */
export function redactText(text: string, session: RedactSession, where: string): string {
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = once(current, session, where);
    if (next === current) return current;
    current = next;
  }
  return current;
}

function once(text: string, session: RedactSession, where: string): string {
  let [out, at] = ['', 0];
  for (const span of session.spans(text)) {
    out += text.slice(at, span.at) + session.remove(span, where);
    at = span.end;
  }
  return out + text.slice(at);
}
