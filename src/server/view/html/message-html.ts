import type { Limits } from '../../../model/index.ts';
import { sortBodies } from '../../../parse/mime/bodies.ts';
import { decodePart } from '../../../parse/mime/body.ts';
import { leafParts, type ParsedMessage, type Part, parseMessage } from '../../../parse/mime/message.ts';
import { partText } from '../../../parse/mime/text-part.ts';
import { pictureAsPng } from '../picture.ts';
import { type SafeHtml, safeHtml } from './safe-html.ts';

/** Pictures put into one document, and their bytes. Attack: a document of gigabytes. */
const MOST_PICTURES = 60;
const MOST_PICTURE_BYTES = 12 * 2 ** 20;
const LONGEST_SIDE = 1_200;

/** The HTML of a message, made safe, with the message's own pictures in it; null where it has none. */
export async function messageHtml(bytes: Uint8Array, limits: Limits): Promise<SafeHtml | null> {
  const message = parseMessage(bytes, limits);
  const { html } = sortBodies(message.root);
  if (html === null) return null;
  const text = partText(message, html, limits);
  const pictures = await ownPictures(message, text);
  return safeHtml(text, (contentId) => pictures.get(contentId) ?? null);
}

/** By Content-ID, only those that the text names, each made anew as PNG. */
async function ownPictures(message: ParsedMessage, html: string): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  if (!/cid:/i.test(html)) return pictures;
  let size = 0;
  for (const part of leafParts(message.root)) {
    const { contentId } = part;
    if (contentId === null || pictures.size >= MOST_PICTURES || size > MOST_PICTURE_BYTES) continue;
    const png = await pngOfPart(message, part);
    if (png === null) continue;
    size += png.length;
    pictures.set(contentId, `data:image/png;base64,${Buffer.from(png).toString('base64')}`);
  }
  return pictures;
}

async function pngOfPart(message: ParsedMessage, part: Part): Promise<Uint8Array | null> {
  if (part.type.startsWith('text/')) return null;
  try {
    return await pictureAsPng(decodePart(message, part), 1, LONGEST_SIDE);
  } catch {
    // A picture that no decoder takes is shown as missing.
    return null;
  }
}
