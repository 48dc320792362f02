import { detailText } from '../../judge/failures/tell-detail.ts';
import { DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import { detectBytes } from '../../parse/detect/index.ts';
import { documentText } from '../../parse/document/document.ts';
import { decodePlain } from '../../parse/document/plain-text.ts';
import { readDocument } from '../../parse/document/read.ts';
import type { Box } from './boxes.ts';
import { checkRedacted } from './check-redacted.ts';
import { redactMail } from './redact-mail.ts';
import { redactPdf } from './redact-pdf.ts';
import { isPicture, redactPicture } from './redact-picture.ts';
import { redactText } from './redact-text.ts';
import type { Redacted } from './redacted.ts';
import type { RedactSession } from './session.ts';
import { shownWords } from './shown-words.ts';

export interface RedactGiven {
  readonly passwords: readonly string[];
  /** Regions to paint over: of a picture in pixels, of a PDF in points on a page. */
  readonly boxes: readonly (Box & { readonly page: number })[];
}

/** Messages in messages. Attack: a thousand of them, one in the other. */
const MOST_DEPTH = 8;

/**
 * A file without the personal data and listed names that are found in it, in a form that keeps nothing beneath. The result
 * is extracted again by Tamis's own readers before it is returned. Throws `unsupported`, `encrypted`, `malformed`,
 * `too-large` for what cannot be read whole, `bad-option` for a region that is nowhere, `redaction-incomplete` where something is still found: then there is no result.
 */
export async function redactFile(
  bytes: Uint8Array,
  name: string,
  session: RedactSession,
  given: RedactGiven = { passwords: [], boxes: [] },
): Promise<Redacted> {
  const redacted = await redactPart(bytes, name, session, { ...given, where: '', depth: 0 });
  if (redacted === null)
    throw new TamisError('unsupported', {
      en: `${detectBytes(bytes, name).type}: there is no way to redact this.`,
      fr: `${detectBytes(bytes, name).type}\u00a0: ceci ne peut pas être caviardé.`,
    });
  checkRegions(session, given.boxes.length);
  await checkRedacted(redacted, session);
  return redacted;
}

/** A face that was to be painted over and was not, because its region names no place, must not go out. */
function checkRegions(session: RedactSession, wanted: number): void {
  const painted = Object.values(session.log().regions).reduce((sum, count) => sum + count, 0);
  if (painted >= wanted) return;
  throw new TamisError('bad-option', {
    en: '--box: a region lies in no page and no picture of this file; nothing was written.',
    fr: '--box\u00a0: une région n’est dans aucune page ni image de ce fichier\u202f; rien n’a été écrit.',
  });
}

/** What is given for a part, and where it lies. */
interface PlacedPart extends RedactGiven {
  /** Before the names of places in the log: empty for the file itself. */
  readonly where: string;
  /** Messages around it. */
  readonly depth: number;
}

async function redactPart(
  bytes: Uint8Array,
  name: string,
  session: RedactSession,
  { where, depth, ...given }: PlacedPart,
): Promise<Redacted | null> {
  const { type, container } = detectBytes(bytes, name);
  if (container === 'message') {
    if (depth >= MOST_DEPTH) return null;
    const deeper = (part: Uint8Array, partName: string, place: string): Promise<Redacted | null> =>
      redactPart(part, partName, session, { ...given, boxes: [], where: place, depth: depth + 1 });
    const mail = await redactMail(bytes, session, where, deeper);
    return { bytes: mail, type: 'message/rfc822', extension: 'eml' };
  }
  if (type === 'application/pdf')
    return { bytes: await redactPdf(bytes, session, where, given), type, extension: 'pdf' };
  if (isPicture(type)) {
    const picture = await redactPicture(type, bytes, session, `${where}picture`, given.boxes);
    return { ...picture, type: picture.extension === 'png' ? 'image/png' : 'application/pdf' };
  }
  return redactWords(type, bytes, session, where, given);
}

/** Texts whose source is what is read, and may stay as it is. */
const SOURCES: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/csv': 'csv',
  'text/tab-separated-values': 'tsv',
  'application/json': 'json',
};

/** Everything else that has words becomes plain text: what an office document keeps out of sight is not trusted to go. */
async function redactWords(
  type: string,
  bytes: Uint8Array,
  session: RedactSession,
  where: string,
  { passwords }: RedactGiven,
): Promise<Redacted | null> {
  const extension = SOURCES[type];
  if (extension !== undefined) {
    const text = decodePlain(bytes);
    session.learn(text);
    return { bytes: Buffer.from(redactText(text, session, `${where}text`)), type, extension };
  }
  const { text: whole, status, failure } = documentText(type, bytes, DEFAULT_LIMITS, passwords);
  if (status === 'unsupported') return null;
  if (failure !== null) throw new TamisError(failure.code, detailText(failure.detail));
  session.learn(whole);
  const text = await shownWords(type, bytes, whole, session, passwords);
  const { embedded, metadata } = await readDocument(type, bytes, { passwords, limits: DEFAULT_LIMITS });
  if (embedded.length > 0) session.omit('embedded files and pictures', embedded.length);
  if (metadata.length > 0) session.omit('metadata', metadata.length);
  session.tell('as-plain-text');
  session.learn(text);
  return {
    bytes: Buffer.from(redactText(text, session, `${where}text`)),
    type: 'text/plain',
    extension: 'txt',
  };
}
