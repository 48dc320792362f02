import type { Limits } from '../../model/index.ts';
import { isOutsideText } from '../../model/outside-text.ts';
import type { ParsedMessage, Part } from './message.ts';
import { outsideTexts } from './outside-text.ts';
import { summarize } from './summary.ts';

/**
 * The part of an id: of the MIME tree, a text outside of its parts, or a file inside a text (uuencode, yEnc), which only the
 * summary finds.
 */
export function partFinder(message: ParsedMessage, limits: Limits): (id: string) => Part | null {
  let tree: ReadonlyMap<string, Part> | null = null;
  let files: ReadonlyMap<string, Part> | null = null;
  return (id) => {
    tree ??= partsOfTree(message);
    const part = tree.get(id);
    if (part !== undefined) return part;
    if (isOutsideText(id)) return outsideTexts(message).find((text) => text.part.id === id)?.part ?? null;
    files ??= new Map(summarize(message, limits).attachments.map((file) => [file.part.id, file.part]));
    return files.get(id) ?? null;
  };
}

function partsOfTree(message: ParsedMessage): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const stack: Part[] = [message.root];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    parts.set(part.id, part);
    for (const child of part.children) stack.push(child);
  }
  return parts;
}
