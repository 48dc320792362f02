import { createHash } from 'node:crypto';
import type { Limits } from '../../model/index.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { leafParts, type ParsedMessage, type Part } from '../../parse/mime/message.ts';
import type { MessageSummary } from '../../parse/mime/summary.ts';
import { bytesText } from '../../parse/mime/text-part.ts';
import { IMAGE_TYPES } from '../../parse/ocr/image-looks.ts';
import { drawnLinks } from './drawn/drawn-codes.ts';
import { htmlFacts } from './html-facts.ts';
import { readLink } from './link.ts';
import type { AttachedContent, AttachedFile } from './mail-view.ts';
import { pdfLinks } from './pdf-links.ts';
import { qrLinks, qrLinksInPdf, qrLinksInside } from './qr-codes.ts';

/** Attack: thousands of attachments, each a picture to decode. */
const MOST_FILES = 50;
const MOST_PICTURES = 10;

/** The files of a message with what in them leads somewhere. */
export async function attachedFiles(
  message: ParsedMessage,
  summary: MessageSummary,
  limits: Limits,
): Promise<AttachedFile[]> {
  const parts = new Set<Part>(summary.attachments.map(({ part }) => part));
  // A picture shown in the text is an attachment too where codes are looked for.
  for (const part of leafParts(message.root)) if (part.type.startsWith('image/')) parts.add(part);
  const files: AttachedFile[] = [];
  let pictures = 0;
  for (const part of parts) {
    if (files.length >= MOST_FILES) break;
    const bytes = decodePart(message, part);
    const name = part.filename ?? '';
    const isPicture = IMAGE_TYPES.includes(part.type);
    if (isPicture && ++pictures > MOST_PICTURES) continue;
    files.push({
      name,
      type: part.type,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      holds: await contentOf(part, name.toLowerCase(), bytes, limits),
    });
  }
  return files;
}

const PROGRAM =
  /\.(?:exe|scr|com|pif|bat|cmd|js|jse|vbs|vbe|wsf|hta|lnk|msi|jar|ps1|iso|img|vhd|vhdx|one|chm|cpl|xll|docm|xlsm|pptm|dotm|apk|library-ms|appinstaller)$/u;

async function contentOf(
  part: Part,
  name: string,
  bytes: Uint8Array,
  limits: Limits,
): Promise<AttachedContent> {
  if (
    /\.(?:html?|xhtml|shtml|svg|mht)$/u.test(name) ||
    part.type === 'text/html' ||
    part.type === 'image/svg+xml'
  )
    return await pageOf(bytesText(bytes, part, limits));
  if (part.type === 'application/pdf' || name.endsWith('.pdf'))
    return { type: 'pdf', links: [...pdfLinks(bytes, limits), ...(await qrLinksInPdf(bytes, limits))] };
  if (PROGRAM.test(name)) return { type: 'program' };
  if (!IMAGE_TYPES.includes(part.type)) return { type: 'other' };
  return { type: 'picture', codes: await qrLinks(part.type, bytes) };
}

async function pageOf(text: string): Promise<AttachedContent> {
  const { anchors, form, script, inside } = htmlFacts(text);
  const links = anchors.map(({ target, shown }) => readLink(target, shown, 'attachment'));
  if (form !== null && form.action !== '') links.push(readLink(form.action, '', 'form'));
  links.push(...(await qrLinksInside(inside)), ...(await drawnLinks(text, '')));
  return { type: 'page', links, asksPassword: form?.password === true, script };
}
