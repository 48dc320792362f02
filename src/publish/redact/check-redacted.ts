import { DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import { detectBytes } from '../../parse/detect/index.ts';
import { readDocument } from '../../parse/document/read.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { decodeHeader, findAll, leafParts, parseMessage } from '../../parse/mime/message.ts';
import type { PersonalSpan } from '../personal/find-spans.ts';
import { byteWindows } from './byte-windows.ts';
import { NO_HOST } from './redact-mail.ts';
import type { Redacted } from './redacted.ts';
import type { RedactSession } from './session.ts';
import { writtenForms } from './written-forms.ts';

/**
 * Extracts a result again, by the readers that read any leak, and looks for what was removed: in its texts, and in its
 * bytes in every form in which a value may be written. Throws `redaction-incomplete`, and the message never has the value.
 */
export async function checkRedacted({ bytes, type }: Redacted, session: RedactSession): Promise<void> {
  const detected = detectBytes(bytes, '').type;
  if (type === 'message/rfc822' && detected !== type) throw incomplete('the message is not read as one');
  const removed = session.removedValues();
  for (const piece of await piecesOf(bytes, type)) {
    checkBytes(piece.bytes, removed, piece.where);
    checkText(piece.text, session, piece.where);
    if (piece.type === 'application/pdf' && piece.text.trim() !== '')
      throw incomplete(`${piece.where}: the pages have text`);
    if (piece.metadata > 0) throw incomplete(`${piece.where}: metadata are left`);
  }
}

function incomplete(what: string): TamisError {
  return new TamisError('redaction-incomplete', `Nothing was written: ${what}.`);
}

interface Piece {
  readonly where: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Entries by which a file tells who made it, where and when. */
  readonly metadata: number;
}

async function piecesOf(bytes: Uint8Array, type: string): Promise<Piece[]> {
  if (type !== 'message/rfc822') return [await pieceOf(bytes, type, 'the result')];
  const message = parseMessage(bytes, DEFAULT_LIMITS);
  const headers = ['from', 'to', 'cc', 'subject'].flatMap((key) =>
    findAll(message.root, key).map((field) => decodeHeader(bytes, field)),
  );
  const pieces: Piece[] = [{ where: 'the headers', type, bytes, text: headers.join('\n'), metadata: 0 }];
  for (const part of leafParts(message.root)) {
    const body = decodePart(message, part);
    const where = `part ${part.id}`;
    if (part.type === 'message/rfc822') pieces.push(...(await piecesOf(body, part.type)));
    else pieces.push(await pieceOf(body, part.type, where));
    pieces.push({
      where: `${where} name`,
      type: 'text/plain',
      bytes: new Uint8Array(),
      text: part.filename ?? '',
      metadata: 0,
    });
  }
  return pieces;
}

async function pieceOf(bytes: Uint8Array, type: string, where: string): Promise<Piece> {
  const read = await readDocument(type, bytes, { passwords: [], limits: DEFAULT_LIMITS });
  const isPlain = type.startsWith('text/') || type === 'application/json';
  const text = isPlain ? Buffer.from(bytes).toString('utf8') : read.text;
  const telling = read.metadata.filter(({ field }) => TELLING.test(field));
  return { where, type, bytes, text, metadata: isPlain ? 0 : telling.length + read.embedded.length };
}

/** Sizes, versions and colours tell nothing of a person. */
const TELLING =
  /author|creator|owner|producer|application|company|gps|location|serial|camera|software|title|subject|keyword|comment|template|date|identifier/iu;

function checkText(text: string, session: RedactSession, where: string): void {
  const own = [...session.spans(text)].filter((span) => !isMark(span));
  const [first] = own;
  if (first !== undefined) throw incomplete(`${where}: ${first.kind} is still found`);
}

function isMark({ found }: PersonalSpan): boolean {
  return found.endsWith(`@${NO_HOST}`);
}

function checkBytes(bytes: Uint8Array, removed: readonly PersonalSpan[], where: string): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const windows = byteWindows(buffer);
  for (const { kind, found } of removed)
    for (const form of writtenForms(found))
      if (windows.may(form) && buffer.includes(form))
        throw incomplete(`${where}: ${kind} is still in the bytes`);
}
