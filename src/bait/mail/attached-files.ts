import { createHash } from 'node:crypto';
import type { Limits } from '../../model/index.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { leafParts, type ParsedMessage, type Part } from '../../parse/mime/message.ts';
import type { MessageSummary } from '../../parse/mime/summary.ts';
import { bytesText } from '../../parse/mime/text-part.ts';
import { IMAGE_TYPES } from '../../parse/ocr/image-looks.ts';
import { htmlFacts } from './html-facts.ts';
import { type Link, readLink } from './link.ts';
import type { AttachedContent, AttachedFile } from './mail-view.ts';
import { qrText } from './qr-codes.ts';

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
  /\.(?:exe|scr|com|pif|bat|cmd|js|jse|vbs|vbe|wsf|hta|lnk|msi|jar|ps1|iso|img|vhd|vhdx|one|chm|cpl|xll|docm|xlsm|pptm|dotm|apk|url|library-ms|appinstaller)$/u;

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
    return pageOf(bytesText(bytes, part, limits));
  if (part.type === 'application/pdf' || name.endsWith('.pdf'))
    return { type: 'pdf', links: pdfLinks(bytes) };
  if (PROGRAM.test(name)) return { type: 'program' };
  if (!IMAGE_TYPES.includes(part.type)) return { type: 'other' };
  const code = await qrText(part.type, bytes).catch(() => null);
  const link =
    code === null ? null : readLink(/^www\./iu.test(code) ? `https://${code}` : code, '', 'qr-code');
  return { type: 'picture', codes: link === null || link.url === null ? [] : [link] };
}

function pageOf(text: string): AttachedContent {
  const { anchors, form, script } = htmlFacts(text);
  const links = anchors.map(({ target, shown }) => readLink(target, shown, 'attachment'));
  if (form !== null && form.action !== '') links.push(readLink(form.action, '', 'form'));
  return { type: 'page', links, asksPassword: form?.password === true, script };
}

const MOST_PDF = 8 * 2 ** 20;

/** Link targets that lie open in a PDF (ISO 32000, 12.6.4.8); those in compressed object streams are not seen. */
function pdfLinks(bytes: Uint8Array): Link[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MOST_PDF)).toString(
    'latin1',
  );
  const found = [...text.matchAll(/\/URI\s{0,9}\(((?:https?|ftp):[^()\\\s]{1,2000})\)/gu)].slice(0, 50);
  return found.map((match) => readLink(match[1] ?? '', '', 'attachment'));
}
