import type { RedactSession } from './session.ts';

/** A text with marks in the place of what had to go. */
export function redactText(text: string, session: RedactSession, where: string): string {
  let [out, at] = ['', 0];
  for (const span of session.spans(text)) {
    out += text.slice(at, span.at) + session.remove(span, where);
    at = span.end;
  }
  return out + text.slice(at);
}
