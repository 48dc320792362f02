import { detailText } from '../../judge/failures/tell-detail.ts';
import { DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import { documentMetadata } from '../../parse/document/metadata.ts';
import { drawPicture, IMAGE_TYPES, imageLooks } from '../../parse/ocr/image-looks.ts';
import { type Picture, SHORTEST_SIDE } from '../../parse/ocr/picture.ts';
import { pictureSize } from '../../parse/ocr/picture-size.ts';
import { type Box, burn } from './boxes.ts';
import { imagePdf, type PicturePage, picturePage } from './image-pdf.ts';
import { redactPictureWords } from './picture-words.ts';
import { pngOf } from './png.ts';
import type { RedactSession } from './session.ts';
import { upright } from './upright.ts';

/** Pixels of a picture: that of the largest phones. Attack: a few kilobytes that decode to gigabytes. */
const MOST_PIXELS = 50_000_000;

export interface RedactedPicture {
  readonly bytes: Uint8Array;
  readonly extension: 'png' | 'pdf';
}

/** Whether a type is a picture that can be redacted. */
export function isPicture(type: string): boolean {
  return IMAGE_TYPES.includes(type);
}

/**
 * A picture as PNG (a TIFF of several frames as PDF) with the words that had to go, and the given boxes (in pixels), painted
 * over. Only pixels are kept. Faces are not looked for. Throws `redaction-incomplete`, `malformed`, `too-large`.
 */
export async function redactPicture(
  type: string,
  bytes: Uint8Array,
  session: RedactSession,
  where: string,
  boxes: readonly Box[],
): Promise<RedactedPicture> {
  const { metadata } = documentMetadata(type, bytes, { passwords: [], limits: DEFAULT_LIMITS });
  if (metadata.length > 0) session.omit('metadata', metadata.length);
  session.tell('faces-not-looked-for');
  if (type === 'image/tiff') return redactFrames(bytes, session, where, boxes);
  const picture = await decoded(type, bytes);
  if (type === 'image/gif') session.tell('first-frame-only');
  await paint(picture, session, where, boxes);
  return { bytes: pngOf(picture), extension: 'png' };
}

async function decoded(type: string, bytes: Uint8Array): Promise<Picture> {
  const size = pictureSize(bytes);
  if (size === null)
    throw new TamisError('malformed', {
      en: 'The picture cannot be decoded.',
      fr: 'L’image ne peut pas être décodée.',
    });
  if (size.width * size.height > MOST_PIXELS)
    throw new TamisError('too-large', {
      en: `A picture of ${size.width} by ${size.height} pixels is not redacted.`,
      fr: `Une image de ${size.width} sur ${size.height} pixels n’est pas caviardée.`,
    });
  const picture = await drawPicture(type, bytes, size);
  if (picture === null)
    throw new TamisError('malformed', {
      en: 'The picture cannot be decoded.',
      fr: 'L’image ne peut pas être décodée.',
    });
  return upright(picture, bytes);
}

async function paint(
  picture: Picture,
  session: RedactSession,
  where: string,
  boxes: readonly Box[],
): Promise<void> {
  session.painted(where, burn(picture, boxes));
  // A counter, a rule, a smiley: no words fit in.
  if (Math.min(picture.width, picture.height) < SHORTEST_SIDE) return;
  const outcome = await redactPictureWords(picture, session, where);
  if (outcome.type === 'still-there')
    throw new TamisError('redaction-incomplete', {
      en: `${where}: ${outcome.kinds.join(', ')} can still be read.`,
      fr: `${where}\u00a0: ${outcome.kinds.join(', ')} se lit encore.`,
    });
}

/** Pixels of an inch in the frames of a TIFF file as they are drawn here, and points of one. */
const DPI = 300;
const POINTS = 72;

async function redactFrames(
  bytes: Uint8Array,
  session: RedactSession,
  where: string,
  boxes: readonly Box[],
): Promise<RedactedPicture> {
  const looks = imageLooks('image/tiff', bytes);
  if ('code' in looks) throw new TamisError(looks.code, looks.detail);
  const pages: PicturePage[] = [];
  let only: Picture | null = null;
  for (let frame = 1; frame <= looks.count; frame += 1) {
    const look = await looks.look(frame);
    if (look.type === 'failed') throw new TamisError(look.failure.code, detailText(look.failure.detail));
    if (look.type === 'nothing') {
      session.omit('frames without words');
      continue;
    }
    await paint(look.picture, session, `${where} ${frame}`, boxes);
    const { width, height } = look.picture;
    if (looks.count === 1) only = look.picture;
    else pages.push(picturePage(look.picture, (width / DPI) * POINTS, (height / DPI) * POINTS));
  }
  looks.close();
  if (only !== null) return { bytes: pngOf(only), extension: 'png' };
  if (pages.length === 0)
    throw new TamisError('unsupported', {
      en: 'The TIFF file holds no picture that can be read.',
      fr: 'Le fichier TIFF ne contient pas d’image lisible.',
    });
  return { bytes: imagePdf(pages), extension: 'pdf' };
}
