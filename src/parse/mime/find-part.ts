import type { Limits } from '../../model/index.ts';
import type { ParsedMessage, Part } from './message.ts';
import { summarize } from './summary.ts';

/** The part of an id: of the MIME tree, or a file inside a text (uuencode, yEnc), which only the summary finds. */
export function findPart(message: ParsedMessage, id: string, limits: Limits): Part | null {
  const stack: Part[] = [message.root];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    if (part.id === id) return part;
    stack.push(...part.children);
  }
  const attachment = summarize(message, limits).attachments.find((each) => each.part.id === id);
  return attachment?.part ?? null;
}
